import ListModel

extension Digest {
  private static let style =
    "<style>body{font-family:sans-serif;max-width:45em;margin:auto;padding:0 1em;line-height:1.4}"
    + "li{margin:.3em 0}time{color:#666}</style>"

  /// Returns the digest as one self-contained HTML document: the body of a mail.
  public func html() -> [UInt8] {
    var text = ByteText()
    text.add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    text.add(element: "title", summary)
    text.add("\n\(Digest.style)\n</head>\n<body>\n")
    text.add(element: "h1", summary)
    text.add("\n")
    for part in parts {
      let list = catalog.list(part.list)
      text.add("<h2>")
      text.add(isolated: list.title, to: list.source.flatMap { PublishedLink($0, of: list)?.uri })
      text.add("</h2>\n<ul>\n")
      for line in part.lines { text.add(html: line, of: list, in: self) }
      text.add("</ul>\n")
    }
    text.add("</body>\n</html>\n")
    return text.bytes
  }
}

extension ByteText {
  fileprivate mutating func add(html line: Digest.Line, of list: AwesomeList, in digest: Digest) {
    switch line {
    case .bulk(let kind, let day, let count):
      add("<li><time>\(day)</time> \(kind.rawValue): \(count) entries in bulk</li>\n")
    case .single(let news):
      let entry = digest.catalog.entry(news.entry, withHistory: false)
      add("<li><time>\(news.day)</time> \(news.kind.rawValue): ")
      add(isolated: entry.title, to: digest.link(of: entry, in: list))
      if !entry.description.isEmpty {
        add(" - <bdi>")
        add(escaped: digest.line(entry.description))
        add("</bdi>")
      }
      add("</li>\n")
    }
  }

  fileprivate mutating func add(isolated title: String, to link: String?) {
    add("<bdi>")
    add(link: link, title)
    add("</bdi>")
  }
}
