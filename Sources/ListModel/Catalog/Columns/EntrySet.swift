/// A set of entries of one catalog: a bit for each, up to the highest one in it.
public struct EntrySet: Equatable, Sendable {
  /// 64 entries each, the first of them being the lowest bit; none beyond the last set bit.
  package private(set) var words: [UInt64] = []

  /// Creates the empty set, which holds no memory.
  public init() {}

  /// Creates the set of these entries; negative numbers are left out.
  public init(_ entries: some Sequence<EntryIndex>) {
    for entry in entries { insert(entry) }
  }

  /// Creates the set of the bits of some words.
  package init(words: [UInt64]) {
    self.words = words
    while self.words.last == 0 { self.words.removeLast() }
  }

  /// Whether the set is empty, without counting.
  public var isEmpty: Bool { words.isEmpty }

  /// How many entries are in it.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Returns whether an entry is in it.
  public func contains(_ entry: EntryIndex) -> Bool {
    let word = entry.number >> 6
    guard word >= 0, word < words.count else { return false }
    return words[word] >> UInt64(entry.number & 63) & 1 == 1
  }

  /// Adds an entry.
  public mutating func insert(_ entry: EntryIndex) {
    guard entry.number >= 0 else { return }
    let word = entry.number >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(entry.number & 63)
  }

  /// 64 entries as bits, the first of them being the lowest; none beyond the end.
  package func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }
}
