extension Feed {
  /// Returns the feed in Atom (RFC 4287), UTF-8.
  public func atom(by generator: FeedGenerator) -> [UInt8] {
    var text = ByteText(capacity: 512 + items.count * 1_024)
    text.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    text.add("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    text.add(element: "id", id)
    text.add(element: "title", title)
    text.add(element: "subtitle", description, unlessEmpty: true)
    text.add(element: "updated", updated.rfc3339)
    text.add("<author><name>awl</name></author>\n")
    text.add("<generator version=\"\(generator.version)\">awl</generator>\n")
    if let address { text.addAtomLink(address, relation: "self", type: "application/atom+xml") }
    if let home { text.addAtomLink(home, relation: "alternate", type: nil) }
    for item in items { text.addAtomEntry(item) }
    text.add("</feed>\n")
    return text.bytes
  }
}

extension ByteText {
  fileprivate mutating func addAtomEntry(_ item: FeedItem) {
    add("<entry>\n")
    add(element: "id", item.id)
    add(element: "title", item.title)
    add(element: "published", item.published.rfc3339)
    add(element: "updated", item.updated.rfc3339)
    add("<author>")
    add(element: "name", item.author)
    add("</author>\n")
    if let link = item.link { addAtomLink(link, relation: "alternate", type: nil) }
    add("<content type=\"html\">")
    add(escapedBytes: item.content)
    add("</content>\n</entry>\n")
  }

  fileprivate mutating func addAtomLink(_ address: String, relation: String, type: String?) {
    add("<link rel=\"\(relation)\"")
    if let type { add(" type=\"\(type)\"") }
    add(attribute: "href", address)
    add("/>\n")
  }
}
