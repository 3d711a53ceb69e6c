public import ListModel
import UserFiles

extension Library {
  /// Syncs lists: those named by `owner/name` or by their source, or all.
  ///
  /// `progress` and `isCancelled` are called from several threads. An interrupted sync keeps its
  /// results so far. A list or source that cannot be read never stops the others: it is reported as
  /// a failure, and the reason is stored with it. If damage of the cache shows during the sync, the
  /// cache is moved aside and the sync starts over.
  public func sync(
    _ names: [String] = [], progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LibraryError) -> SyncReport {
    do throws(LibraryError) {
      return try syncOnce(names, progress: progress, isCancelled: isCancelled)
    } catch {
      guard case .database(let path, let message) = error else { throw error }
      var report = try syncOnce(names, progress: progress, isCancelled: isCancelled)
      report.notices.append(FileNotice(path: path, what: "\(message): the sync was restarted"))
      return report
    }
  }

  private func syncOnce(
    _ names: [String], progress: @escaping @Sendable (SyncProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(LibraryError) -> SyncReport {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    MallocHeaps.limit()
    defer { MallocHeaps.grow() }
    let (follows, readingNotices) = try readFollows()
    let (database, notices) = try openDatabase(for: follows)
    var run = SyncRun(
      self, database: database, follows: follows, progress: progress, isCancelled: isCancelled)
    for selection in try SyncSelection.all(named: names, in: database) {
      try run.read(selection, fetches)
    }
    try project(database)
    var report = run.report
    report.notices = readingNotices + notices
    return report
  }

  /// Returns the followed sources.
  ///
  /// An unreadable follows file is an error: it does not mean that nothing is followed.
  func readFollows() throws(LibraryError) -> (follows: [Follow], notices: [FileNotice]) {
    let contents = followFile.load()
    if let error = contents.failure { throw .follows(error) }
    return (contents.follows, contents.notices)
  }

  /// Returns the database with the sources that are followed, and no clone of any other.
  func openDatabase(
    for follows: [Follow]
  ) throws(LibraryError) -> (database: CatalogDatabase, notices: [FileNotice]) {
    // Files are read again in a moment; what was read of repositories must outlive a kill.
    let (database, notices) = try CatalogDatabase.open(
      at: files.database, isQuicklyFilled: !follows.contains { SourcePlace.mayNeedGit($0.source) })
    try database.expireOtherReaders()
    let names = follows.map(\.source)
    try database.keepSources(names)
    Clones(folder: files.repositories, environment: environment).keepOnly(names)
    return (database, notices)
  }
}
