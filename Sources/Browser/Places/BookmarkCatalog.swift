package import ListModel
package import ListSearch

/// The bookmarks as a catalog, so that the same panes can browse them.
package struct BookmarkCatalog: Sendable {
  /// The bookmarks, the last one first; an entry's day is the day it was bookmarked.
  package let catalog: Catalog
  /// The user's marks of its entries, such as tags.
  package let marks: UserMarks
  /// The status of its entries in their lists, where it has changed.
  package let bookmarkStatuses: [EntryIndex: BookmarkStatus]

  /// Builds the catalog of the bookmarks of a place.
  ///
  /// Costs a pass over all bookmarks and the lists they are from, and building a catalog: some
  /// tenths of a second for 100,000.
  ///
  /// - Parameters:
  ///   - library: where their entries are looked up; nil to skip this.
  ///   - isSearchable: whether the catalog gets the index that a search needs, which takes longer.
  package init(
    of bookmarks: Bookmarks, for kind: Place.Kind, in library: Catalog? = nil,
    isSearchable: Bool = false
  ) {
    var order: [[UInt8]] = []
    var groups: [[UInt8]: [Int]] = [:]
    for place in bookmarks.records.indices.reversed() {
      let bookmark = bookmarks.records[place]
      guard kind == .later ? bookmark.later : bookmark.isBookmarked else { continue }
      let list = Array((bookmark.list.isEmpty ? "added by hand" : bookmark.list).utf8)
      if groups[list]?.append(place) == nil {
        order.append(list)
        groups[list] = [place]
      }
    }
    var builder = CatalogBuilder()
    var marks = MarkColumns()
    var bookmarkStatuses: [EntryIndex: BookmarkStatus] = [:]
    for name in order {
      let list = ListID(String(decoding: name, as: UTF8.self))
      let places = groups[name] ?? []
      if let library, let index = library.index(of: list) {
        let shown = places.map { bookmarks.records[$0] }
        let finder = BookmarkStatusFinder(shown, of: index, in: library)
        for (offset, bookmark) in shown.enumerated() {
          bookmarkStatuses[EntryIndex(marks.count + offset)] = finder.bookmarkStatus(of: bookmark)
        }
      }
      let entries = places.map { place in
        marks.add(bookmarks.records[place])
        return Self.entry(of: bookmarks.records[place])
      }
      builder.append(AwesomeList(id: list, title: list.path), entries: entries)
    }
    let catalog = builder.catalog()
    self.catalog =
      isSearchable ? Catalog(CatalogImage(copying: searchableImage(of: catalog))) : catalog
    self.bookmarkStatuses = bookmarkStatuses
    self.marks = marks.marks
  }

  /// Tags and note are appended to the description, so that filters match them.
  private static func entry(of bookmark: Bookmark) -> Entry {
    let texts = [bookmark.description, bookmark.tags.joined(separator: ", "), bookmark.note]
    return Entry(
      title: bookmark.title, url: bookmark.url,
      description: texts.filter { !$0.isEmpty }.joined(separator: "\n"),
      category: CategoryPath(bookmark.category), added: bookmark.added.day, stars: bookmark.stars,
      links: [Link(title: bookmark.title, url: bookmark.url)])
  }
}

/// Collects the user's marks of entries that are added one after another.
private struct MarkColumns {
  private(set) var count = 0
  private var found = UserMarks()
  private var tags: [[UInt8]: [EntryIndex]] = [:]

  mutating func add(_ bookmark: Bookmark) {
    let entry = EntryIndex(count)
    count += 1
    if bookmark.isBookmarked { found.bookmarked.insert(entry) }
    if bookmark.later { found.later.insert(entry) }
    if bookmark.read != nil { found.read.insert(entry) }
    for tag in bookmark.tags { tags[Array(tag.utf8), default: []].append(entry) }
  }

  var marks: UserMarks {
    var marks = found
    marks.tags = EntryTags(tags)
    return marks
  }
}
