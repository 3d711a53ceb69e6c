import Glibc
import ListModel

/// What the tracker knows of one entry, whatever its title, URL and place were in the course of time.
struct EntryRecord: Equatable {
  /// What happened to it, by the number of the commit.
  struct Event: Equatable {
    var kind: ChangeKind
    var commit: Int32
  }

  /// The link with which it came into the list; its identity in feeds, whatever it links to later.
  var firstKey: EntryKey
  /// The links that it had, the present one last.
  var keys: [EntryKey]
  /// In how many places of the list it stands.
  var places: Int32 = 0
  /// Of several places the first; nil where there is but one.
  var home: EntryPlace?
  /// All that happened to it, in the order of the commits.
  var events: [Event] = []
  /// As it last stood in the list, if it is no more there, and the number of its file.
  var last: Entry?
  var lastFile: Int32 = 0
}

/// What tells an entry from others: the canonical form of its link, or its title where it has none.
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

  /// The key of a title, for entries whose link changed.
  init(title: String) {
    bytes = title.utf8.map { asciiLowercased($0) }
  }

  static func == (left: EntryKey, right: EntryKey) -> Bool { left.bytes == right.bytes }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension Entry {
  /// Whether a reader sees the same title, link and description; compared byte by byte, for a
  /// String would be normalised.
  func saysTheSame(as other: Entry) -> Bool {
    sameBytes(title, other.title) && sameBytes(url ?? "", other.url ?? "")
      && sameBytes(description, other.description)
  }

  /// Whether both stand under the same headings.
  func standsBeside(_ other: Entry) -> Bool {
    category.headings.elementsEqual(other.category.headings, by: sameBytes)
  }
}

/// Whether two texts are the same byte by byte.
func sameBytes(_ left: String, _ right: String) -> Bool {
  guard left.utf8.count == right.utf8.count else { return false }
  let isSame = left.utf8.withContiguousStorageIfAvailable { left in
    right.utf8.withContiguousStorageIfAvailable { right in
      guard let start = left.baseAddress, let other = right.baseAddress else { return true }
      return memcmp(start, other, left.count) == 0
    }
  }
  return (isSame ?? nil) ?? left.utf8.elementsEqual(right.utf8)
}
