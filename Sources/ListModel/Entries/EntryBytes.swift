/// An entry as parsed from a page: bytes, and the ranges of its parts.
///
/// A catalog packs it directly, without creating strings. Clearing and refilling reuses the memory,
/// because allocating would cost as much as parsing an entry.
public struct EntryBytes: Sendable {
  /// A link: the ranges of its text and its URL in `bytes`.
  public struct LinkPlace: Sendable {
    /// The text of the link; empty for a link without text.
    public var title: Range<Int>
    /// The address.
    public var url: Range<Int>
  }

  /// The title, URLs and the titles of links, all UTF-8, as they were added.
  public private(set) var bytes: [UInt8] = []
  /// UTF-8; empty if the list says nothing more.
  public var description: [UInt8] = []
  /// The title's range in `bytes`.
  public var title = 0..<0
  /// The main link's range in `bytes`; nil for an entry without one.
  public var url: Range<Int>?
  /// All links of the entry, the main link first.
  public private(set) var links: [LinkPlace] = []
  /// The star count that was in the title.
  public var stars: Stars?
  /// The symbols that the list put on the entry, in their order.
  public var marks: [Mark] = []

  /// Creates an entry without anything.
  public init() {}

  /// Clears everything and retains the memory.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    description.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    if !marks.isEmpty { marks = [] }
    title = 0..<0
    url = nil
    stars = nil
  }

  /// Adds a text and returns its range.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  /// Adds a link between texts that were added.
  public mutating func addLink(title: Range<Int>, url: Range<Int>) {
    links.append(LinkPlace(title: title, url: url))
  }

  /// Drops all links but the first ones.
  public mutating func keepLinks(_ count: Int) {
    if links.count > count { links.removeSubrange(count...) }
  }

  /// Returns whether two ranges contain the same bytes.
  func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left == right || bytes[left].elementsEqual(bytes[right])
  }

  fileprivate func text(_ place: Range<Int>) -> String {
    String(decoding: bytes[place], as: UTF8.self)
  }
}

extension Entry {
  /// Creates the texts of an entry that was found at a place of a page.
  public init(_ entry: EntryBytes, category: CategoryPath, added: Day?) {
    let title = entry.text(entry.title)
    let url = entry.url.map { entry.text($0) }
    // The title and the link's text are usually the same, and then share memory.
    let links = entry.links.map { link in
      Link(
        title: link.title == entry.title ? title : entry.text(link.title),
        url: link.url == entry.url ? url ?? "" : entry.text(link.url))
    }
    self.init(
      title: title, url: url, description: String(decoding: entry.description, as: UTF8.self),
      category: category, added: added, stars: entry.stars, marks: entry.marks, links: links)
  }
}
