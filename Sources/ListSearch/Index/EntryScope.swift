/// Which entries a search looks through: all, or those that are in their lists, or some of these.
struct EntryScope {
  private let count: Int
  private let removed: NumberView<UInt64>
  private let asksForRemoved: Bool
  /// Only these; nil for all.
  private let chosen: UnsafeBufferPointer<UInt64>?

  init(
    _ index: SearchIndex, asksForRemoved: Bool, among chosen: UnsafeBufferPointer<UInt64>? = nil
  ) {
    self.chosen = chosen
    count = index.count
    removed = index.removed
    self.asksForRemoved = asksForRemoved
  }

  /// Returns those among the 64 of a word.
  @inline(__always)
  func entries(at word: Int) -> UInt64 {
    let rest = count &- word << 6
    var all: UInt64 = rest >= 64 ? .max : rest <= 0 ? 0 : (1 << UInt64(rest)) &- 1
    if let chosen { all &= word < chosen.count ? chosen[word] : 0 }
    return asksForRemoved ? all : all & ~removed.number(at: word, or: 0)
  }
}
