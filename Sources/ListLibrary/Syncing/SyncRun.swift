import GitProcess
import ListHistory
import ListModel
import UserFiles

/// One sync: inspects sources, reads new pages on all cores, and stores them.
struct SyncRun {
  let database: CatalogDatabase
  let clones: Clones
  let clock: @Sendable () -> Timestamp
  /// The requested files, by their source.
  let askedFiles: [[UInt8]: [String]]
  let progress: @Sendable (SyncProgress) -> Void
  let isCancelled: @Sendable () -> Bool
  private let spacing = StartSpacing()
  /// Whether files are requested again, so that their former paths are unknown.
  var readsFromScratch = false
  private(set) var report = SyncReport()
  /// The sources of which part could not be read this time, for a transient reason.
  private var unfinished: Set<Int64> = []

  init(
    _ library: Library, database: CatalogDatabase, follows: [Follow],
    progress: @escaping @Sendable (SyncProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.database = database
    clones = Clones(folder: library.files.repositories, environment: library.environment)
    clock = library.clock
    askedFiles = Dictionary(follows.map { (Array($0.source.utf8), $0.files) }) { first, _ in first }
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Inspects a source, or only some of its lists, and updates the clone of a repository.
  ///
  /// Nil if it was interrupted.
  func survey(
    _ source: SourceRecord, at place: SourcePlace, lists: Set<ListID>? = nil,
    progress: @escaping @Sendable (SyncProgress) -> Void
  ) throws(LibraryError) -> SourceSurvey? {
    guard !isCancelled() else { return nil }
    let known = try database.pages(of: source.id)
    switch place {
    case .local:
      // The coarsest timestamps of a file system in use have two seconds (FAT).
      let settled = Timestamp(milliseconds: clock().milliseconds - 2_000)
      let found = try SourceSurvey.files(of: source, settled: settled)
      var survey = try SourceSurvey(source, found, clone: nil, known: known, lists: lists)
      survey.keepReadings(in: database, now: clock())
      return survey
    case .repository(let repository):
      let name = place.listName(followedAs: source.name) ?? repository.name
      return try survey(source, repository, named: name, known: known, lists: lists, progress)
    }
  }

  /// Inspects sources concurrently and reads the new pages of each as soon as they are known.
  mutating func read(_ selection: SyncSelection, _ limits: FetchLimits) throws(LibraryError) {
    let surveyed = SurveyProgress(total: selection.sources.count, report: progress)
    let surveyor = self
    let jobs = selection.sources.map { source in
      let place = Result { () throws(LibraryError) in try SourcePlace(source.name) }
      return ((source, place), host: (try? place.get())?.host)
    }
    let queue = SurveyQueue(jobs, limits: limits) { source, place in
      surveyed.begin(source.name)
      defer { surveyed.end(source.name) }
      return (
        source,
        Result { () throws(LibraryError) in
          try surveyor.survey(source, at: place.get(), lists: selection.lists) {
            surveyed.show($0, of: source.name)
          }
        }
      )
    }
    try queue.run { results, isLast throws(LibraryError) in
      var surveys: [SourceSurvey] = []
      for (source, result) in results {
        do throws(LibraryError) {
          if let survey = try result.get() { surveys.append(survey) }
        } catch {
          try note(error, of: source)
        }
      }
      // The counts of pages are shown once no count of sources is any more.
      try read(surveys, lists: selection.lists, showsProgress: isLast)
    }
  }

  /// Reads the new pages found by surveys; a list that cannot be read never stops the others.
  mutating func read(
    _ surveys: [SourceSurvey], lists: Set<ListID>? = nil, showsProgress: Bool = true
  ) throws(LibraryError) {
    let now = clock()
    try read(
      surveys.flatMap { survey in
        PageBatch.batches(
          survey.tasks.map(withEarlierReading), in: survey.clone?.repository, now: now)
      }, showsProgress)
    report.isCancelled = isCancelled()
    for survey in surveys {
      try database.remove(survey.gone)
      report.removed += survey.gone.count
      report.unchanged += survey.unchanged
      report.failures += survey.failures
      guard !report.isCancelled, lists == nil else { continue }
      try database.noteChecked(
        survey.source.id, kind: survey.kind,
        revision: unfinished.contains(survey.source.id)
          ? nil : survey.clone.map { revision($0.head, survey.source) } ?? survey.source.revision,
        at: clock())
    }
  }

  /// Stores the reason why a source could not be looked at.
  mutating func note(_ error: LibraryError, of source: SourceRecord) throws(LibraryError) {
    if case .database = error { throw error }
    let message = error.description(of: source.name)
    try database.noteFailure(source.id, message)
    report.failures.append(SyncFailure(subject: source.name, message: message))
  }

  /// Throws if everything in a source failed, so that there is nothing to follow in it.
  ///
  /// A transient failure of git to read a clone does not count.
  func requireAnythingRead(of survey: SourceSurvey) throws(LibraryError) {
    guard report.read == 0, report.unchanged == 0, !report.isCancelled,
      let failure = report.failures.first,
      survey.clone == nil || !unfinished.contains(survey.source.id)
    else { return }
    throw .nothingRead(source: survey.source.name, message: failure.message)
  }

  /// Notes that it was broken off before anything was read.
  mutating func noteCancelled() { report.isCancelled = true }
}

extension SyncRun {
  private func survey(
    _ source: SourceRecord, _ repository: GitSource, named name: String, known: [PageRecord],
    lists: Set<ListID>?, _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) throws(LibraryError) -> SourceSurvey? {
    let found: (clone: SourceSurvey.Clone, pages: SourceSurvey.Pages?)
    do {
      found = try look(at: source, repository, named: name, isWhole: lists == nil, progress)
    } catch GitError.cancelled {
      return nil
    } catch let error as LibraryError {
      throw error
    } catch {
      throw .repository(source: source.name, message: "\(error)")
    }
    guard let pages = found.pages else { return SourceSurvey(unchanged: source, known: known) }
    return try SourceSurvey(source, pages, clone: found.clone, known: known, lists: lists)
  }

  /// Updates the clone and finds its pages; nil for a commit that was read completely before.
  private func look(
    at source: SourceRecord, _ repository: GitSource, named name: String, isWhole: Bool,
    _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) throws -> (SourceSurvey.Clone, SourceSurvey.Pages?) {
    let poller = CancellationPoller(isCancelled)
    defer { withExtendedLifetime(poller) {} }
    if repository.transport != .file { spacing.wait() }
    let clone = try clones.upToDate(
      repository, named: source.name, cancellation: poller.cancellation
    ) { step in
      progress(
        SyncProgress(
          done: step.percent ?? 0, total: step.percent == nil ? 0 : 100,
          subject: "\(source.name): \(step.phase)"))
    }
    let head = try clone.head()
    if isWhole, let known = source.revision,
      known.utf8.elementsEqual(revision(head, source).utf8)
    {
      return ((clone, head), nil)
    }
    let files = try clone.files(at: head, cancellation: poller.cancellation)
    let asked = asked(of: source)
    let pages = try SourceSurvey.blobs(of: source, files, named: name, isList: !asked.isEmpty) {
      let list = HistoryFiles(
        source: source.name, files: files, content: { try clone.content(of: $0) },
        hasEntries: HistoryTask.hasEntries
      ) { index in
        try renamed(index, of: asked.count, in: clone, at: head, source)
      }
      return history(
        in: clone, at: head, files: try list.paths(asked), named: name, source: source,
        LinkRoot(of: repository, in: clone))
    }
    return ((clone, head), pages)
  }

  /// Returns the path of a file that was requested by a former name.
  private func renamed(
    _ index: Int, of count: Int, in clone: Repository, at head: ObjectID, _ source: SourceRecord
  ) throws -> String? {
    guard !readsFromScratch, let stored = try database.history(of: source.id),
      let tracker = HistoryTracker(state: stored.state, today: clock().day ?? .latest),
      tracker.files.count == count, let last = tracker.lastCommit.flatMap({ ObjectID($0) })
    else { return nil }
    let path = FilePath(tracker.files[index])
    if try clone.file(at: path, of: head) != nil { return path.text }
    return try clone.path(of: path, at: last, in: head)?.text
  }

  /// Returns a task that can look up the previous reading of its page.
  private func withEarlierReading(_ task: PageTask) -> PageTask {
    guard let page = task.known?.id else { return task }
    var task = task
    task.earlier = { [database] in try? database.columns(of: page) }
    task.history?.earlier = task.earlier
    return task
  }

  private func history(
    in repository: Repository, at tip: ObjectID, files: [String], named name: String,
    source: SourceRecord, _ linkRoot: LinkRoot?
  ) -> HistoryTask {
    HistoryTask(
      repository: repository, tip: tip, files: files, name: name, today: clock().day ?? .latest,
      linkRoot: linkRoot,
      stored: { [database] in try database.history(of: source.id) })
  }

  /// Returns the identity of the part of a repository that was read: the commit, and the files if any were
  /// requested.
  private func revision(_ head: ObjectID, _ source: SourceRecord) -> String {
    ([head.hex] + asked(of: source)).joined(separator: " ")
  }

  private func asked(of source: SourceRecord) -> [String] {
    askedFiles[Array(source.name.utf8)] ?? []
  }

  private mutating func read(_ batches: [PageBatch], _ showsProgress: Bool) throws(LibraryError) {
    let total = batches.reduce(0) { $0 + $1.tasks.count }
    guard total > 0 else { return }
    var done = 0
    var unchanged: [(page: Int64, stamp: Int64)] = []
    var unstored = ReadPages()
    if showsProgress { progress(SyncProgress(done: 0, total: total, subject: "")) }
    let isCancelled = isCancelled
    let workers = Workers(batches, isCancelled: isCancelled) { batch, give in
      batch.run(isCancelled: isCancelled) { give(($0, $1)) }
    }
    try workers.run { result throws(LibraryError) in
      let (task, outcome) = result
      switch outcome {
      case .unchanged:
        if let known = task.known { unchanged.append((known.id, task.keptStamp)) }
        report.unchanged += 1
      case .read(let page) where page.isEmptied(since: task.known):
        let words = "no entry is left in it: those of the last sync stay; awl unfollow lets them go"
        try note(words, of: task, stamp: task.keptStamp)
      case .read(let page):
        unstored.append(page, of: task)
        if unstored.isEnough {
          try database.store(unstored, now: clock())
          unstored = ReadPages()
        }
        report.read += 1
      case .failed(let message, let isLasting):
        if !isLasting { unfinished.insert(task.source) }
        try note(message, of: task, stamp: isLasting ? task.keptStamp : 0)
      }
      done += 1
      guard showsProgress else { return }
      progress(SyncProgress(done: done, total: total, subject: task.presumedList.path))
    }
    try database.store(unstored, now: clock())
    try database.noteUnchanged(unchanged)
  }

  private mutating func note(
    _ message: String, of task: PageTask, stamp: Int64
  ) throws(LibraryError) {
    report.failures.append(SyncFailure(subject: task.presumedList.path, message: message))
    let failure = task.known?.failure
    if failure?.utf8.elementsEqual(message.utf8) == true, task.known?.stamp == stamp { return }
    try database.noteFailure(message, of: task, stamp: stamp)
  }
}
