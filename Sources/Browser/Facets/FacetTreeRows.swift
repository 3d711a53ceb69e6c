import ListModel

/// The rows of a tree of values that remain after a search: those with a count, the chosen one, and
/// their ancestors, as far as they are open.
///
/// Laid out in two passes over numbers. A row with its text is created on demand, because a search
/// counts thousands of values of which about thirty are visible.
final class FacetTreeRows: Sendable {
  private let tree: FacetTree
  /// Whether headings are open by default, and those that differ from it.
  private let isOpen: Bool
  private let toggled: Set<Int>
  private let totals: [UInt32]
  /// The same for new entries; empty if there are none.
  private let newTotals: [UInt32]
  /// Running totals of the values that match the row filter; empty without a filter.
  private let matchTotals: [Int32]
  /// The values that stay even without a match.
  private let kept: [Int]
  /// The values that have a row, in ascending order.
  private let values: [Int32]

  /// - Parameters:
  ///   - counts: the matches of each list or category, by its number.
  ///   - new: how many of them are new to the user; empty for none.
  ///   - chosen: the value that stays even without a match.
  ///   - open: which headings show what is below them.
  ///   - matching: the values that the rows are narrowed to, with all that these are under, whether
  ///     that is open or not; nil for no narrowing.
  ///   - showsEmpty: whether lists without any entry have a row, so that one can go there and read
  ///     why.
  init(
    _ tree: FacetTree, counts: [Int], new: [Int] = [], chosen: FacetKey, open: OpenRows,
    matching: [Bool]? = nil, showsEmpty: Bool = false
  ) {
    self.tree = tree
    isOpen = open.all
    let toggled = Set(open.toggled.compactMap(tree.value))
    self.toggled = toggled
    let totals = tree.totals(counts)
    self.totals = totals
    newTotals = new.isEmpty ? [] : tree.totals(new)
    let kept = (showsEmpty ? tree.empty : []) + (tree.value(of: chosen).map { [$0] } ?? [])
    self.kept = kept
    let matches = matching.map { Self.matchTotals($0, totals: totals, ends: tree.ends) } ?? []
    matchTotals = matches
    var values: [Int32] = []
    let ends = tree.ends
    var value = 0
    while value < ends.count {
      let end = Int(ends[value])
      let isShown =
        matches.isEmpty
        ? totals[end] > totals[value] || kept.contains { (value..<end).contains($0) }
        : matches[end] > matches[value]
      if isShown { values.append(Int32(value)) }
      let isOpen =
        matches.isEmpty
        ? open.all != toggled.contains(value) : end > value + 1 && matches[end] > matches[value + 1]
      let showsInner = isShown && end > value + 1 && isOpen
      value = showsInner ? value + 1 : end
    }
    self.values = values
  }

  var count: Int { values.count }

  subscript(position: Int) -> FacetRow {
    let number = Int(values[position])
    let value = tree[number]
    let below = number..<Int(tree.ends[number])
    return FacetRow(
      key: value.key, label: value.label, depth: value.depth, count: count(of: below),
      new: newTotals.isEmpty ? 0 : Int(newTotals[below.upperBound] - newTotals[below.lowerBound]),
      isOpen: below.count > 1 ? isOpen(number) : nil,
      hasFailed: tree.failed.contains { below.contains($0) && isShown($0) },
      isEmpty: value.isEmpty)
  }

  private func isOpen(_ number: Int) -> Bool {
    guard !matchTotals.isEmpty else { return isOpen != toggled.contains(number) }
    return matchTotals[Int(tree.ends[number])] > matchTotals[number + 1]
  }

  /// Counts the values that match and have entries.
  private static func matchTotals(
    _ matching: [Bool], totals: [UInt32], ends: [Int32]
  ) -> [Int32] {
    var sums: [Int32] = [0]
    sums.reserveCapacity(ends.count + 1)
    var sum: Int32 = 0
    for value in ends.indices {
      if matching[value], totals[Int(ends[value])] > totals[value] { sum += 1 }
      sums.append(sum)
    }
    return sums
  }

  /// Returns whether a list has a row when its subject is open.
  private func isShown(_ list: Int) -> Bool {
    count(of: list..<list + 1) > 0 || kept.contains(list)
  }

  private func count(of values: Range<Int>) -> Int {
    Int(totals[values.upperBound] - totals[values.lowerBound])
  }

  /// Returns the row of a value; nil if it is not shown.
  func position(of key: FacetKey) -> Int? {
    guard let number = tree.value(of: key).map({ Int32($0) }) else { return nil }
    let row = values.partitioningIndex { $0 >= number }
    return row < values.count && values[row] == number ? row : nil
  }
}
