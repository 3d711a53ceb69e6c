package import ListModel

extension Sample {
  /// A list that is tracked by its history: two entries were added in bulk, one of which was
  /// removed; two were added one by one, one of which was edited and has another day on the
  /// published page.
  package static let tracked: Catalog = {
    func tracked(
      _ title: String, _ changes: [(ChangeKind, String, Bool)], isRemoved: Bool = false,
      publishedDay: String? = nil
    ) -> Entry {
      var entry = entry(
        title, "https://\(title).example", "", ["Tools"], changes.first?.1)
      entry.history = EntryHistory(
        changes: changes.map { kind, day, isBulk in
          Change(
            kind: kind, day: Day(iso: day) ?? today, commit: "c0ffee", author: "Ann",
            subject: "Change \(title)", isBulk: isBulk)
        }, isRemoved: isRemoved, publishedDay: publishedDay.flatMap { Day(iso: $0) })
      return entry
    }
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("me/tracked"), title: "Tracked"),
      entries: [
        tracked("first", [(.added, "2022-03-10", true)]),
        tracked(
          "edited", [(.added, "2022-03-12", false), (.edited, "2022-04-01", false)],
          publishedDay: "2022-04-01"),
        tracked("same-day", [(.added, "2022-03-10", false)]),
        tracked(
          "gone", [(.added, "2022-03-10", true), (.removed, "2023-01-02", false)], isRemoved: true),
      ])
    return builder.catalog()
  }()
}
