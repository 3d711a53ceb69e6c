import GitProcess
import ListMarkdown
import ListModel

/// A page that is to be read, since it is new or has changed.
struct PageTask: Sendable {
  /// The source's number in the database.
  let source: Int64
  /// Where the page lies below its source; empty where the source is a page.
  let path: String
  /// The file on this machine; for a page in a repository a path that tells what the page is.
  let location: String
  /// The content in the repository that the page is in.
  let blob: ObjectID?
  let size: Int
  /// What changes with the page, and is compared by the next sync.
  let stamp: Int64
  /// Whether the page cannot change any more without its stamp.
  let isSettled: Bool
  /// `owner/name` of the repository that the source is a copy of, where it is one.
  let repository: String?
  /// The page as the database has it.
  var known: PageRecord?

  /// The stamp to keep; 0, which no page has, lets the next sync look again.
  var keptStamp: Int64 { isSettled ? stamp : 0 }

  /// The list's identity as far as it is known without reading the page.
  var presumedList: ListID {
    known?.list ?? ListID(PagePath.listName(path) ?? repository ?? location)
  }

  /// Whether the page is that of a list, as far as that is known without reading it.
  func isOf(_ lists: Set<ListID>) -> Bool {
    known?.isOf(lists) ?? lists.contains(presumedList)
  }
}

/// What came of reading a page.
enum PageOutcome: Sendable {
  /// The page holds what it held before.
  case unchanged
  case read(ReadPage)
  /// `isLasting` tells whether reading the same page again will fail again.
  case failed(String, isLasting: Bool)
}

/// A page that was read, its entries packed as the columns of a catalog.
struct ReadPage: Sendable {
  let list: ListID
  let standing: Standing
  let fingerprint: Int64
  let entries: Int
  let image: [UInt8]
}

extension PageTask {
  /// Reads the page from its bytes.
  func read(_ bytes: [UInt8]) -> PageOutcome {
    let print = bytes.withUnsafeBytes { fingerprint(of: $0) }
    if let known, known.fingerprint == print, known.failure == nil { return .unchanged }
    do throws(PageError) {
      return .read(packed(try PageReader.read(bytes, path: location), fingerprint: print))
    } catch {
      return .failed(error.description, isLasting: true)
    }
  }

  private func packed(_ page: ParsedPage, fingerprint: Int64) -> ReadPage {
    var list = page.list
    // A page that names no repository is called after its folder; the repository that the
    // folder is a copy of is the better name.
    if let repository, !list.id.path.utf8.contains(UInt8(ascii: "/")) {
      list.id = ListID(repository)
    }
    var builder = CatalogBuilder()
    builder.append(list, entries: page.entries)
    return ReadPage(
      list: list.id, standing: Standing(page.kind), fingerprint: fingerprint,
      entries: page.entries.count, image: builder.listsImage())
  }
}

extension Standing {
  fileprivate init(_ kind: PageKind) {
    switch kind {
    case .daily: self = .daily
    case .weekly: self = .weekly
    case .overview: self = .overview
    }
  }
}
