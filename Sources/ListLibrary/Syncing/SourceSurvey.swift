import GitProcess
import ListModel

/// The result of inspecting a source: pages to read, unchanged ones, and removed ones.
struct SourceSurvey {
  /// The kind of a source, and its pages.
  typealias Pages = (kind: SourceKind, pages: [PageTask])
  /// A repository and its newest commit.
  typealias Clone = (repository: Repository, head: ObjectID)

  let source: SourceRecord
  let kind: SourceKind
  /// The clone that the pages are in, and its newest commit; nil for files.
  let clone: Clone?
  private(set) var tasks: [PageTask] = []
  private(set) var unchanged = 0
  /// Pages that are unchanged since they could not be read.
  private(set) var failures: [SyncFailure] = []
  private(set) var gone: [PageRecord] = []

  /// Inspects the files of a local source without reading them.
  ///
  /// The next sync checks files written since `settled` again.
  static func files(
    of source: SourceRecord, settled: Timestamp
  ) throws(LibraryError) -> Pages {
    let files = try PageFolder.files(at: source.name)
    guard files.allSatisfy(\.isRegular) else { throw .notAFile(path: source.name) }
    let isCatalogue = files.contains { PagePath.listName($0.path) != nil }
    let repository = isCatalogue ? nil : OriginName.ofFolder(source.name)
    let pages = files.map { file in
      PageTask(
        source: source.id, path: file.path,
        location: file.path.isEmpty ? source.name : source.name + "/" + file.path, blob: nil,
        size: file.size, stamp: file.stamp, isSettled: file.changed < settled,
        repository: repository)
    }
    return (isCatalogue ? .catalogue : .page, pages)
  }

  /// Looks at the files of a clone: the daily pages of a catalogue, unless it is to be one list,
  /// else one list with its history.
  static func blobs(
    of source: SourceRecord, _ files: [TreeFile], named name: String, isList: Bool,
    history: () throws -> HistoryTask
  ) throws -> Pages {
    let pages = files.filter { $0.kind.isRegular && PagePath.listName($0.path.text) != nil }
    guard !pages.isEmpty, !isList else {
      let history = try history()
      let task = PageTask(
        source: source.id, path: "", location: name, blob: nil, size: 0, stamp: history.stamp,
        isSettled: true, repository: name, history: history)
      return (.repository, [task])
    }
    let tasks = pages.map { file in
      PageTask(
        source: source.id, path: file.path.text, location: "/" + name + "/" + file.path.text,
        blob: file.id, size: file.size,
        stamp: Array(file.id.hex.utf8).withUnsafeBytes { fingerprint(of: $0) }, isSettled: true,
        repository: nil)
    }
    return (.catalogue, tasks)
  }

  /// Compares the pages that a source has with those that are known of it.
  ///
  /// Only the pages of `lists` are compared, if any are named. A catalogue without any list is
  /// more likely a disk that is away or a checkout at work than a catalogue that was emptied.
  init(
    _ source: SourceRecord, _ found: Pages, clone: Clone?, known: [PageRecord],
    lists: Set<ListID>?
  ) throws(LibraryError) {
    guard source.kind != .catalogue || found.kind == .catalogue else {
      throw .noPages(path: source.name)
    }
    self.source = source
    self.clone = clone
    kind = found.kind
    var left = Dictionary(known.map { (Array($0.path.utf8), $0) }) { first, _ in first }
    for var page in found.pages {
      page.known = left.removeValue(forKey: Array(page.path.utf8))
      if let lists, !page.isOf(lists) { continue }
      if let known = page.known, known.stamp == page.stamp {
        count(known)
      } else {
        tasks.append(page)
      }
    }
    gone = left.values.filter { lists.map($0.isOf) ?? true }
  }

  /// Creates the survey of a source whose newest commit has already been read.
  init(unchanged source: SourceRecord, known: [PageRecord]) {
    self.source = source
    kind = source.kind
    clone = nil
    for page in known { count(page) }
  }

  /// Has the pages dated from one reading to the next; those of a catalogue have days of their own.
  mutating func keepReadings(in database: CatalogDatabase, now: Timestamp) {
    guard kind == .page else { return }
    for index in tasks.indices {
      let page = tasks[index].known?.id
      tasks[index].readings = PageReadings(now: now) { () throws(LibraryError) in
        try page.flatMap { page throws(LibraryError) in try database.readings(ofPage: page) }
      }
    }
  }

  private mutating func count(_ page: PageRecord) {
    guard let failure = page.failure else { return unchanged += 1 }
    failures.append(SyncFailure(subject: page.list.path, message: failure))
  }
}
