package import ListModel

/// The changes to a bookmark's entry in its list since it was bookmarked.
package struct BookmarkStatus: Equatable, Sendable {
  /// Whether the entry was removed from the list, and on which day.
  package var isRemoved = false
  package var removed: Day?
  /// Its current category, if that has changed, and since when.
  package var category: CategoryPath?
  package var moved: Day?
  /// The link that the list gives it now, if it leads elsewhere.
  package var newURL: String?

  /// Creates the status of an unchanged entry.
  package init() {}

  /// The status in a word or two; nil if nothing happened.
  package var words: String? {
    if isRemoved { return "removed" }
    if newURL != nil { return "new URL" }
    return category == nil ? nil : "moved"
  }
}

/// Finds the status of the bookmarks of one list.
///
/// Costs a pass over the list's entries, for any number of bookmarks.
struct BookmarkStatusFinder {
  private let library: Catalog
  private let list: ListIndex
  /// The list's entries for each requested link.
  private var present: [LinkKey: [EntryIndex]] = [:]
  private var gone: [LinkKey: EntryIndex] = [:]
  /// The entries that had another link at first, by that link, and those with a link, by title.
  private var relinked: [LinkKey: EntryIndex] = [:]
  private var titled: [[UInt8]: EntryIndex] = [:]

  /// Looks up these bookmarks in their list.
  init(_ bookmarks: [Bookmark], of list: ListIndex, in library: Catalog) {
    self.library = library
    self.list = list
    let links = Set(bookmarks.map(\.key))
    let titles = Set(bookmarks.map { Array($0.title.utf8) })
    for number in library.entries(of: list) {
      let entry = EntryIndex(number)
      guard !library.urls.isEmpty(at: number) else { continue }
      let link = library.urls.withBytes(at: number) {
        LinkKey(utf8: $0.assumingMemoryBound(to: UInt8.self))
      }
      let isRemoved = library.isRemoved(entry)
      if links.contains(link) {
        if isRemoved { gone[link] = entry } else { present[link, default: []].append(entry) }
      } else if !isRemoved {
        if let first = library.firstLink(of: entry), first != link, links.contains(first) {
          relinked[first] = entry
        }
        let title = library.titles.withBytes(at: number) { Array($0) }
        if titles.contains(title) { titled[title] = entry }
      }
    }
  }

  /// Returns the status of one of the bookmarks; nil if nothing happened or nothing is known.
  func bookmarkStatus(of bookmark: Bookmark) -> BookmarkStatus? {
    var bookmarkStatus = BookmarkStatus()
    let link = bookmark.key
    if let entries = present[link] {
      note(entries, of: bookmark, in: &bookmarkStatus)
    } else if let entry = relinked[link] ?? edited(bookmark) {
      bookmarkStatus.newURL = library.urls[entry.number]
      note([entry], of: bookmark, in: &bookmarkStatus)
    } else if let entry = gone[link] {
      bookmarkStatus.isRemoved = true
      bookmarkStatus.removed = library.history(of: entry)?.removed
    }
    return bookmarkStatus == BookmarkStatus() ? nil : bookmarkStatus
  }

  /// Returns the entry with the bookmark's title, if the list has edited it since.
  private func edited(_ bookmark: Bookmark) -> EntryIndex? {
    guard !bookmark.title.isEmpty, let entry = titled[Array(bookmark.title.utf8)],
      let history = library.history(of: entry),
      history.changes.contains(where: { $0.kind == .edited && isLater($0.day, bookmark) })
    else { return nil }
    return entry
  }

  /// Notes that none of the entries is in the bookmark's category any more.
  private func note(
    _ entries: [EntryIndex], of bookmark: Bookmark, in bookmarkStatus: inout BookmarkStatus
  ) {
    guard !bookmark.category.isEmpty, let first = entries.first else { return }
    let known = CategoryPath(bookmark.category)
    guard !entries.contains(where: { library.category(of: $0) == known }) else { return }
    // A tracked list knows when the entry moved; a heading that was only renamed does not count.
    if let history = library.history(of: first) {
      let move = history.changes.last {
        ($0.kind == .moved || $0.kind == .categoryRenamed) && isLater($0.day, bookmark)
      }
      guard let move else { return }
      bookmarkStatus.moved = move.day
    }
    bookmarkStatus.category = library.category(of: first)
  }

  private func isLater(_ day: Day, _ bookmark: Bookmark) -> Bool {
    bookmark.added.day.map { day >= $0 } ?? true
  }
}
