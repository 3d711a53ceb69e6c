import ListModel
import UserFiles

/// The news of a catalog that a command requests.
struct NewsSelection {
  typealias NewsOfList = (list: ListIndex, news: [News])

  let catalog: Catalog
  let lists: [ListIndex]
  /// Only news of these entries; nil for all.
  let entries: Set<EntryIndex>?
  let firstDay: Day

  /// Returns the changes on the first day or later.
  func sinceFirstDay() -> [NewsOfList] {
    lists.map { list in (list, catalog.news(of: list, since: firstDay).filter(isChosen)) }
  }

  /// Returns the entries that are new on the screen, as additions, newest first.
  func unseen(_ new: NewEntries, today: Day) -> [NewsOfList] {
    lists.map { list in
      let news = catalog.entries(of: list).lazy.map { EntryIndex($0) }.filter(new.contains)
        .map { entry in
          News(
            entry: entry, kind: .added, day: catalog.day(of: entry) ?? today,
            isBulk: catalog.isBulkAddition(entry))
        }.filter(isChosen)
      return (list, news.sorted { ($1.day, $0.entry.number) < ($0.day, $1.entry.number) })
    }
  }

  /// Returns the changes that a digest has not printed yet; for an unknown list, those since the
  /// first day.
  func unknown(to memory: DigestState) -> [NewsOfList] {
    lists.map { list in
      let known = memory.known(of: catalog.list(list).id.path)
      let news = catalog.fingerprintedNews(of: list).filter { item in
        known.map { !$0.contains(item.fingerprint) } ?? (item.news.day >= firstDay)
      }
      return (list, news.map(\.news).filter(isChosen))
    }
  }

  /// Returns the state extended by all changes of the lists; other lists are unchanged.
  ///
  /// Entries excluded by a filter are included, so another filter under the same name prints
  /// nothing old.
  func remembered(by memory: DigestState) -> DigestState {
    var memory = memory
    for list in lists {
      memory.remember(
        Set(catalog.fingerprintedNews(of: list).map(\.fingerprint)),
        of: catalog.list(list).id.path)
    }
    return memory
  }

  private func isChosen(_ news: News) -> Bool { entries?.contains(news.entry) ?? true }
}
