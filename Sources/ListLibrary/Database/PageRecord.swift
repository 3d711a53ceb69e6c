import GitProcess
import ListModel
import SQLiteDatabase

/// A list as described by one source, without its entries: a row of `page`.
struct PageRecord: Sendable {
  static let columns = """
    page.id, page.path, page.list, page.standing, page.stamp, page.fingerprint, page.entries, \
    page.read, page.failure
    """

  let id: Int64
  /// The page's path below its source.
  let path: String
  let list: ListID
  let precedence: Precedence
  let stamp: Int64
  let fingerprint: Int64
  /// How many entries it had when it was read.
  let entries: Int
  let read: Timestamp?
  let failure: String?

  /// Returns whether the page is that of a list, by its content or by its path.
  func isOf(_ lists: Set<ListID>) -> Bool {
    lists.contains(list) || PagePath.listName(path).map { lists.contains(ListID($0)) } ?? false
  }

  /// Reads a row that begins with `columns`.
  init(_ row: Row) {
    id = row.value(0) ?? 0
    path = row.value(1) ?? ""
    list = ListID(row.value(2) ?? "")
    precedence = row.value(3).flatMap { Precedence(rawValue: $0) } ?? .overview
    stamp = row.value(4) ?? 0
    fingerprint = row.value(5) ?? 0
    entries = row.value(6) ?? 0
    read = row.value(7).map { Timestamp(milliseconds: $0) }
    failure = row.value(8)
  }
}

/// How completely a source describes a list: of two sources for one list the more complete one is
/// used.
enum Precedence: Int, Comparable, Sendable {
  case history, daily, weekly, overview

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

/// A followed source, as stored in the database: a row of `source`.
struct SourceRecord: Sendable {
  static let columns = """
    source.id, source.name, source.kind, source.revision, source.checked, source.failure
    """

  let id: Int64
  let name: String
  let kind: SourceKind
  /// The last commit that was read completely; nil for files.
  let revision: String?
  let checked: Timestamp?
  let failure: String?

  /// The message about a source that was never read.
  static let unread = "it was not read yet: awl sync reads it, and R on the screen"

  /// Returns the name of a source's list before anything of it was read.
  static func presumedList(of name: String) -> ListID {
    if name.utf8.first == UInt8(ascii: "/") {
      let last = name.utf8.split(separator: UInt8(ascii: "/")).last
      return ListID(OriginName.ofFolder(name) ?? last.map { String($0) ?? name } ?? name)
    }
    return ListID((try? GitSource(address: name))?.name ?? name)
  }

  /// Reads a row that begins with `columns`.
  init(_ row: Row) {
    id = row.value(0) ?? 0
    name = row.value(1) ?? ""
    kind = row.value(2).flatMap { SourceKind(rawValue: $0) } ?? .page
    revision = row.value(3)
    checked = row.value(4).map { Timestamp(milliseconds: $0) }
    failure = row.value(5)
  }
}
