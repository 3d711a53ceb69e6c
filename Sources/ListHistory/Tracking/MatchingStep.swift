import ListModel

/// The occurrences of a commit while they are matched with entries.
struct MatchingStep {
  private(set) var removed: [Occurrence]
  var added: [Occurrence]
  /// The keys of the new occurrences, computed as needed.
  var keys: [EntryKey?]
  /// The occurrences that are not the same as before, by their numbers.
  private(set) var openRemoved: [Int] = []
  private(set) var openAdded: [Int] = []
  /// Headings that the commit renamed over their entries.
  var renames = CategoryRenames()
  let commit: CurrentCommit

  init(_ difference: CommitDifference, at commit: CurrentCommit) {
    removed = difference.removed
    added = difference.added
    keys = Array(repeating: nil, count: added.count)
    self.commit = commit
  }

  /// The unmatched new occurrences, by their numbers.
  var unsettled: [Int] { openAdded.filter { added[$0].record < 0 } }

  /// Pairs unchanged occurrences from the beginning and from the end: a commit mostly changes one
  /// entry among neighbours that were read again with it.
  mutating func matchUnchanged() {
    var first = 0
    while first < removed.count, first < added.count, removed[first].isSame(as: added[first]) {
      added[first].record = removed[first].record
      first += 1
    }
    var removedEnd = removed.count
    var addedEnd = added.count
    while removedEnd > first, addedEnd > first,
      removed[removedEnd - 1].isSame(as: added[addedEnd - 1])
    {
      removedEnd -= 1
      addedEnd -= 1
      added[addedEnd].record = removed[removedEnd].record
    }
    openRemoved = Array(first..<removedEnd)
    openAdded = Array(first..<addedEnd)
  }
}
