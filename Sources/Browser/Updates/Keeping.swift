import ListModel

extension BrowserState {
  /// Changes the bookmark of the selected entry, or takes such a change back.
  mutating func keep(_ command: Command, at moment: Moment) -> [BrowserEffect] {
    count = nil
    if let readOnlyReason {
      message = Message(.error, readOnlyReason)
      return []
    }
    switch command {
    case .undo: return undo(at: moment)
    case .redo: return redo(at: moment)
    default: break
    }
    guard let entry = place.selected.map({ place.catalog.entry($0) }) else { return [] }
    guard let url = entry.url else {
      message = Message(.error, "this entry has no link to keep")
      return []
    }
    let key = LinkKey(url)
    switch command {
    case .bookmark:
      return toggle(key, entry, at: moment, \.kept, BookmarkField.kept, ("kept", "no longer kept"))
    case .later:
      return toggle(
        key, entry, at: moment, \.later, BookmarkField.later,
        ("put among those to read later", "no longer to be read later"))
    case .tags: return edit(.tags(key), key: key, text: { $0.tags.joined(separator: " ") })
    case .note: return edit(.note(key), key: key, text: \.note)
    case .toggleRead:
      guard let bookmark = bookmarks[key] else { return notKept() }
      let isRead = bookmark.read != nil
      return change(
        [.set(key, [.read(isRead ? nil : moment.now)], at: moment.now)],
        words: isRead ? "marked unread" : "marked read")
    default: return []
    }
  }

  /// Writes the tags or the note that were typed.
  mutating func acceptEdit(
    _ field: BookmarkField, of key: LinkKey, words: String, at moment: Moment
  )
    -> [BrowserEffect]
  {
    prompt = nil
    return change([.set(key, [field], at: moment.now)], words: words)
  }

  /// Shows the bookmarks as they are now, where such a place is open.
  mutating func refreshBookmarkPlaces() {
    for index in places.indices where places[index].kind != .library {
      places[index].replace(BookmarkCatalog.catalog(of: bookmarks, for: places[index].kind))
    }
  }

  private mutating func toggle(
    _ key: LinkKey, _ entry: Entry, at moment: Moment, _ mark: KeyPath<Bookmark, Bool>,
    _ field: (Bool) -> BookmarkField, _ words: (String, String)
  ) -> [BrowserEffect] {
    if let bookmark = bookmarks[key] {
      let isOn = !bookmark[keyPath: mark]
      return change([.set(key, [field(isOn)], at: moment.now)], words: isOn ? words.0 : words.1)
    }
    var bookmark = Bookmark(
      url: entry.url ?? "", title: entry.title, category: entry.category.headings,
      description: entry.description, day: entry.added, stars: entry.stars, kept: false,
      added: moment.now, changed: moment.now)
    if let selected = place.selected {
      bookmark.list = place.catalog.list(place.catalog.listIndex(of: selected)).id.path
    }
    bookmark.set(field(true))
    return change([.add(bookmark)], words: words.0)
  }

  private mutating func edit(
    _ purpose: Prompt.Purpose, key: LinkKey, text: (Bookmark) -> String
  ) -> [BrowserEffect] {
    guard let bookmark = bookmarks[key] else { return notKept() }
    prompt = Prompt(purpose, text: text(bookmark))
    return []
  }

  private mutating func notKept() -> [BrowserEffect] {
    let key = keymap.keys(of: .bookmark).first ?? ":bookmark"
    message = Message(.error, "this entry is not kept: \(key) keeps it")
    return []
  }

  private mutating func undo(at moment: Moment) -> [BrowserEffect] {
    guard let change = changes.undo() else {
      message = Message(.information, "nothing to undo")
      return []
    }
    return apply(change.backward.map { $0.dated(moment.now) }, words: "undone: \(change.words)")
  }

  private mutating func redo(at moment: Moment) -> [BrowserEffect] {
    guard let change = changes.redo() else {
      message = Message(.information, "nothing to do again")
      return []
    }
    return apply(change.forward.map { $0.dated(moment.now) }, words: "done again: \(change.words)")
  }

  private mutating func change(_ operations: [BookmarkOperation], words: String) -> [BrowserEffect]
  {
    let backward = operations.compactMap { bookmarks.inverse(of: $0) }
    guard !backward.isEmpty else { return [] }
    changes.record(
      ChangeHistory.Change(forward: operations, backward: backward, words: words))
    return apply(operations, words: words)
  }

  /// Shows the change at once; the words follow when it is on the disk.
  private mutating func apply(_ operations: [BookmarkOperation], words: String) -> [BrowserEffect] {
    bookmarks.apply(operations)
    refreshBookmarkPlaces()
    return [.save(operations, words: "saved: \(words)")]
  }
}
