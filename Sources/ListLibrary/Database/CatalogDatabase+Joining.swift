import Foundation
import GRDB
import ListModel

extension CatalogDatabase {
  /// All lists as one catalog, in the order of their sources and then of their pages' paths.
  ///
  /// A list that several sources give is there once: from the one that tells most of it, and
  /// among equals from the one that was followed first.
  func joinedLists() throws(LibraryError) -> CatalogBuilder {
    try read { db in
      var builder = CatalogBuilder()
      let image = try db.cachedStatement(sql: "SELECT image FROM columns WHERE page = ?")
      for given in try Self.chosenPages(db) {
        let cursor = try Row.fetchCursor(image, arguments: [given.page.id])
        let isAppended = try cursor.next()?.withUnsafeData(atIndex: 0) { data in
          data.map { append($0, origin: given.origin, to: &builder) } ?? false
        }
        if isAppended != true {
          let list = AwesomeList(id: given.page.list, title: given.page.list.name)
          builder.append(list, entries: [], origin: given.origin)
        }
      }
      return builder
    }
  }

  private static func chosenPages(_ db: Database) throws -> [(page: PageRecord, origin: ListOrigin)]
  {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(PageRecord.columns), source.name
        FROM page JOIN source ON source.id = page.source
        ORDER BY source.place, page.path
        """)
    var chosen: [(page: PageRecord, origin: ListOrigin)] = []
    var places: [ListID: Int] = [:]
    while let row = try rows.next() {
      let page = PageRecord(row)
      let origin = ListOrigin(
        source: row.value(8) ?? "", page: page.path, read: page.read, failure: page.failure)
      if let place = places[page.list] {
        if page.tellsMore(than: chosen[place].page) { chosen[place] = (page, origin) }
      } else {
        places[page.list] = chosen.count
        chosen.append((page, origin))
      }
    }
    return chosen
  }
}

extension PageRecord {
  fileprivate func tellsMore(than other: PageRecord) -> Bool {
    guard (read == nil) == (other.read == nil) else { return read != nil }
    return standing < other.standing
  }
}

/// Appends a packed list; false where the packing is that of another awl.
private func append(
  _ data: Data, origin: ListOrigin, to builder: inout CatalogBuilder
) -> Bool {
  data.withUnsafeBytes { bytes in
    let image = CatalogImage(adopting: bytes) { _ in }
    guard image.holdsLists else { return false }
    builder.append(ListIndex(0), of: Catalog(image), origin: origin)
    return true
  }
}
