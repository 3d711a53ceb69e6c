extension Feed {
  /// Returns the feed in RSS 2.0, UTF-8.
  ///
  /// A channel must have a link; without a known home page it links to awl's documentation.
  public func rss(by generator: FeedGenerator) -> [UInt8] {
    var text = ByteText(capacity: 512 + items.count * 1_024)
    text.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    text.add("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n")
    text.add(element: "title", title)
    text.add(element: "link", home ?? "https://www.trackawesomelist.com/")
    text.add(element: "description", description.isEmpty ? title : description)
    text.add(element: "lastBuildDate", updated.rfc822)
    text.add(element: "generator", "awl \(generator.version)")
    if let address {
      text.add("<atom:link rel=\"self\" type=\"application/rss+xml\"")
      text.add(attribute: "href", address)
      text.add("/>\n")
    }
    for item in items { text.addRSSItem(item) }
    text.add("</channel>\n</rss>\n")
    return text.bytes
  }
}

extension ByteText {
  fileprivate mutating func addRSSItem(_ item: FeedItem) {
    add("<item>\n")
    add(element: "title", item.title)
    if let link = item.link { add(element: "link", link) }
    add("<guid isPermaLink=\"false\">\(item.id)</guid>\n")
    add(element: "pubDate", item.published.rfc822)
    add("<description>")
    add(escapedBytes: item.content)
    add("</description>\n</item>\n")
  }
}
