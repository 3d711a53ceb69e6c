import ListModel

/// The occurrences of a commit while they are matched with entries.
struct MatchingStep {
  private(set) var gone: [Occurrence]
  var come: [Occurrence]
  /// The keys of the new occurrences, as far as they were needed.
  var keys: [EntryKey?]
  /// The occurrences that are not the same as before, by their numbers.
  private(set) var openGone: [Int] = []
  private(set) var openCome: [Int] = []
  /// Headings that the commit renamed over their entries.
  var renames = CategoryRenames()
  let moment: CommitMoment

  init(_ difference: CommitDifference, at moment: CommitMoment) {
    gone = difference.gone
    come = difference.come
    keys = Array(repeating: nil, count: come.count)
    self.moment = moment
  }

  /// The unmatched new occurrences, by their numbers.
  var unsettled: [Int] { openCome.filter { come[$0].record < 0 } }

  /// Pairs unchanged occurrences from the beginning and from the end: a commit mostly changes one
  /// entry among neighbours that were read again with it.
  mutating func matchUnchanged() {
    var first = 0
    while first < gone.count, first < come.count, gone[first].isSame(as: come[first]) {
      come[first].record = gone[first].record
      first += 1
    }
    var goneEnd = gone.count
    var comeEnd = come.count
    while goneEnd > first, comeEnd > first, gone[goneEnd - 1].isSame(as: come[comeEnd - 1]) {
      goneEnd -= 1
      comeEnd -= 1
      come[comeEnd].record = gone[goneEnd].record
    }
    openGone = Array(first..<goneEnd)
    openCome = Array(first..<comeEnd)
  }
}
