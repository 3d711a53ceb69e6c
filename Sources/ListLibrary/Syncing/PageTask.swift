import ListMarkdown
import ListModel

/// A page that is to be read, since it is new or its file has changed.
struct PageTask: Sendable {
  /// The source's number in the database.
  let source: Int64
  /// What is followed, and what the list is called that tells its name nowhere itself.
  let root: String
  let file: PageFile
  /// The page as the database has it.
  let known: PageRecord?
  /// `owner/name` of the repository that the source is a copy of, where it is one.
  let repository: String?

  var path: String { file.path.isEmpty ? root : root + "/" + file.path }

  /// The list's identity as far as it is known without reading the page.
  var presumedList: ListID {
    known?.list ?? ListID(PagePath.listName(file.path) ?? repository ?? path)
  }
}

/// What came of reading a page.
enum PageOutcome: Sendable {
  /// The page holds what it held before.
  case unchanged
  case read(ReadPage)
  /// `isLasting` tells whether reading the same file again will fail again.
  case failed(String, isLasting: Bool)
}

/// A page that was read, its entries packed as the columns of a catalog.
struct ReadPage: Sendable {
  let list: ListID
  let standing: Standing
  let stamp: Int64
  let fingerprint: Int64
  let entries: Int
  let image: [UInt8]
}

extension PageTask {
  /// Reads the page; `settled` is the moment before which a file must have been written for its
  /// stamp to be trusted at the next sync.
  func run(settled: Timestamp) -> PageOutcome {
    do {
      let bytes = try PageBytes.read(path)
      let print = bytes.withUnsafeBytes { fingerprint(of: $0) }
      if let known, known.fingerprint == print, known.failure == nil { return .unchanged }
      let page = try PageReader.read(bytes, path: path)
      return .read(packed(page, stamp: stamp(settled: settled), fingerprint: print))
    } catch let error as PageError {
      return .failed(error.description, isLasting: true)
    } catch {
      return .failed("\(error)", isLasting: false)
    }
  }

  /// The file's stamp; 0, which no file has, where the file could yet change without showing it,
  /// since its clock ticks only every few milliseconds.
  func stamp(settled: Timestamp) -> Int64 { file.changed < settled ? file.stamp : 0 }

  private func packed(_ page: ParsedPage, stamp: Int64, fingerprint: Int64) -> ReadPage {
    var list = page.list
    // A page that names no repository is called after its folder; the repository that the
    // folder is a copy of is the better name.
    if let repository, !list.id.path.utf8.contains(UInt8(ascii: "/")) {
      list.id = ListID(repository)
    }
    var builder = CatalogBuilder()
    builder.append(list, entries: page.entries)
    return ReadPage(
      list: list.id, standing: Standing(page.kind), stamp: stamp, fingerprint: fingerprint,
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
