import GRDB
import ListModel

/// A list as one source gave it, without its entries: a row of `page`.
struct PageRecord: Sendable {
  let id: Int64
  /// Where the page lies below its source.
  let path: String
  let list: ListID
  let standing: Standing
  let stamp: Int64
  let fingerprint: Int64
  let entries: Int
  let read: Timestamp?
  let failure: String?

  init(_ row: Row) {
    id = row["id"]
    path = row["path"]
    list = ListID(row["list"])
    standing = Standing(rawValue: row["standing"]) ?? .overview
    stamp = row["stamp"]
    fingerprint = row["fingerprint"]
    entries = row["entries"]
    read = (row["read"] as Int?).map { Timestamp(milliseconds: $0) }
    failure = row["failure"]
  }
}

/// How much a source tells of a list: of two sources for one list the one that tells more counts.
enum Standing: Int, Comparable, Sendable {
  case history, daily, weekly, overview

  static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}

/// Something that is followed, as the database knows it: a row of `source`.
struct SourceRecord: Sendable {
  let id: Int64
  let name: String
  let kind: SourceKind
  /// The commit that was read whole; nil for files.
  let revision: String?
  let checked: Timestamp?
  let failure: String?

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    kind = SourceKind(rawValue: row["kind"]) ?? .page
    revision = row["revision"]
    checked = (row["checked"] as Int?).map { Timestamp(milliseconds: $0) }
    failure = row["failure"]
  }
}
