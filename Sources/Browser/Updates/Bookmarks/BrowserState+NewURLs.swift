import ListModel

extension BrowserState {
  /// Changes the link of the selected bookmark, or of all marked ones, to the current one of their
  /// list.
  ///
  /// Bookmarks are identified by their link, so a bookmark with the new link replaces the old one
  /// and keeps everything the user wrote. If one with the new link already exists, they are merged.
  mutating func takeURLs(at time: EventTime) -> [BrowserEffect] {
    let entries = entriesToActOn()
    let operations = entries.flatMap { entry -> [BookmarkOperation] in
      guard let url = place.bookmarkStatuses[entry]?.newURL,
        let old = bookmarks[LinkKey(place.catalog.urls[entry.number])]
      else { return [] }
      var new = old
      new.id = ""
      new.url = url
      new.changed = max(old.changed, time.now)
      return [.add(new), .remove(old.key, at: time.now)]
    }
    guard !operations.isEmpty else {
      message = Message(
        .information,
        !place.kind.isOfBookmarks
          ? "new URLs are changed in the bookmarks: gb goes there"
          : "the list gives this bookmark no new URL")
      return []
    }
    let count = operations.count / 2
    return change(operations, words: count == 1 ? "new URL" : "new URLs of \(count) bookmarks")
  }
}
