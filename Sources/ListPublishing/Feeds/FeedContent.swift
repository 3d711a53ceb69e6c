import ListModel

/// The HTML of an item; every text of a list in it is escaped.
///
/// Star counts are omitted: they change, and feed readers would show old items again.
struct FeedContent {
  private var text = ByteText()

  var bytes: [UInt8] { text.bytes }

  /// Returns the content of an item that is one entry: description, category and list.
  static func entry(_ entry: Entry, of list: AwesomeList, at home: String?) -> [UInt8] {
    var content = FeedContent()
    content.text.add(element: "p", entry.description, unlessEmpty: true)
    content.text.add(
      element: "p", entry.category.headings.joined(separator: " / "), unlessEmpty: true)
    content.text.add("<p>")
    content.text.add(link: home, list.title)
    content.text.add("</p>")
    return content.bytes
  }

  /// Adds a heading with the name of a list.
  mutating func add(heading list: AwesomeList, address: String?) {
    text.add("<h3>")
    text.add(link: address, list.title)
    text.add("</h3>")
  }

  /// Adds a list of entries, each with its link and description.
  mutating func add(_ entries: [Entry], of list: AwesomeList) {
    text.add("<ul>")
    for entry in entries {
      text.add("<li>")
      text.add(link: entry.url.flatMap { PublishedLink($0, of: list)?.uri }, entry.title)
      if !entry.description.isEmpty {
        text.add(" - ")
        text.add(escaped: entry.description)
      }
      text.add("</li>")
    }
    text.add("</ul>")
  }

  /// Adds the number of further entries.
  mutating func add(more count: Int) {
    if count > 0 { text.add("<p>and \(count) more</p>") }
  }
}
