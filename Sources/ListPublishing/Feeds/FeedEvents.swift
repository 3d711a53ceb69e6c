import ListModel

/// Something that happened to an entry and may become an item, or part of one.
struct FeedEvent {
  var list: ListIndex
  var entry: EntryIndex
  var kind: ChangeKind
  var time: FeedTime
  /// The commit; empty for an entry that is known from a page alone.
  var commit = ""
  /// Whether so many entries came with it that together they are one item.
  var isBulk = false
}

/// Reads from a catalog what happened to the entries of one list.
///
/// An entry that stands in several places of its list is reported once. Costs a pass over the
/// entries of the list, former ones included.
struct FeedEvents {
  /// A commit, or a day of a page, with so many entries makes one item of them.
  static let bulk = 20

  let catalog: Catalog
  let list: ListIndex

  /// What made each entry that stands in the list news: its being added, or its last return.
  func arrivals() -> [FeedEvent] {
    events { history in
      guard !history.isRemoved else { return [] }
      return [history.changes.last { $0.kind == .restored } ?? history.addition].compactMap(\.self)
    }
  }

  /// All changes of some kinds; of a list that is known from a page alone, its additions.
  func changes(of kinds: Set<ChangeKind>) -> [FeedEvent] {
    let events = events { history in history.changes.filter { kinds.contains($0.kind) } }
    return catalog.isTracked(list) || kinds.contains(.added) ? events : []
  }

  private func events(_ choose: (EntryHistory) -> [Change]) -> [FeedEvent] {
    catalog.isTracked(list) ? tracked(choose) : additionsOfPage()
  }

  private func tracked(_ choose: (EntryHistory) -> [Change]) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var sizes: [Occasion: Int] = [:]
    var seen: Set<LinkKey> = []
    for number in catalog.entries(of: list) {
      let entry = EntryIndex(number)
      guard let history = catalog.history(of: entry) else { continue }
      // A former entry may have had the link of one that stands in the list.
      guard history.isRemoved || seen.insert(key(of: number)).inserted else { continue }
      for occasion in Set(history.changes.map { Occasion(commit: $0.commit, day: $0.day) }) {
        sizes[occasion, default: 0] += 1
      }
      events += choose(history).map {
        FeedEvent(
          list: list, entry: entry, kind: $0.kind, time: FeedTime(of: $0), commit: $0.commit)
      }
    }
    for index in events.indices {
      let occasion = Occasion(commit: events[index].commit, day: events[index].time.day)
      events[index].isBulk = sizes[occasion, default: 0] >= FeedEvents.bulk
    }
    return events
  }

  private func additionsOfPage() -> [FeedEvent] {
    var first: [LinkKey: Int] = [:]
    for number in catalog.entries(of: list) {
      guard let day = catalog.day(of: EntryIndex(number)) else { continue }
      let key = key(of: number)
      if let other = first[key].flatMap({ catalog.day(of: EntryIndex($0)) }), other <= day {
        continue
      }
      first[key] = number
    }
    var sizes: [Day: Int] = [:]
    for number in first.values {
      if let day = catalog.day(of: EntryIndex(number)) { sizes[day, default: 0] += 1 }
    }
    return first.values.sorted().compactMap { number in
      guard let day = catalog.day(of: EntryIndex(number)) else { return nil }
      return FeedEvent(
        list: list, entry: EntryIndex(number), kind: .added, time: FeedTime(noonOf: day),
        isBulk: sizes[day, default: 0] >= FeedEvents.bulk)
    }
  }

  private func key(of number: Int) -> LinkKey {
    let url = catalog.urls[number]
    return url.isEmpty ? LinkKey(canonical: [0] + catalog.titles[number].utf8) : LinkKey(url)
  }
}

/// What changed entries together: a commit, or a reading of a page, which has none, on a day.
private struct Occasion: Hashable {
  let commit: String
  let day: Day
}
