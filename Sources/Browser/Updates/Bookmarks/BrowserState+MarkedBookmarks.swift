import ListModel

extension BrowserState {
  /// The state of the marked entries for a command that changes bookmarks.
  private struct Marked {
    /// The marked entries with a link, each with its bookmark if it has one.
    var links: [(entry: EntryIndex, bookmark: Bookmark?)] = []
    /// How many have no link.
    var unlinked = 0

    var bookmarks: [Bookmark] { links.compactMap(\.bookmark) }
  }

  /// Changes the bookmarks of all marked entries as one change.
  ///
  /// A toggle sets the mark if any of the entries lacks it, and removes it only if all have it.
  mutating func bookmarkMarked(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    let marked = markedLinks()
    guard !marked.links.isEmpty else {
      message = Message(
        .error, "none of the \(marked.unlinked) marked entries has a link to bookmark")
      return []
    }
    switch command {
    case .bookmark:
      return toggle(marked, at: time, \.isBookmarked, BookmarkField.bookmarked, "bookmarked")
    case .later: return toggle(marked, at: time, \.later, BookmarkField.later, "to read later")
    case .tags: return editTags(of: marked)
    case .toggleRead: return toggleRead(marked, at: time)
    default: return []
    }
  }

  private func markedLinks() -> Marked {
    var marked = Marked()
    for entry in place.selection.entries {
      let url = place.catalog.urls[entry.number]
      if url.isEmpty {
        marked.unlinked += 1
      } else {
        marked.links.append((entry, bookmarks[LinkKey(url)]))
      }
    }
    return marked
  }

  private mutating func toggle(
    _ marked: Marked, at time: EventTime, _ mark: KeyPath<Bookmark, Bool>,
    _ field: (Bool) -> BookmarkField, _ words: String
  ) -> [BrowserEffect] {
    let isOn = !marked.links.allSatisfy { $0.bookmark?[keyPath: mark] == true }
    let operations = marked.links.compactMap { entry, bookmark -> BookmarkOperation? in
      if let bookmark {
        return bookmark[keyPath: mark] == isOn
          ? nil : .edit(bookmark, [field(isOn)], at: time.now)
      }
      var added = newBookmark(of: entry, at: time)
      added.set(field(true))
      return .add(added)
    }
    let entries = "\(operations.count) \(operations.count == 1 ? "entry" : "entries")"
    return change(
      operations,
      words: "\(entries) \(isOn ? words : "no longer \(words)")\(leftOut(marked.unlinked))")
  }

  private mutating func toggleRead(_ marked: Marked, at time: EventTime) -> [BrowserEffect] {
    let bookmarks = marked.bookmarks
    guard !bookmarks.isEmpty else { return refuseWithoutBookmarks(marked) }
    let isRead = bookmarks.allSatisfy { $0.read != nil }
    let changed = bookmarks.filter { ($0.read != nil) == isRead }
    return change(
      changed.map { .edit($0, [.read(isRead ? nil : time.now)], at: time.now) },
      words: "\(counted(changed.count)) marked \(isRead ? "unread" : "read")")
  }

  /// Opens the prompt with the tags that all marked bookmarks share.
  private mutating func editTags(of marked: Marked) -> [BrowserEffect] {
    let bookmarks = marked.bookmarks
    guard !bookmarks.isEmpty else { return refuseWithoutBookmarks(marked) }
    prompt = Prompt(.tags(bookmarks), text: TagLine.line(of: bookmarks.sharedTags))
    return []
  }

  private mutating func refuseWithoutBookmarks(_ marked: Marked) -> [BrowserEffect] {
    let key = keymap.keys(of: .bookmark).first ?? ":bookmark"
    message = Message(
      .error,
      "none of the \(place.selection.count) marked entries is bookmarked: \(key) bookmarks them")
    return []
  }

  private func leftOut(_ unlinked: Int) -> String {
    unlinked == 0 ? "" : "; \(unlinked) without a link left out"
  }
}

extension BrowserState {
  /// Saves the tags typed for one or several bookmarks.
  ///
  /// Each of several bookmarks keeps the tags that it does not share with all others: tags deleted
  /// from the line are removed from all, new ones are added to all.
  mutating func acceptTags(
    _ typed: [String], of bookmarks: [Bookmark], at time: EventTime
  ) -> [BrowserEffect] {
    guard bookmarks.count != 1 else {
      return acceptEdit(.tags(typed), of: bookmarks[0], words: "tags", at: time)
    }
    prompt = nil
    let shared = bookmarks.sharedTags
    let removed = shared.filter { !typed.contains(tag: $0) }
    let operations = bookmarks.map { known -> BookmarkOperation in
      let bookmark = self.bookmarks[known.key] ?? known
      var tags = bookmark.tags.filter { !removed.contains(tag: $0) }
      for tag in typed where !tags.contains(tag: tag) { tags.append(tag) }
      return .edit(bookmark, [.tags(tags)], at: time.now)
    }
    return change(operations, words: "tags of \(counted(operations.count))")
  }
}

private func counted(_ bookmarks: Int) -> String {
  "\(bookmarks) \(bookmarks == 1 ? "bookmark" : "bookmarks")"
}

extension [Bookmark] {
  /// The tags shared by all of them, in the order of the first.
  var sharedTags: [String] {
    (first?.tags ?? []).filter { tag in allSatisfy { $0.tags.contains(tag: tag) } }
  }
}

extension Collection<String> {
  /// Returns whether a tag is among these, compared by its bytes.
  func contains(tag: String) -> Bool { contains { $0.utf8.elementsEqual(tag.utf8) } }
}
