import ListModel

/// The tracker's record of one entry, across changes of its title, URL and place.
struct EntryRecord: Equatable {
  /// Its changes, by commit number.
  struct Event: Equatable {
    var kind: ChangeKind
    var commit: Int32
  }

  /// The link with which it was first added; its identity in feeds, even if the link changes.
  var firstKey: EntryKey

  /// A link that it had, and the number of the commit that gave it the link.
  struct KnownLink: Equatable {
    var key: EntryKey
    var since: Int32
  }

  /// The links that it had, the present one last.
  var links: [KnownLink]
  /// The number of its places in the list.
  var places: Int32 = 0
  /// The first of several places; nil if there is only one.
  var home: EntryPlace?
  /// All that happened to it, in the order of the commits.
  var events: [Event] = []
  /// Its last version in the list, if it was removed, and the number of its file.
  var last: Entry?
  var lastFile: Int32 = 0
  /// The day on which it was removed; nil while it is in the list, or if no commit had a plausible
  /// day.
  var removedOn: Day?
  /// Whether it was ever in a file of the list, rather than only in an origin.
  var isListed = false

  /// The canonical form of its current link.
  var key: EntryKey? { links.last?.key }
}

extension EntryRecord {
  /// Splits off the entry that had a link before this record changed its link; nil if it did not.
  ///
  /// A link that returns while its record has another link proves that they are two entries. Each
  /// then has the days of its own links: the returning one was removed when the other took its
  /// place, and that one was added then.
  mutating func splitOff(_ key: EntryKey) -> EntryRecord? {
    guard let index = links.dropLast().firstIndex(where: { $0.key == key }) else { return nil }
    let since = links[index + 1].since
    var former = EntryRecord(
      firstKey: firstKey, links: Array(links[...index]), isListed: isListed)
    former.events = events.filter { $0.commit < since }
    guard !former.events.isEmpty else { return nil }
    former.events.append(Event(kind: .removed, commit: since))
    links.removeFirst(index + 1)
    firstKey = links[0].key
    events = [Event(kind: .added, commit: since)] + events.filter { $0.commit > since }
    return former
  }
}

/// Identifies an entry: the canonical form of its link, or its title if it has none.
struct EntryKey: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ entry: Entry) {
    if let url = entry.url, !url.isEmpty {
      bytes = LinkKey(url).bytes
    } else {
      // No canonical link begins with a NUL.
      bytes = [0] + entry.title.utf8
    }
  }

  /// Creates the key of a title, for entries whose link changed.
  init(title: String) {
    bytes = title.utf8.map { asciiLowercased($0) }
  }

  static func == (left: EntryKey, right: EntryKey) -> Bool { left.bytes == right.bytes }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension Entry {
  /// Returns whether title, links and description are equal, byte by byte, because String
  /// comparison normalises.
  func hasSameText(as other: Entry) -> Bool {
    sameBytes(title, other.title) && sameBytes(url ?? "", other.url ?? "")
      && sameBytes(description, other.description) && hasSameLinks(as: other)
  }

  /// Returns whether all links are the same; pictures, which are badges mostly, do not count.
  private func hasSameLinks(as other: Entry) -> Bool {
    // A single link is the main one, which was compared.
    if links.count < 2, other.links.count < 2 { return true }
    if links.elementsEqual(other.links, by: { sameBytes($0.url, $1.url) }) { return true }
    let (own, others) = (links.filter { !$0.isPicture }, other.links.filter { !$0.isPicture })
    return own.elementsEqual(others) { sameBytes($0.url, $1.url) }
  }
}

extension Link {
  /// Whether the address is a picture's or a badge service's.
  fileprivate var isPicture: Bool {
    let address = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let endings = [".svg", ".png", ".gif", ".jpg", ".jpeg", ".webp"]
    if endings.contains(where: { address.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      return true
    }
    let services = ["https://img.shields.io/", "https://badge.fury.io/", "https://badgen.net/"]
    return services.contains { url.utf8.starts(with: $0.utf8) }
  }
}
