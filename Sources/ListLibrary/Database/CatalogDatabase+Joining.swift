import ListModel
import SQLiteDatabase

extension CatalogDatabase {
  /// Returns all lists as one catalog, in the order of their sources and then of their pages'
  /// paths.
  ///
  /// A list from several sources appears once: from the most complete source, and among equals from
  /// the one followed first. Two pages of one source are always two lists: the second one is then
  /// named by its path. A source without content yet is a list without entries, so that the user
  /// sees why.
  ///
  /// - Parameter scratch: a file that gets the titles, addresses and descriptions
  func joinedLists(textsIn scratch: FileContents) throws(LibraryError) -> JoinedLists {
    try read { db in
      let joiner = ListJoiner(bytes: try Self.bytesOfColumns(db), textsIn: scratch)
      for chosen in try Self.chosenPages(db) {
        let columns = try packedEntries(ofPage: chosen.page.id, db)
        joiner.add(
          PackedList(page: chosen, columns: columns, published: try publishedPage(of: chosen, db)))
      }
      let joined = joiner.finish()
      // No columns have longer texts, unless they are damaged.
      guard joined.texts.haveRoom else { throw SQLiteError(SQLiteError.corrupt) }
      return joined
    }
  }

  /// Returns how long the columns of all pages are; reads the heads of their rows.
  private static func bytesOfColumns(_ db: Connection) throws -> Int {
    try db.statement("SELECT sum(length(image)) FROM columns").first { $0.value(0) } ?? 0
  }

  private static func chosenPages(_ db: Connection) throws -> [ChosenPage] {
    var choice = PageChoice()
    try db.statement(
      """
      SELECT \(PageRecord.columns), source.name, source.id, source.failure
      FROM source LEFT JOIN page ON source.id = page.source
      ORDER BY source.place, page.path
      """
    ).forEach { row in
      choice.add(ChosenPage(row))
      return true
    }
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
      let isBetter = page.page.isMoreComplete(than: pages[place].page)
      let (winner, other) = isBetter ? (page, pages[place]) : (pages[place], page)
      pages[place] = winner
      if other.page.hasDays { pages[place].published = other.page.id }
    } else if page.pathName == page.list {
      // The page is at the path of the list's own page, so the name is its own.
      let other = pages[place]
      pages[place] = page
      addByPath(other)
    } else {
      addByPath(page)
    }
  }

  /// Adds a list that only has its folder's name, which a list of another source has already.
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
struct ChosenPage: Sendable {
  let page: PageRecord
  let source: Int64
  let origin: ListOrigin
  /// The name of the list in the catalog.
  var list: ListID
  /// The published page of the same list.
  var published: Int64?
  /// The list's name in the page's path; nil for a page at any other path.
  var pathName: ListID? { PagePath.listName(page.path).map { ListID($0) } }

  /// Reads a row that begins with the columns of a page; they are NULL for a source without any.
  init(_ row: Row) {
    page = PageRecord(row)
    source = row.value(10) ?? 0
    let name: String = row.value(9) ?? ""
    let isUnread = row.isNull(0)
    let failure = page.failure ?? row.value(11) ?? (isUnread ? SourceRecord.unread : nil)
    origin = ListOrigin(source: name, page: page.path, read: page.read, failure: failure)
    list = isUnread ? SourceRecord.presumedList(of: name) : page.list
  }
}

extension PageRecord {
  fileprivate func isMoreComplete(than other: PageRecord) -> Bool {
    guard (read == nil) == (other.read == nil) else { return read != nil }
    return precedence < other.precedence
  }

  /// Whether it is a published page that has its entries' days.
  fileprivate var hasDays: Bool { read != nil && (precedence == .daily || precedence == .weekly) }
}

/// Returns the site's page of a list that is tracked by its history.
private func publishedPage(of chosen: ChosenPage, _ db: Connection) throws -> PublishedPage? {
  guard chosen.page.precedence == .history, let page = chosen.published else { return nil }
  return try packedEntries(ofPage: page, db)?.withUnsafeBytes { bytes in
    PublishedPage(ListIndex(0), of: Catalog(CatalogImage(adopting: bytes) { _ in }))
  }
}

/// Returns the packed entries of a page.
private func packedEntries(ofPage page: Int64, _ db: Connection) throws -> [UInt8]? {
  try db.statement("SELECT image FROM columns WHERE page = ?").first([page]) { $0.value(0) }
}
