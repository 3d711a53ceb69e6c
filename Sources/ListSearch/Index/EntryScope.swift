/// Which entries a search looks through: all, or those that stand in their lists.
struct EntryScope {
  private let count: Int
  private let removed: NumberView<UInt64>
  private let asksForRemoved: Bool

  init(_ index: SearchIndex, asksForRemoved: Bool) {
    count = index.count
    removed = index.removed
    self.asksForRemoved = asksForRemoved
  }

  /// Those among the 64 of a word.
  @inline(__always)
  func entries(at word: Int) -> UInt64 {
    let rest = count &- word << 6
    let all: UInt64 = rest >= 64 ? .max : rest <= 0 ? 0 : (1 << UInt64(rest)) &- 1
    return asksForRemoved ? all : all & ~removed.number(at: word, or: 0)
  }
}
