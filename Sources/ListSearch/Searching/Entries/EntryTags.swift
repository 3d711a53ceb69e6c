public import ListModel

/// The tags that the user gave to entries of one catalog.
///
/// A tag is its bytes: `ML` and `ml` are two, which `tag:ml` finds both. Holds four bytes for each
/// tag of each entry.
public struct EntryTags: Equatable, Sendable {
  /// The tags in alphabetical order, as folded text.
  public let names: [String]
  /// For each tag the entries that have it, rising.
  private let entries: [[UInt32]]
  /// The entries that have any tag.
  public let tagged: EntrySet

  /// Creates no tags.
  public init() { self.init([:]) }

  /// Entries by their tags, a tag being its UTF-8.
  public init(_ tags: [[UInt8]: [EntryIndex]]) {
    let sorted = tags.map { (name: String(decoding: $0.key, as: UTF8.self), entries: $0.value) }
      .map { (name: $0.name, folded: foldedBytes($0.name), entries: $0.entries) }
      .sorted {
        $0.folded != $1.folded
          ? $0.folded.lexicographicallyPrecedes($1.folded)
          : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
    names = sorted.map(\.name)
    entries = sorted.map { $0.entries.map { UInt32(clamping: $0.number) }.sorted() }
    var all = EntrySet()
    for entry in entries.joined() { all.insert(EntryIndex(Int(entry))) }
    tagged = all
  }

  /// Whether no entry has a tag.
  public var isEmpty: Bool { names.isEmpty }

  /// Returns the entries that have a tag, compared by its bytes.
  public func entries(tagged tag: [UInt8]) -> EntrySet {
    guard let number = names.firstIndex(where: { $0.utf8.elementsEqual(tag) }) else {
      return EntrySet()
    }
    return EntrySet(entries[number].map { EntryIndex(Int($0)) })
  }

  /// Of this many entries those that have no tag.
  public func untagged(among count: Int) -> EntrySet {
    var rest = EntrySet()
    for number in 0..<count where !tagged.contains(EntryIndex(number)) {
      rest.insert(EntryIndex(number))
    }
    return rest
  }

  /// Returns the entries with a tag of a folded name or, if no tag has that name, with one that has
  /// it in its name.
  func entries(named name: [UInt8]) -> EntrySet {
    let folded = names.map { foldedBytes($0) }
    var numbers = folded.indices.filter { folded[$0] == name }
    if numbers.isEmpty {
      name.withUnsafeBytes { needle in
        numbers = folded.indices.filter { number in
          folded[number].withUnsafeBytes { firstRange(of: needle, in: $0) != nil }
        }
      }
    }
    var found = EntrySet()
    for number in numbers {
      for entry in entries[number] { found.insert(EntryIndex(Int(entry))) }
    }
    return found
  }

  /// Returns how many entries of each tag are among those whose bits are set.
  func counts(in bits: UnsafeMutableBufferPointer<UInt64>) -> [Int] {
    entries.map { entries in
      entries.count { entry in
        let word = Int(entry >> 6)
        return word < bits.count && bits[word] >> UInt64(entry & 63) & 1 == 1
      }
    }
  }

  /// How many entries have each tag, by its number.
  public var counts: [Int] { entries.map(\.count) }
}
