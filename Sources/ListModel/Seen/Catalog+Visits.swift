extension Catalog {
  /// Returns the seen point of each list at the end of a visit: everything in it.
  ///
  /// Lists without an entry are left out. Costs a pass over all changes, and one over the links of
  /// each list in which single entries were marked.
  public func visits(
    of lists: some Sequence<ListIndex>, seen: Seen, at now: Timestamp
  ) -> [ListVisit] {
    lists.filter { !entries(of: $0).isEmpty }.map { visit(of: $0, seen: seen, at: now) }
  }

  /// The lists of the catalog.
  public var listIndices: [ListIndex] { (0..<listCount).map { ListIndex($0) } }

  private func visit(of list: ListIndex, seen: Seen, at now: Timestamp) -> ListVisit {
    let id = ListID(listPaths[list.number])
    let last = lastChange(of: list)
    var visit = ListVisit(list: id, origin: last.origin, number: last.number)
    guard let known = seen[id] else { return visit }
    let limit = Timestamp(milliseconds: now.milliseconds - SeenMark.remembrance)
    let matters = known.latestPoints.filter { origin, point in
      point.visited >= limit && !counts(origin, point.number, in: list)
    }.map(\.origin)
    visit.outdated = known.points.keys.filter { $0 != last.origin && !matters.contains($0) }
    let present =
      known.marks.isEmpty ? [] : Set(entries(of: list).map { identity(of: EntryIndex($0)) })
    visit.settled = known.marks.filter { key, mark in
      guard let time = mark.seen, mark.isSeen else { return false }
      // A mark that overrides an unseen mark stays, so that a copy of that cannot return.
      return time < limit || mark.unseen == nil && present.contains(key)
    }
    return visit
  }
}

extension SeenMark {
  /// For how many milliseconds obsolete marks are stored, for merging with other machines.
  static let remembrance = 90 * 86_400_000
}
