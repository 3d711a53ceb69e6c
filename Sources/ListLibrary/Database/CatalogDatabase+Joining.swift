import Foundation
import GRDB
import ListModel

extension CatalogDatabase {
  /// All lists as one catalog, in the order of their sources and then of their pages' paths.
  ///
  /// A list that several sources give is there once: from the one that tells most of it, and
  /// among equals from the one that was followed first. Two pages of one source are two lists
  /// whatever they say: the second one is then called after its path.
  func joinedLists() throws(LibraryError) -> CatalogBuilder {
    try read { db in
      var builder = CatalogBuilder()
      let image = try db.cachedStatement(sql: "SELECT image FROM columns WHERE page = ?")
      for chosen in try Self.chosenPages(db) {
        let cursor = try Row.fetchCursor(image, arguments: [chosen.page.id])
        let isAppended = try cursor.next()?.withUnsafeData(atIndex: 0) { data in
          try data.map { try append($0, chosen, db, to: &builder) } ?? false
        }
        if isAppended != true {
          let list = AwesomeList(id: chosen.list, title: chosen.list.name)
          builder.append(list, entries: [], origin: chosen.origin)
        }
      }
      return builder
    }
  }

  private static func chosenPages(_ db: Database) throws -> [ChosenPage] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(PageRecord.columns), source.name, source.id, source.failure
        FROM page JOIN source ON source.id = page.source
        ORDER BY source.place, page.path
        """)
    var choice = PageChoice()
    while let row = try rows.next() { choice.add(ChosenPage(row)) }
    return choice.pages
  }
}

/// Chooses the pages that the catalog has its lists from.
private struct PageChoice {
  private(set) var pages: [ChosenPage] = []
  private var places: [ListID: Int] = [:]

  /// Takes the next page into account, in the order of sources and paths.
  mutating func add(_ page: ChosenPage) {
    guard let place = places[page.list] else {
      places[page.list] = pages.count
      pages.append(page)
      return
    }
    if pages[place].source != page.source {
      guard page.list.hasOwner else { return addByFolder(page) }
      let isBetter = page.page.tellsMore(than: pages[place].page)
      let (winner, other) = isBetter ? (page, pages[place]) : (pages[place], page)
      pages[place] = winner
      if other.page.tellsDays { pages[place].published = other.page.id }
    } else if page.pathName == page.list {
      // The page lies where that of the list belongs: the name is its own.
      let other = pages[place]
      pages[place] = page
      addByPath(other)
    } else {
      addByPath(page)
    }
  }

  /// Adds a list that only its folder gives a name to, which that of another source has already.
  private mutating func addByFolder(_ page: ChosenPage) {
    let parts = page.origin.source.utf8.split(separator: UInt8(ascii: "/"))
    for count in 2..<max(3, parts.count + 1) {
      let tail = parts.suffix(count).map { String(decoding: $0, as: UTF8.self) }
      let name = ListID(tail.joined(separator: "/"))
      guard places[name] == nil else { continue }
      var page = page
      page.list = name
      return add(page)
    }
  }

  private mutating func addByPath(_ page: ChosenPage) {
    var page = page
    guard let name = page.pathName, name != page.list else { return }
    page.list = name
    add(page)
  }
}

/// A page that the catalog has a list from.
private struct ChosenPage {
  let page: PageRecord
  let source: Int64
  let origin: ListOrigin
  /// What the list is called in the catalog.
  var list: ListID
  /// The published page of the same list.
  var published: Int64?
  /// What the page's path calls it; nil for a page that lies anywhere.
  var pathName: ListID? { PagePath.listName(page.path).map { ListID($0) } }

  /// Reads a row that begins with the columns of a page.
  init(_ row: Row) {
    page = PageRecord(row)
    source = row.value(10) ?? 0
    origin = ListOrigin(
      source: row.value(9) ?? "", page: page.path, read: page.read,
      failure: page.failure ?? row.value(11))
    list = page.list
  }
}

extension PageRecord {
  fileprivate func tellsMore(than other: PageRecord) -> Bool {
    guard (read == nil) == (other.read == nil) else { return read != nil }
    return standing < other.standing
  }

  /// Whether it is a page of the site that tells the days of its entries.
  fileprivate var tellsDays: Bool { read != nil && (standing == .daily || standing == .weekly) }
}

/// Appends a packed list; false where the packing is that of another awl.
private func append(
  _ data: Data, _ chosen: ChosenPage, _ db: Database, to builder: inout CatalogBuilder
) throws -> Bool {
  let published =
    chosen.page.standing == .history
    ? try chosen.published.flatMap { try publishedPage($0, db) } : nil
  return data.withUnsafeBytes { bytes in
    let image = CatalogImage(adopting: bytes) { _ in }
    guard image.holdsLists else { return false }
    builder.append(
      ListIndex(0), of: Catalog(image), as: chosen.list, origin: chosen.origin,
      published: published)
    return true
  }
}

/// What a page of the site tells.
private func publishedPage(_ page: Int64, _ db: Database) throws -> PublishedPage? {
  let image = try Data.fetchOne(
    db, sql: "SELECT image FROM columns WHERE page = ?", arguments: [page])
  return image?.withUnsafeBytes { bytes in
    PublishedPage(ListIndex(0), of: Catalog(CatalogImage(adopting: bytes) { _ in }))
  }
}
