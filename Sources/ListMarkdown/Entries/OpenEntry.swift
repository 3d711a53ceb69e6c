import ListModel

/// An entry that later blocks may still add to: a heading or a paragraph with what follows it.
struct OpenEntry {
  enum Origin {
    /// The heading had a link of its own.
    case linkedHeading
    /// The heading was text alone; a list below may yet show that it is a category.
    case plainHeading
    case paragraph
  }

  let origin: Origin
  let line: Int
  var text: EntryText
  /// The heading itself, in case it is a category.
  var heading: HeadingText?

  var entry: Entry {
    Entry(
      title: text.title, url: text.url,
      description: String(decoding: text.description, as: UTF8.self),
      stars: text.stars, marks: text.marks, links: text.links)
  }
}

extension EntryText {
  /// Adds a further paragraph to the description, on a line of its own.
  mutating func addParagraph(_ paragraph: InlineText) {
    let room = PageLimits.descriptionBytes - description.count
    if !paragraph.text.isEmpty, room > 1 {
      if !description.isEmpty { description.append(UInt8(ascii: "\n")) }
      description += paragraph.text.prefix(room - 1)
    }
    add(paragraph.links, of: paragraph)
  }

  /// Where no link has been seen yet, the first of these is the entry's.
  mutating func adoptLink() {
    guard url == nil, let first = links.first(where: { !$0.url.utf8.starts(with: "#".utf8) })
    else { return }
    url = first.url
  }
}
