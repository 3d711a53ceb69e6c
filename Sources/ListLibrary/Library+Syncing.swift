public import ListModel
import ReaderFiles

extension Library {
  /// Brings lists up to date: those named by `owner/name` or by what is followed, or all.
  ///
  /// `progress` and `isCancelled` are called from several threads. What is broken off keeps what
  /// it has read. One list or source that cannot be read never stops the others: it is among the
  /// report's failures, and the reason stays with it.
  public func sync(
    _ names: [String] = [], progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LibraryError) -> SyncReport {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let contents = followFile.load()
    // A file that cannot be read does not say that nothing is followed.
    guard contents.isReadable else {
      throw .follows(.file(.notAFile(path: followFile.path)))
    }
    let (database, notices) = try CatalogDatabase.open(at: files.database)
    try database.keepSources(contents.follows.map(\.source))
    try database.expireOtherReaders()
    var run = SyncRun(
      database: database, clock: clock, progress: progress, isCancelled: isCancelled)
    for selection in try SyncSelection.all(named: names, in: database) {
      try run.run(selection.sources, lists: selection.lists)
    }
    try project(database)
    var report = run.report
    report.notices = contents.notices + notices
    return report
  }
}
