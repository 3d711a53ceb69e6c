package import ListModel
package import ListSearch

extension BrowserState {
  /// Returns whether an entry on the screen matches a query; its words must occur literally.
  package func matches(_ entry: EntryIndex, _ query: Query) -> Bool {
    let catalog = page == nil ? place.catalog : places[0].catalog
    return EntryTest(query, of: catalog).matches(entry) { userState(of: entry, in: catalog) }
  }

  private func userState(of entry: EntryIndex, in catalog: Catalog) -> EntryTest.UserState {
    var state = EntryTest.UserState()
    state.isNew = page == nil && !place.kind.isOfLibrary ? false : news.contains(entry)
    let url = catalog.urls[entry.number]
    if !url.isEmpty, let bookmark = bookmarks[LinkKey(url)] { state.take(bookmark) }
    return state
  }
}

extension EntryTest.UserState {
  /// Copies the state of a bookmark.
  package mutating func take(_ bookmark: Bookmark) {
    isBookmarked = bookmark.isBookmarked
    isLater = bookmark.later
    isRead = bookmark.read != nil
    tags = bookmark.tags
  }
}
