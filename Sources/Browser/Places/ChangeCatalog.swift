import ListModel

/// The changes of entries as a catalog, so that the same panes can browse them: by list, by day
/// and, in place of categories, by kind of change.
struct ChangeCatalog {
  let catalog: Catalog
  /// The entry of the library that each entry of the catalog is about.
  let targets: [EntryIndex]

  /// Creates the catalog of changes of a library's entries; those of a list must be contiguous.
  init(_ changes: [News], of library: Catalog) {
    var builder = CatalogBuilder()
    var targets: [EntryIndex] = []
    var start = changes.startIndex
    while start < changes.endIndex {
      let list = library.listIndex(of: changes[start].entry)
      let end =
        changes[start...].firstIndex { library.listIndex(of: $0.entry) != list }
        ?? changes.endIndex
      builder.append(
        library.list(list),
        entries: changes[start..<end].map { Self.entry(of: $0, in: library) })
      targets += changes[start..<end].map(\.entry)
      start = end
    }
    catalog = builder.catalog()
    self.targets = targets
  }

  private static func entry(of change: News, in library: Catalog) -> Entry {
    var entry = library.entry(change.entry)
    let summary = entry.history?.changes.last { $0.kind == change.kind && $0.day == change.day }?
      .summary
    entry.description = [summary ?? change.kind.rawValue, entry.description]
      .filter { !$0.isEmpty }.joined(separator: "\n")
    entry.category = CategoryPath([heading(of: change.kind)])
    entry.added = change.day
    entry.history = nil
    return entry
  }

  private static func heading(of kind: ChangeKind) -> String {
    switch kind {
    case .added: "Added"
    case .edited: "Edited"
    case .moved: "Moved"
    case .removed: "Removed"
    case .restored: "Restored"
    case .categoryRenamed: "Category renamed"
    }
  }
}
