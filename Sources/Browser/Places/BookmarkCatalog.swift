package import ListModel

/// Bookmarks as a catalog, so that they are browsed with the panes of any other.
package enum BookmarkCatalog {
  /// The bookmarks of a place, the last one kept first; an entry's day is that of its being kept.
  package static func catalog(of bookmarks: Bookmarks, for kind: Place.Kind) -> Catalog {
    let shown = bookmarks.live.reversed().filter { kind == .later ? $0.later : $0.kept }
    var order: [ListID] = []
    var groups: [ListID: [Entry]] = [:]
    for bookmark in shown {
      let list = ListID(bookmark.list.isEmpty ? "added by hand" : bookmark.list)
      if groups[list] == nil { order.append(list) }
      groups[list, default: []].append(entry(of: bookmark))
    }
    var builder = CatalogBuilder()
    for list in order {
      builder.append(AwesomeList(id: list, title: list.path), entries: groups[list] ?? [])
    }
    return builder.catalog()
  }

  /// Tags and note stand below the description, so that a filter finds them.
  private static func entry(of bookmark: Bookmark) -> Entry {
    let texts = [bookmark.description, bookmark.tags.joined(separator: " "), bookmark.note]
    return Entry(
      title: bookmark.title, url: bookmark.url,
      description: texts.filter { !$0.isEmpty }.joined(separator: "\n"),
      category: CategoryPath(bookmark.category), added: bookmark.added.day, stars: bookmark.stars,
      links: [Link(title: bookmark.title, url: bookmark.url)])
  }
}
