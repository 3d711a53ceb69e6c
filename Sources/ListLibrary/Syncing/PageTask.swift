import GitProcess
import ListMarkdown
import ListModel

/// A page to read, because it is new or has changed.
struct PageTask: Sendable {
  /// The source's number in the database.
  let source: Int64
  /// The page's path below its source; empty if the source is a page.
  let path: String
  /// The local file; for a page in a repository its path there.
  let location: String
  /// The content in the repository that the page is in.
  let blob: ObjectID?
  let size: Int
  /// The stamp of the page, which the next sync compares.
  let stamp: Int64
  /// Whether the page cannot change any more without its stamp.
  let isSettled: Bool
  /// `owner/name` of the repository that the source is a copy of, if it is one.
  let repository: String?
  /// How the list is dated by its own history; nil for a page.
  var history: HistoryTask?
  /// The page as the database has it.
  var known: PageRecord?
  /// How a page without days gets them; nil for a page that has days.
  var readings: PageReadings?
  /// The columns of the last reading of a page, for finding new entries; nil for none.
  var earlier: (@Sendable () -> [UInt8]?)?

  /// The stamp to store; 0, which no page has, makes the next sync check again.
  var keptStamp: Int64 { isSettled ? stamp : 0 }

  /// The list's identity as far as it is known without reading the page.
  var presumedList: ListID {
    known?.list ?? ListID(PagePath.listName(path) ?? repository ?? location)
  }

  /// Returns whether the page is that of a list, as far as that is known without reading it.
  func isOf(_ lists: Set<ListID>) -> Bool {
    known?.isOf(lists) ?? lists.contains(presumedList)
  }
}

/// The result of reading a page.
enum PageOutcome: Sendable {
  /// The content of the page has not changed.
  case unchanged
  case read(ReadPage)
  /// `isLasting` says whether reading the same page again will fail again.
  case failed(String, isLasting: Bool)
}

/// A page that was read, its entries packed as the columns of a catalog.
struct ReadPage: Sendable {
  let list: ListID
  let precedence: Precedence
  let fingerprint: Int64
  let entries: Int
  var image: [UInt8]
  /// The tracker's state for the next sync; nil for a page with its own days.
  var history: [UInt8]?
  /// The issues of the page.
  var issues: [ParseIssue] = []

  /// Returns whether a page has lost all its entries.
  ///
  /// It was more likely damaged than emptied on purpose. A history records removals itself, and
  /// keeps removed entries.
  func isEmptied(since known: PageRecord?) -> Bool {
    precedence != .history && entries == 0 && known?.entries ?? 0 > 0
  }
}

extension AwesomeList {
  /// Returns the list as a copy of a repository; if its page names no repository it is named after
  /// its folder, and the copied repository's name is better.
  func named(_ repository: String?) -> AwesomeList {
    var list = self
    if let repository, !list.id.hasOwner { list.id = ListID(repository) }
    return list
  }
}

extension PackedPage {
  /// Returns the list of the page, whose relative links refer to the page's location.
  fileprivate func list(named repository: String?, at location: String) -> AwesomeList {
    var list = list.named(repository)
    if kind == .overview { list.relativeLinks = RelativeLinks(fileOnDisk: location) }
    return list
  }
}

extension ReadPage {
  /// Creates a page of the site, or a README without days.
  ///
  /// `earlier` are the columns of the previous reading, if any.
  init(
    _ page: PackedPage, named repository: String?, stamp: Int64, at location: String = "",
    after earlier: [UInt8]?, now: Timestamp
  ) {
    let list = page.list(named: repository, at: location)
    var columns = page.columns
    columns.endList(list)
    columns.numberEntries(after: earlier.flatMap(Catalog.init(columns:)), now: now)
    self.init(
      list: list.id, precedence: Precedence(page.kind), fingerprint: stamp,
      entries: page.count, image: columns.listsImage(), issues: page.issues)
  }
}

extension PageTask {
  /// Parses the page; `now` is the time of the reading.
  func read(_ bytes: [UInt8], now: Timestamp) -> PageOutcome {
    let print = bytes.withUnsafeBytes { fingerprint(ofPage: $0) }
    if let known, known.fingerprint == print, known.failure == nil { return .unchanged }
    do throws(PageError) {
      let page = try PageReader.pack(bytes, path: location)
      guard page.count > 0 || mayBeEmpty(page.kind) else {
        return .failed(
          "no entry was found: awl reads track pages, and READMEs that list links",
          isLasting: true)
      }
      let earlier = earlier?()
      var read = ReadPage(
        page, named: repository, stamp: print, at: location, after: earlier, now: now)
      if let readings, page.kind == .overview, page.count > 0,
        let dated = readings.dated(page, bytes, path: location)
      {
        var builder = CatalogBuilder()
        builder.append(page.list(named: repository, at: location), entries: dated.entries)
        builder.numberEntries(after: earlier.flatMap(Catalog.init(columns:)), now: now)
        read.image = builder.listsImage()
        read.history = dated.state
      }
      return .read(read)
    } catch {
      return .failed(error.description, isLasting: true)
    }
  }
}

extension Catalog {
  /// Creates the list of stored columns; nil for those of an awl that packs them otherwise.
  fileprivate convenience init?(columns: [UInt8]) {
    let image = CatalogImage(copying: columns)
    guard image.holdsLists else { return nil }
    self.init(image)
  }
}

extension PageTask {
  /// Returns whether a page may have no entries: a track page, a README among others, one that had
  /// some.
  ///
  /// A file that is followed for itself and has none is most likely no list at all.
  private func mayBeEmpty(_ kind: PageKind) -> Bool {
    kind != .overview || !path.isEmpty || known?.entries ?? 0 > 0
  }
}

extension Precedence {
  fileprivate init(_ kind: PageKind) {
    switch kind {
    case .daily: self = .daily
    case .weekly: self = .weekly
    case .overview: self = .overview
    }
  }
}
