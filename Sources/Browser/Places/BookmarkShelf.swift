package import ListModel
package import ListSearch

/// Bookmarks as a catalog, so that they are browsed with the panes of any other.
package struct BookmarkShelf: Sendable {
  /// The bookmarks, the last one kept first; an entry's day is that of its being kept.
  package let catalog: Catalog
  /// What the reader did with its entries, their tags among it.
  package let marks: ReaderMarks

  /// The bookmarks of a place.
  ///
  /// Costs a pass over all bookmarks and the building of a catalog: some tenths of a second for
  /// 100,000.
  package init(of bookmarks: Bookmarks, for kind: Place.Kind) {
    var order: [[UInt8]] = []
    var groups: [[UInt8]: [Int]] = [:]
    for place in bookmarks.records.indices.reversed() {
      let bookmark = bookmarks.records[place]
      guard kind == .later ? bookmark.later : bookmark.kept else { continue }
      let list = Array((bookmark.list.isEmpty ? "added by hand" : bookmark.list).utf8)
      if groups[list]?.append(place) == nil {
        order.append(list)
        groups[list] = [place]
      }
    }
    var builder = CatalogBuilder()
    var marks = ShelfMarks()
    for name in order {
      let list = ListID(String(decoding: name, as: UTF8.self))
      let entries = (groups[name] ?? []).map { place in
        marks.add(bookmarks.records[place])
        return Self.entry(of: bookmarks.records[place])
      }
      builder.append(AwesomeList(id: list, title: list.path), entries: entries)
    }
    catalog = builder.catalog()
    self.marks = marks.marks
  }

  /// Tags and note stand below the description, so that a filter finds them.
  private static func entry(of bookmark: Bookmark) -> Entry {
    let texts = [bookmark.description, bookmark.tags.joined(separator: ", "), bookmark.note]
    return Entry(
      title: bookmark.title, url: bookmark.url,
      description: texts.filter { !$0.isEmpty }.joined(separator: "\n"),
      category: CategoryPath(bookmark.category), added: bookmark.added.day, stars: bookmark.stars,
      links: [Link(title: bookmark.title, url: bookmark.url)])
  }
}

/// Collects what the reader did with entries that are added one after the other.
private struct ShelfMarks {
  private var count = 0
  private var found = ReaderMarks()
  private var tags: [[UInt8]: [EntryIndex]] = [:]

  mutating func add(_ bookmark: Bookmark) {
    let entry = EntryIndex(count)
    count += 1
    if bookmark.kept { found.kept.insert(entry) }
    if bookmark.later { found.later.insert(entry) }
    if bookmark.read != nil { found.read.insert(entry) }
    for tag in bookmark.tags { tags[Array(tag.utf8), default: []].append(entry) }
  }

  var marks: ReaderMarks {
    var marks = found
    marks.tags = EntryTags(tags)
    return marks
  }
}
