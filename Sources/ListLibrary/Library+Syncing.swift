public import ListModel
import UserFiles

extension Library {
  /// Brings lists up to date: those named by `owner/name` or by what is followed, or all.
  ///
  /// `progress` and `isCancelled` are called from several threads. What is broken off keeps what
  /// it has read. One list or source that cannot be read never stops the others: it is among the
  /// report's failures, and the reason stays with it. Damage of the cache that shows only on the
  /// way sets the cache aside, and the sync begins again.
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
  /// An unreadable file does not mean that nothing is followed, so it is an error.
  func readFollows() throws(LibraryError) -> (follows: [Follow], notices: [FileNotice]) {
    let contents = followFile.load()
    if let error = contents.failure { throw .follows(error) }
    return (contents.follows, contents.notices)
  }

  /// Returns the database with the sources that are followed, and no clone of any other.
  func openDatabase(
    for follows: [Follow]
  ) throws(LibraryError) -> (database: CatalogDatabase, notices: [FileNotice]) {
    let (database, notices) = try CatalogDatabase.open(at: files.database)
    try database.expireOtherReaders()
    let names = follows.map(\.source)
    try database.keepSources(names)
    Clones(folder: files.repositories, environment: environment).keepOnly(names)
    return (database, notices)
  }
}
