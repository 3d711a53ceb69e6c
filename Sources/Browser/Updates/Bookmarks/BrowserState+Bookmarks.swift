import ListModel

extension BrowserState {
  /// Runs a command that changes the bookmark of the selected entry, or undoes or redoes a change.
  mutating func keep(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    count = nil
    if let readOnlyReason {
      message = Message(.error, readOnlyReason)
      return []
    }
    switch command {
    case .undo: return undo(at: time)
    case .redo: return redo(at: time)
    default: break
    }
    guard page == nil else { return bookmarkInPage(command, at: time) }
    if command == .takeURL { return takeURLs(at: time) }
    place.settleRange()
    if !place.selection.isEmpty, command != .note, command != .editNote {
      return bookmarkMarked(command, at: time)
    }
    guard let selected = place.selected else { return [] }
    return keep(command, of: selected, at: time)
  }

  /// Changes the bookmark of the entry under the cursor of a page.
  private mutating func bookmarkInPage(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    guard let entry = page?.entry else {
      message = Message(.information, "no entry here")
      return []
    }
    return keep(command, of: entry, at: time)
  }

  private mutating func keep(
    _ command: Command, of selected: EntryIndex, at time: EventTime
  ) -> [BrowserEffect] {
    let entry = place.catalog.entry(selected)
    guard let url = entry.url else {
      message = Message(.error, "this entry has no link to bookmark")
      return []
    }
    let key = LinkKey(url)
    switch command {
    case .bookmark:
      return toggle(
        key, selected, at: time, \.isBookmarked, BookmarkField.bookmarked,
        ("bookmarked", "bookmark removed"))
    case .later:
      return toggle(
        key, selected, at: time, \.later, BookmarkField.later,
        ("added to read later", "removed from read later"))
    case .tags:
      return edit({ .tags([$0]) }, key: key, text: { TagLine.line(of: $0.tags) })
    case .note: return edit(Prompt.Purpose.note, key: key, text: \.note)
    case .editNote: return bookmarks[key].map { [.editNote($0)] } ?? refuseUnbookmarked()
    case .toggleRead:
      guard let bookmark = bookmarks[key] else { return refuseUnbookmarked() }
      let isRead = bookmark.read != nil
      return change(
        .edit(bookmark, [.read(isRead ? nil : time.now)], at: time.now),
        words: isRead ? "marked unread" : "marked read")
    default: return []
    }
  }

  /// Saves the typed tags or note.
  ///
  /// The bookmark is the one from when typing started: another window may have removed it since,
  /// and the typed text must not be lost.
  mutating func acceptEdit(
    _ field: BookmarkField, of bookmark: Bookmark, words: String, at time: EventTime
  ) -> [BrowserEffect] {
    prompt = nil
    return change(.edit(bookmarks[bookmark.key] ?? bookmark, [field], at: time.now), words: words)
  }

  /// Updates the open places of bookmarks.
  ///
  /// With many bookmarks this takes some tenths of a second, during which the place does not
  /// change.
  mutating func refreshBookmarkPlaces() {
    guard let index = places.indices.last, places[index].kind.isOfBookmarks else { return }
    let kind = places[index].kind
    bookmarkGeneration += 1
    if bookmarks.count > Self.maxCataloguedAtOnce
      || places[0].catalog.count > Self.maxSearchedAtOnce
    {
      places[index].isAwaitingBookmarks = true
      isBookmarkCatalogDue = true
    } else {
      show(
        BookmarkCatalog(of: bookmarks, for: kind, in: places[0].catalog),
        generation: bookmarkGeneration)
    }
  }

  /// Shows a catalog of bookmarks, unless they have changed since it was requested.
  mutating func show(_ collected: BookmarkCatalog, generation: Int) {
    guard generation == bookmarkGeneration, let index = places.indices.last,
      places[index].kind.isOfBookmarks
    else { return }
    places[index].replace(with: collected)
    if areBookmarksKnown { restoreBookmarks() }
  }

  /// Returns the effect that requests a catalog of the bookmarks, if one is due.
  mutating func catalogueBookmarks() -> [BrowserEffect] {
    guard isBookmarkCatalogDue else { return [] }
    isBookmarkCatalogDue = false
    return !place.kind.isOfBookmarks
      ? [] : [.catalogueBookmarks(place.kind, generation: bookmarkGeneration)]
  }

  /// This many bookmarks, compared with the entries of their lists, take no longer than a frame.
  private static let maxCataloguedAtOnce = 1_000
  private static let maxSearchedAtOnce = 20_000

  private mutating func toggle(
    _ key: LinkKey, _ entry: EntryIndex, at time: EventTime, _ mark: KeyPath<Bookmark, Bool>,
    _ field: (Bool) -> BookmarkField, _ words: (String, String)
  ) -> [BrowserEffect] {
    if let bookmark = bookmarks[key] {
      let isOn = !bookmark[keyPath: mark]
      return change(
        .edit(bookmark, [field(isOn)], at: time.now), words: isOn ? words.0 : words.1)
    }
    var bookmark = newBookmark(of: entry, at: time)
    bookmark.set(field(true))
    return change(.add(bookmark), words: words.0)
  }

  /// Returns a bookmark for an entry without one.
  func newBookmark(of index: EntryIndex, at time: EventTime) -> Bookmark {
    let entry = place.catalog.entry(index)
    return Bookmark(
      url: entry.url ?? "", title: entry.title,
      list: place.catalog.list(place.catalog.listIndex(of: index)).id.path,
      category: entry.category.headings, description: entry.description, day: entry.added,
      stars: entry.stars, isBookmarked: false, added: time.now, changed: time.now)
  }

  private mutating func edit(
    _ purpose: (Bookmark) -> Prompt.Purpose, key: LinkKey, text: (Bookmark) -> String
  ) -> [BrowserEffect] {
    guard let bookmark = bookmarks[key] else { return refuseUnbookmarked() }
    prompt = Prompt(purpose(bookmark), text: text(bookmark))
    return []
  }

  private mutating func refuseUnbookmarked() -> [BrowserEffect] {
    let key = keymap.keys(of: .bookmark).first ?? ":bookmark"
    message = Message(.error, "this entry is not bookmarked: \(key) bookmarks it")
    return []
  }

  private mutating func undo(at time: EventTime) -> [BrowserEffect] {
    guard let change = changes.undo() else {
      message = Message(.information, "nothing to undo")
      return []
    }
    switch change.subject {
    case .bookmarks:
      return carryOut(
        .undo(number: change.number, at: time.now), words: .undone(change.words))
    case .seen: return unmark(change)
    case .filter(let before, let after):
      return restore(from: after, to: before, words: .undone(change.words))
    }
  }

  private mutating func redo(at time: EventTime) -> [BrowserEffect] {
    guard let change = changes.redo() else {
      message = Message(.information, "nothing to redo")
      return []
    }
    switch change.subject {
    case .bookmarks:
      return carryOut(
        .redo(number: change.number, at: time.now), words: .redone(change.words))
    case .seen: return markAgain(change)
    case .filter(let before, let after):
      return restore(from: before, to: after, words: .redone(change.words))
    }
  }

  /// Makes a change, unless it would change nothing on the screen.
  mutating func change(_ operation: BookmarkOperation, words: String) -> [BrowserEffect] {
    change([operation], words: words)
  }

  /// Makes several changes as one, which `u` undoes; changes without an effect are dropped.
  mutating func change(
    _ operations: [BookmarkOperation], words: String
  ) -> [BrowserEffect] {
    let effective = operations.filter { operation in
      let before = bookmarks.record(of: operation.key)
      var after = Bookmarks(before.map { [$0] } ?? [])
      after.apply(operation)
      return after.record(of: operation.key) != before
    }
    guard !effective.isEmpty else { return [] }
    let number = changes.record(words).number
    return carryOut(.make(effective, number: number), words: .saved(words))
  }

  /// Shows a change at once; the message follows when it is saved.
  mutating func carryOut(
    _ request: BookmarkRequest, words: SaveMessage
  ) -> [BrowserEffect] {
    var shown = bookmarks
    _ = changes.log.carryOut(request, on: &shown)
    bookmarks = shown
    refreshBookmarkPlaces()
    return [.save(request, words: words)]
  }
}
