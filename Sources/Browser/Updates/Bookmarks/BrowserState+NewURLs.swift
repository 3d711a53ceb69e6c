import ListModel

extension BrowserState {
  /// Gives the selected bookmark, or all marked ones, the link that their list gives them now.
  ///
  /// The link is what a bookmark is known by: there is one with the new link in place of the one
  /// with the old, with all that the reader wrote. One that has the new link already takes that in.
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
