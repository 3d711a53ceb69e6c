/// An addition, removal or return of an entry.
public struct News: Equatable, Sendable {
  /// The entry.
  public var entry: EntryIndex
  /// `added`, `removed` or `restored`.
  public var kind: ChangeKind
  /// The day on which it happened.
  public var day: Day
  /// Whether it was part of a bulk change, so that it is not news individually.
  public var isBulk: Bool

  /// Creates a change of an entry on a day.
  public init(entry: EntryIndex, kind: ChangeKind, day: Day, isBulk: Bool = false) {
    self.entry = entry
    self.kind = kind
    self.day = day
    self.isBulk = isBulk
  }
}

extension Catalog {
  /// Returns the additions, removals and returns in a list on a day or later: newest first, then by
  /// kind, bulk changes last, then in the list's order.
  ///
  /// A list that comes from a page has additions only; of a link in several places of a list each
  /// change is given once. Costs a pass over the list's entries.
  public func news(of list: ListIndex, since day: Day) -> [News] {
    var news: [News] = []
    var reported: Set<LinkKey> = []
    for number in entries(of: list) {
      let entry = EntryIndex(number)
      guard let history = history(of: entry) else {
        if let added = self.day(of: entry), added >= day {
          news.append(News(entry: entry, kind: .added, day: added))
        }
        continue
      }
      let isNews = history.changes.contains { $0.day >= day }
      guard isNews, urls[number].isEmpty || reported.insert(LinkKey(urls[number])).inserted else {
        continue
      }
      for change in history.changes where change.day >= day {
        guard [.added, .removed, .restored].contains(change.kind) else { continue }
        news.append(
          News(entry: entry, kind: change.kind, day: change.day, isBulk: change.isBulk))
      }
    }
    return news.sorted { left, right in
      if left.day != right.day { return left.day > right.day }
      if left.kind != right.kind { return left.kind.code < right.kind.code }
      if left.isBulk != right.isBulk { return right.isBulk }
      return left.entry.number < right.entry.number
    }
  }
}
