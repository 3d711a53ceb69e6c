/// The frame of every HTML page.
enum HTMLTemplate {
  /// The whole style sheet.
  ///
  /// `styleHash` is the hash of exactly these bytes.
  static let style: StaticString = """
    body{margin:0 auto;max-width:50rem;padding:0 1rem 3rem;font:1rem/1.5 system-ui,sans-serif;\
    overflow-wrap:anywhere}\
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.5em 0 .5em}\
    h1{font-size:1.6rem}h2{font-size:1.3rem}h3{font-size:1.1rem}h4,h5,h6{font-size:1rem}\
    h2{border-bottom:1px solid #8886;padding-bottom:.2em}\
    ul,ol{padding:0 1.5rem}li{margin:.3em 0}li p{margin:.3em 0}\
    a{color:#0757ba;text-decoration:none}a:hover,a:focus{text-decoration:underline}\
    a:visited{color:#6639ba}\
    @media(prefers-color-scheme:dark){body{background:#15181c;color:#d5dae0}\
    a{color:#6cb0ff}a:visited{color:#b99aff}}
    """

  /// The SHA-256 of `style` in Base64, by which the pages' Content-Security-Policy allows it.
  static let styleHash = "uLJNWGknk50vk9L0NZ4aFUKZKcrQ8z91dWA/+Il/mqQ="

  /// The names of feeds and their media types.
  static let feedTypes: [(name: String, type: StaticString)] = [
    ("atom.xml", "application/atom+xml"), ("rss.xml", "application/rss+xml"),
    ("feed.json", "application/feed+json"),
  ]

  /// Returns the whole page around its content.
  ///
  /// - Parameters:
  ///   - feeds: the addresses of the feeds, relative to the page, in Atom, RSS and JSON Feed.
  ///   - address: the URL of the page; nil if unknown.
  static func page(
    title: String, feeds: [(type: StaticString, address: String)], address: String?,
    content: [UInt8]
  ) -> [UInt8] {
    var text = ByteText(capacity: content.count + 2_048)
    text.add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    text.add("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    text.add("style-src 'sha256-\(styleHash)'\">\n")
    text.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    text.add("<meta name=\"color-scheme\" content=\"light dark\">\n")
    text.add(element: "title", title)
    text.add("\n")
    if let address {
      text.add("<link rel=\"canonical\"")
      text.add(attribute: "href", address)
      text.add(">\n")
    }
    for feed in feeds {
      text.add("<link rel=\"alternate\" type=\"")
      text.add(feed.type.utf8)
      text.add("\"")
      text.add(attribute: "href", feed.address)
      text.add(">\n")
    }
    text.add("<style>")
    text.add(style.utf8)
    text.add("</style>\n</head>\n<body>\n<main data-pagefind-body>\n")
    text.add(content)
    text.add("</main>\n</body>\n</html>\n")
    return text.bytes
  }
}
