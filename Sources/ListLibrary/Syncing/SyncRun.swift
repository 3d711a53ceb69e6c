import ListModel
import ReaderFiles

/// One sync: looks at sources, reads what is new on all cores, and brings the projection up to date.
struct SyncRun {
  let database: CatalogDatabase
  let clock: @Sendable () -> Timestamp
  let progress: @Sendable (SyncProgress) -> Void
  let isCancelled: @Sendable () -> Bool
  private(set) var report = SyncReport()

  init(
    database: CatalogDatabase, clock: @escaping @Sendable () -> Timestamp,
    progress: @escaping @Sendable (SyncProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.database = database
    self.clock = clock
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Brings some sources up to date, or only some lists of theirs.
  ///
  /// One list or source that cannot be read never stops the others.
  mutating func run(_ sources: [SourceRecord], lists: Set<ListID>? = nil) throws(LibraryError) {
    // The coarsest clock that a file system in use has ticks every two seconds (FAT).
    let settled = Timestamp(milliseconds: clock().milliseconds - 2_000)
    var surveys: [SourceSurvey] = []
    for source in sources where !isCancelled() {
      if let survey = try survey(source, lists: lists) { surveys.append(survey) }
    }
    try read(surveys.flatMap(\.tasks), settled: settled)
    report.isCancelled = isCancelled()
    for survey in surveys {
      try database.remove(survey.gone)
      report.removed += survey.gone.count
      report.unchanged += survey.unchanged
      if !report.isCancelled, lists == nil {
        try database.noteChecked(survey.source.id, kind: survey.kind, at: clock())
      }
    }
  }
}

extension SyncRun {
  private mutating func survey(
    _ source: SourceRecord, lists: Set<ListID>?
  ) throws(LibraryError) -> SourceSurvey? {
    let known = try database.pages(of: source.id)
    do throws(LibraryError) {
      return try SourceSurvey(source, known: known, lists: lists)
    } catch {
      if case .database = error { throw error }
      try database.noteFailure(source.id, error.description)
      report.failures.append(SyncFailure(subject: source.name, message: error.description))
      return nil
    }
  }

  private mutating func read(_ tasks: [PageTask], settled: Timestamp) throws(LibraryError) {
    // The longest first, lest one core ends up with a long page while the other is idle.
    let tasks = tasks.sorted { $0.file.size > $1.file.size }
    var done = 0
    var unchanged: [(page: Int64, stamp: Int64)] = []
    let workers = Workers(tasks, isCancelled: isCancelled) { $0.run(settled: settled) }
    if !tasks.isEmpty { progress(SyncProgress(done: 0, total: tasks.count, subject: "")) }
    try workers.run { task, outcome throws(LibraryError) in
      switch outcome {
      case .unchanged:
        if let known = task.known { unchanged.append((known.id, task.stamp(settled: settled))) }
        report.unchanged += 1
      case .read(let page):
        try database.store(page, at: task.file.path, of: task.source, now: clock())
        report.read += 1
      case .failed(let message, let isLasting):
        try note(message, of: task, stamp: isLasting ? task.stamp(settled: settled) : 0)
      }
      done += 1
      progress(
        SyncProgress(done: done, total: tasks.count, subject: task.presumedList.path))
    }
    try database.noteUnchanged(unchanged)
  }

  private mutating func note(
    _ message: String, of task: PageTask, stamp: Int64
  ) throws(LibraryError) {
    let list = task.presumedList
    report.failures.append(SyncFailure(subject: list.path, message: message))
    if let known = task.known, known.failure == message, known.stamp == stamp { return }
    try database.noteFailure(
      message, of: list, at: task.file.path, of: task.source, stamp: stamp)
  }
}
