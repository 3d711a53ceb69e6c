import ListModel

/// The sources and lists that a sync looks at.
struct SyncSelection {
  let sources: [SourceRecord]
  /// Only these lists; nil for all.
  let lists: Set<ListID>?

  /// Returns the selection for names: sources as they are followed, or lists by their `owner/name`.
  static func all(
    named names: [String], in database: CatalogDatabase
  ) throws(LibraryError) -> [SyncSelection] {
    let sources = try database.sources()
    guard !names.isEmpty else { return [SyncSelection(sources: sources, lists: nil)] }
    var whole: [SourceRecord] = []
    var lists: [Int64: Set<ListID>] = [:]
    for name in names {
      if let source = sources.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        whole.append(source)
        continue
      }
      let list = ListID(name)
      var isKnown = false
      for source in sources {
        let pages = try database.pages(of: source.id)
        if pages.isEmpty, SourceRecord.presumedList(of: source.name) == list {
          whole.append(source)
        } else if pages.contains(where: { $0.isOf([list]) }) {
          lists[source.id, default: []].insert(list)
        } else {
          continue
        }
        isKnown = true
      }
      guard isKnown else { throw .noSuchList(name) }
    }
    let parts = sources.compactMap { source in
      lists[source.id].map { SyncSelection(sources: [source], lists: $0) }
    }
    return [SyncSelection(sources: whole, lists: nil)] + parts
  }
}
