import ListModel
import ListSearch
import Settings

extension BrowserState {
  /// Returns whether an entry of the current place is new, in any of the lists that have its link.
  func isNew(_ entry: EntryIndex) -> Bool {
    guard place.kind.isOfLibrary, !news.isEmpty else { return false }
    return news.contains(entry)
      || place.catalog.entriesWithLink(of: entry).contains(where: news.contains)
  }

  /// Applies the seen state of the file.
  mutating func take(_ seen: Seen, words: String?) {
    if let words { message = Message(.information, "saved: \(words)") }
    guard seen != self.seen else { return }
    let isFirst = self.seen == nil
    self.seen = seen
    refreshNews()
    // A filter may be older than the first information on what is new.
    guard isFirst else { return }
    for index in places.indices { places[index].forgetNew() }
    if let kind = firstPlace {
      firstPlace = nil
      openPlace(kind)
    }
  }

  /// Recomputes which entries are new, as after a sync.
  mutating func refreshNews() {
    guard let seen else { return }
    news = NewEntries(
      in: places[0].catalog, seen: seen, today: today,
      firstDays: preferences.settings.number(.newDays))
    for index in places.indices where places[index].catalog.image !== places[0].catalog.image {
      guard places[index].kind == .new || places[index].kind == .changes else { continue }
      let fresh = newPlace(places[index].kind)
      places[index].scope = fresh.scope
      places[index].targets = fresh.targets
      places[index].replace(fresh.catalog)
    }
  }

  /// Ends the visit: all entries on the screen count as seen, except those marked unseen.
  mutating func endVisit(at time: EventTime) -> [BrowserEffect] {
    guard isVisit, let seen, preferences.settings.isOn(.seenOnQuit) else { return [] }
    let catalog = places[0].catalog
    let visits = catalog.visits(of: catalog.listIndices, seen: seen, at: time.now)
    guard !visits.isEmpty else { return [] }
    return see(.endVisit(visits, at: time.now), words: nil)
  }

  /// Shows a change of the seen state at once; it is saved in the background.
  private mutating func see(_ change: SeenChange, words: String?) -> [BrowserEffect] {
    guard isVisit else { return [] }
    seen?.apply(change)
    refreshNews()
    return [.saveSeen(change, words: words)]
  }
}

extension BrowserState {
  /// Marks opened entries as seen, if they were new.
  mutating func markOpened(at time: EventTime) -> [BrowserEffect] {
    guard preferences.settings.isOn(.seenOnOpen) else { return [] }
    let new = newEntries(of: entriesInHand)
    return markSeen(new, words: "\(counted(new.count)) marked seen", isReported: false, at: time)
  }

  /// The entry under the cursor of a page, the marked entries, or else the selected one.
  private var entriesInHand: [EntryIndex] {
    if let page { return page.entry.map { [$0] } ?? [] }
    return place.selection.isEmpty ? place.selected.map { [$0] } ?? [] : place.selection.entries
  }

  /// Whether `U` toggles the seen state: if none of the entries it acts on is bookmarked.
  var togglesSeen: Bool {
    guard seen != nil, !place.kind.isOfBookmarks else { return false }
    let entries = entriesInHand
    return !entries.isEmpty
      && entries.allSatisfy { entry in
        let url = place.catalog.urls[entry.number]
        return url.isEmpty || bookmarks[LinkKey(url)] == nil
      }
  }

  /// Marks the entries seen if any of them is new, else marks them new again.
  mutating func toggleSeen(at time: EventTime) -> [BrowserEffect] {
    count = nil
    let entries = libraryEntries(of: entriesToActOn())
    let new = entries.flatMap(newEntriesOfLink)
    guard new.isEmpty else {
      return markSeen(new, words: "\(counted(new.count)) marked seen", isReported: true, at: time)
    }
    let present = entries.filter { !places[0].catalog.isRemoved($0) }
    guard !present.isEmpty else {
      message = Message(.information, "removed entries are never new")
      return []
    }
    let marks = present.map { mark(of: $0, asSeen: false, at: time.now) }
    return record(marks, words: "\(counted(marks.count)) marked unseen", isReported: true)
  }

  /// Marks all new entries in view as seen.
  mutating func markAllSeen(at time: EventTime) -> [BrowserEffect] {
    count = nil
    let new = newEntries(of: place.result.rows)
    guard !new.isEmpty else {
      message = Message(.information, "nothing here is new")
      return []
    }
    guard new.count <= preferences.settings.number(.askSeen) || isConfirmed else {
      ask("mark \(counted(new.count)) seen?", before: .markAllSeen)
      return []
    }
    return markSeen(new, words: "\(counted(new.count)) marked seen", isReported: true, at: time)
  }

  mutating func unmark(_ change: ChangeHistory.Change) -> [BrowserEffect] {
    see(.unmark(change.marks), words: "undone: \(change.words)")
  }

  mutating func markAgain(_ change: ChangeHistory.Change) -> [BrowserEffect] {
    see(.mark(change.marks), words: "redone: \(change.words)")
  }

  private mutating func markSeen(
    _ entries: [EntryIndex], words: String, isReported: Bool, at time: EventTime
  ) -> [BrowserEffect] {
    record(
      entries.map { mark(of: $0, asSeen: true, at: time.now) }, words: words,
      isReported: isReported)
  }

  /// Marks entries as one change, which `u` undoes.
  private mutating func record(
    _ marks: [EntryMark], words: String, isReported: Bool
  ) -> [BrowserEffect] {
    guard isVisit else {
      if isReported {
        message = Message(.error, seenReadOnlyReason ?? "this session does not record seen entries")
      }
      return []
    }
    guard !marks.isEmpty else { return [] }
    changes.record(words, .seen(marks))
    return see(.mark(marks), words: isReported ? words : nil)
  }

  /// Returns a mark of an entry of the library, merged with its existing one.
  private func mark(of entry: EntryIndex, asSeen isSeen: Bool, at now: Timestamp) -> EntryMark {
    let catalog = places[0].catalog
    let list = catalog.list(catalog.listIndex(of: entry)).id
    let identity = catalog.identity(of: entry)
    let before = seen?[list]?.marks[identity]
    // Of two keys within a millisecond, or after the clock was set back, the later key wins.
    let latest = [before?.seen, before?.unseen].compactMap { $0?.milliseconds }.max()
    let time = Timestamp(
      milliseconds: max(now.milliseconds, (latest ?? 0).advanced(by: latest == .max ? 0 : 1)))
    let mark = isSeen ? SeenMark(seen: time) : SeenMark(unseen: time)
    return EntryMark(
      list: list, entry: identity, mark: before?.merged(with: mark) ?? mark, before: before)
  }

  /// Returns the new ones among entries of the place, in all lists that have their links.
  private func newEntries(of entries: some Sequence<EntryIndex>) -> [EntryIndex] {
    guard !news.isEmpty else { return [] }
    return libraryEntries(of: entries).flatMap(newEntriesOfLink)
  }

  private func newEntriesOfLink(_ entry: EntryIndex) -> [EntryIndex] {
    places[0].catalog.entriesWithLink(of: entry).filter(news.contains)
  }

  /// Returns the entries of the library for entries of the place.
  private func libraryEntries(of entries: some Sequence<EntryIndex>) -> [EntryIndex] {
    switch place.kind {
    case .library, .new: Array(entries)
    case .changes:
      entries.compactMap { entry in
        place.targets.indices.contains(entry.number) ? place.targets[entry.number] : nil
      }
    case .bookmarks, .later, .tutorial: []
    }
  }
}

private func counted(_ entries: Int) -> String {
  "\(entries) \(entries == 1 ? "entry" : "entries")"
}
