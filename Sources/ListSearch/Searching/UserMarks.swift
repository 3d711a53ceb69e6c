public import ListModel

/// The user's marks of entries, for `is:later` and the like; the search itself reads no files.
public struct UserMarks: Equatable, Sendable {
  public var bookmarked: EntrySet
  public var later: EntrySet
  public var read: EntrySet
  /// The entries that are new since the last visit.
  public var new: EntrySet
  public var tags: EntryTags

  /// Creates empty marks unless given.
  public init(
    bookmarked: EntrySet = EntrySet(), later: EntrySet = EntrySet(), read: EntrySet = EntrySet(),
    new: EntrySet = EntrySet(), tags: EntryTags = EntryTags()
  ) {
    self.bookmarked = bookmarked
    self.later = later
    self.read = read
    self.new = new
    self.tags = tags
  }

  /// Creates the bookmarks' marks of a catalog's entries.
  ///
  /// Takes a pass over all links, some tenths of a second for 700,000.
  public init(of bookmarks: Bookmarks, in catalog: Catalog) {
    self.init()
    guard bookmarks.count > 0 else { return }
    var tags: [[UInt8]: [EntryIndex]] = [:]
    for number in 0..<catalog.count {
      guard let bookmark = bookmarks[LinkKey(catalog.urls[number])] else { continue }
      let entry = EntryIndex(number)
      if bookmark.isBookmarked { bookmarked.insert(entry) }
      if bookmark.later { later.insert(entry) }
      if bookmark.read != nil { read.insert(entry) }
      for tag in bookmark.tags { tags[Array(tag.utf8), default: []].append(entry) }
    }
    self.tags = EntryTags(tags)
  }
}
