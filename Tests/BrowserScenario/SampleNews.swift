package import ListModel

extension Sample {
  /// A library of two tracked lists, before and after a sync.
  ///
  /// The sync brings `late`, whose commit is dated a month ago, `fresh` to the first list and, with the
  /// link of `fresh`, `fresh again` to the second; `gone` leaves its list, and `edited` is edited.
  package static let beforeSync = news(upTo: 1)
  package static let afterSync = news(upTo: 3)

  /// The entries of a library that a visit some days ago has seen.
  package static func seen(_ catalog: Catalog = beforeSync, daysAgo: Int = 2) -> Seen {
    var seen = Seen()
    let time = Timestamp(milliseconds: today.advanced(by: -daysAgo).number * 86_400_000)
    seen.apply(
      .endVisit(catalog.visits(of: catalog.listIndices, seen: seen, at: time), at: time))
    return seen
  }

  private static func news(upTo number: Int) -> Catalog {
    var builder = CatalogBuilder()
    builder.append(
      list,
      entries: [
        news("late", [(.added, 2, 30)], in: "Tools"), news("fresh", [(.added, 3, 1)], in: "Tools"),
        news("old", [(.added, 1, 400)], in: "Tools"),
        news("edited", [(.added, 1, 300), (.edited, 3, 1)], in: "Talks"),
        news("gone", [(.added, 1, 200), (.removed, 3, 1)], in: "Talks"),
      ].compactMap { $0(number) })
    builder.append(
      AwesomeList(id: ListID("you/awesome-other"), title: "Awesome Other", subject: list.subject),
      entries: [
        news("fresh again", link: "https://fresh.example/", [(.added, 2, 1)], in: "Things"),
        news("other", [(.added, 1, 500)], in: "Things"),
      ].compactMap { $0(number) })
    return builder.catalog()
  }

  /// An entry with the changes of a history up to a number; nil before its first.
  private static func news(
    _ title: String, link: String? = nil,
    _ changes: [(kind: ChangeKind, number: Int, daysAgo: Int)], in category: String
  ) -> (Int) -> Entry? {
    { number in
      let known = changes.filter { $0.number <= number }.map { change in
        Change(
          kind: change.kind, day: today.advanced(by: -change.daysAgo),
          commit: "\(change.number)c0ffee00000", author: "Ann", subject: "Commit \(change.number)",
          number: change.number)
      }
      guard let first = known.first else { return nil }
      var entry = entry(title, link ?? "https://\(title).example", "", [category], nil)
      entry.added = first.day
      entry.history = EntryHistory(changes: known, isRemoved: known.last?.kind == .removed)
      return entry
    }
  }
}
