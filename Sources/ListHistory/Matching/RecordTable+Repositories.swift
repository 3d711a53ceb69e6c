import ListModel

/// Entries that changed their link and their title at once.
extension RecordTable {
  /// Matches removed and added entries of one commit and one category.
  ///
  /// Two are the same entry if
  ///
  /// - one's link is a further link of the other: `[One](u) - [docs](d)` became `[docs](d) of …`,
  /// - a repository of the same name on the same host has another owner: `a/tool` became `b/tool`,
  /// - another link of the same owner has a similar description.
  ///
  /// If several candidates match, none is used. Similar descriptions alone are not enough: a
  /// successor is often described like its predecessor.
  mutating func matchByRepository(_ step: inout MatchingStep, in versions: [ReadmeVersions]) {
    guard step.openRemoved.contains(where: { records[Int(step.removed[$0].record)].places == 0 })
    else {
      return
    }
    let rules: [(RemovedAndAdded) -> [RemovedAndAdded.Pair]] = [
      { $0.furtherLinks }, { $0.sameRepository(in: versions) }, { $0.sameOwner },
    ]
    for rule in rules {
      let pairs = RemovedAndAdded(step, records: records)
      guard !pairs.isEmpty else { return }
      match(rule(pairs), &step)
    }
  }

  private mutating func match(_ found: [RemovedAndAdded.Pair], _ step: inout MatchingStep) {
    guard !found.isEmpty else { return }
    // The same link may have been added in several places.
    let places = Dictionary(grouping: step.unsettled) { step.keys[$0] }
    for pair in found where step.added[pair.added].record < 0 {
      for index in places[step.keys[pair.added]] ?? [pair.added] {
        attach(index, to: step.removed[pair.removed].record, &step)
      }
    }
  }
}
