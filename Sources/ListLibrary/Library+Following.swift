public import ListModel
import ReaderFiles

extension Library {
  /// Follows a source, and syncs it before it returns.
  ///
  /// A source is a local file or folder, the address of a repository, or `owner/name` on GitHub;
  /// a relative path begins at `folder`, and what is there goes before `owner/name`. What cannot
  /// be looked at is not followed, nor is what was broken off before it could. A source that is
  /// followed already is synced.
  public func follow(
    _ source: String, in folder: String,
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LibraryError) -> SyncReport {
    let name = try SourceName(source, in: folder, home: environment["HOME"]).text
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (follows, readingNotices) = try readFollows()
    let isNew = !follows.contains { $0.utf8.elementsEqual(name.utf8) }
    let (database, notices) = try openDatabase(for: isNew ? follows + [name] : follows)
    var run = SyncRun(self, database: database, progress: progress, isCancelled: isCancelled)
    do throws(LibraryError) {
      let source = try database.source(named: name)
      guard let source, let survey = try run.survey(source) else {
        if isNew { try database.keepSources(follows) }
        run.noteCancelled()
        return run.report
      }
      if isNew { try add(name) }
      try run.read([survey])
    } catch {
      if isNew { try database.keepSources(follows) }
      throw error
    }
    try project(database)
    var report = run.report
    report.notices = readingNotices + notices
    return report
  }

  /// Follows a source no longer; its lists leave the catalog, and bookmarks stay.
  ///
  /// Gives the source as it stood in follows.jsonl.
  public func unfollow(_ source: String, in folder: String) throws(LibraryError) -> String {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (follows, _) = try readFollows()
    let name = try? SourceName(source, in: folder, home: environment["HOME"]).text
    let found = [source, name ?? source].first { name in
      follows.contains { $0.utf8.elementsEqual(name.utf8) }
    }
    guard let found else { throw .notFollowed(source) }
    do throws(ReaderFileError) {
      try followFile.remove(found, now: clock())
    } catch {
      throw .follows(error)
    }
    let (database, _) = try openDatabase(for: readFollows().names)
    try project(database)
    return found
  }

  private func add(_ name: String) throws(LibraryError) {
    let now = clock()
    do throws(ReaderFileError) {
      try followFile.add(Follow(source: name, added: now), now: now)
    } catch {
      throw .follows(error)
    }
  }
}
