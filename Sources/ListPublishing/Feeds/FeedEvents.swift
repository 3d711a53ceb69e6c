import ListModel

/// Something that happened to an entry and may become an item, or part of one.
struct FeedEvent {
  var list: ListIndex
  var entry: EntryIndex
  var kind: ChangeKind
  var time: FeedTime
  /// The commit; empty for an entry that is only known from a page.
  var commit = ""
  /// Whether its commit changed so many entries that they become one item.
  var isBulk = false
}

/// Reads the changes of one list's entries from a catalog.
///
/// An entry that is in several places of its list is reported once. Costs a pass over the entries
/// of the list, former ones included.
struct FeedEvents {
  /// From this many entries on, a commit or a day of a page becomes one item.
  static let bulk = 20

  let catalog: Catalog
  let list: ListIndex

  /// Returns the event that made each present entry news: its addition, or its last return.
  func arrivals() -> [FeedEvent] {
    events { history in
      guard !history.isRemoved else { return [] }
      return [history.changes.last { $0.kind == .restored } ?? history.addition].compactMap(\.self)
    }
  }

  /// Returns all changes of some kinds; for a list only known from a page, its additions.
  func changes(of kinds: Set<ChangeKind>) -> [FeedEvent] {
    let events = events { history in history.changes.filter { kinds.contains($0.kind) } }
    return catalog.isTracked(list) || kinds.contains(.added) ? events : []
  }

  private func events(_ choose: (EntryHistory) -> [Change]) -> [FeedEvent] {
    catalog.isTracked(list) ? tracked(choose) : additionsOfPage()
  }

  private func tracked(_ choose: (EntryHistory) -> [Change]) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var sizes: [ChangeSet: Int] = [:]
    var seen: Set<LinkKey> = []
    for number in catalog.entries(of: list) {
      let entry = EntryIndex(number)
      guard let history = catalog.history(of: entry) else { continue }
      // A former entry may have had the link of one that is in the list.
      guard history.isRemoved || isAlone(number) || seen.insert(key(of: number)).inserted else {
        continue
      }
      for changeSet in Set(history.changes.map { ChangeSet(commit: $0.commit, day: $0.day) }) {
        sizes[changeSet, default: 0] += 1
      }
      events += choose(history).map {
        FeedEvent(
          list: list, entry: entry, kind: $0.kind, time: FeedTime(of: $0), commit: $0.commit)
      }
    }
    for index in events.indices {
      let changeSet = ChangeSet(commit: events[index].commit, day: events[index].time.day)
      events[index].isBulk = sizes[changeSet, default: 0] >= FeedEvents.bulk
    }
    return events
  }

  private func additionsOfPage() -> [FeedEvent] {
    var first: [LinkKey: (number: Int, day: Day)] = [:]
    var chosen: [(number: Int, day: Day)] = []
    for number in catalog.entries(of: list) {
      guard let day = catalog.day(of: EntryIndex(number)) else { continue }
      if isAlone(number) {
        chosen.append((number, day))
        continue
      }
      let key = key(of: number)
      if let other = first[key], other.day <= day { continue }
      first[key] = (number, day)
    }
    if !first.isEmpty {
      chosen += first.values
      chosen.sort { $0.number < $1.number }
    }
    var sizes: [Day: Int] = [:]
    for (_, day) in chosen { sizes[day, default: 0] += 1 }
    return chosen.map { number, day in
      FeedEvent(
        list: list, entry: EntryIndex(number), kind: .added, time: FeedTime(noonOf: day),
        isBulk: sizes[day, default: 0] >= FeedEvents.bulk)
    }
  }

  /// Returns whether the catalog knows, without reading the link, that no other entry has it; may
  /// be false for a unique one.
  private func isAlone(_ number: Int) -> Bool {
    guard catalog.hasUniqueLink(EntryIndex(number)) else { return false }
    // The catalog treats a link with an empty canonical form as unique.
    return catalog.urls.withBytes(at: number) { url in
      let schemes = ["https://".utf8, "http://".utf8]
      guard let scheme = schemes.first(where: { url.starts(with: $0) }) else { return false }
      let host = url.dropFirst(scheme.count)
      return host.first.map { $0.isASCIILetter || $0.isASCIIDigit } ?? false
        && !host.starts(with: "www.".utf8)
    }
  }

  private func key(of number: Int) -> LinkKey {
    let url = catalog.urls[number]
    return url.isEmpty ? LinkKey(canonical: [0] + catalog.titles[number].utf8) : LinkKey(url)
  }
}

/// The origin of changes made together: a commit, or a reading of a page, which has no commit, on a
/// day.
private struct ChangeSet: Hashable {
  let commit: String
  let day: Day
}
