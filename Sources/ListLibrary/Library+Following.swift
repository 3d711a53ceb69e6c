public import ListModel
import UserFiles

extension Library {
  /// Follows a source, and syncs it before returning.
  ///
  /// A source is a local file or folder, the address of a repository, or `owner/name` on GitHub; a
  /// relative path begins at `folder`, and an existing file takes precedence over `owner/name`. It
  /// is written to follows.jsonl before it is read, files while the first ones are read, so that the
  /// next sync continues after an interruption or a kill; a source that cannot be read is removed
  /// again. A source that is already followed is synced. `files` are the list's files in a
  /// repository, if they are not its README; they replace those followed before.
  public func follow(
    _ source: String, files: [String] = [], in folder: String,
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LibraryError) -> SyncReport {
    let name = try SourceName(source, in: folder, home: environment["HOME"]).text
    let files = try HistoryFiles.normalised(files)
    let lock = try LibraryLock(self.files)
    defer { withExtendedLifetime(lock) {} }
    MallocHeaps.limit()
    defer { MallocHeaps.grow() }
    let (follows, readingNotices) = try readFollows()
    let known = follows.first { $0.source.utf8.elementsEqual(name.utf8) }
    let isNew = known == nil || !files.isEmpty && known?.files != files
    let follow = Follow(source: name, added: clock(), files: files)
    let followed = known == nil ? follows + [follow] : follows
    let (database, notices) = try openDatabase(for: followed)
    var run = SyncRun(
      self, database: database, follows: isNew ? [follow] : follows, progress: progress,
      isCancelled: isCancelled)
    run.readsFromScratch = isNew
    // Writing it waits for the disk.
    let addition = BackgroundWork { () throws(LibraryError) in if isNew { try add(follow) } }
    do throws(LibraryError) {
      let source = try database.source(named: name)
      guard files.isEmpty || source?.kind != .catalogue else { throw .noRepository(name) }
      let place = try SourcePlace(name)
      // Git may take minutes, in which awl may be killed; files are read in a moment.
      if place.isRepository { try addition.finish() }
      if let source, let survey = try run.survey(source, at: place, progress: progress) {
        guard files.isEmpty || survey.kind == .repository else { throw .noRepository(name) }
        addition.start()
        try run.read([survey])
        try addition.finish()
        if isNew { try run.requireAnythingRead(of: survey) }
      } else {
        try addition.finish()
        run.noteCancelled()
      }
    } catch {
      addition.wait()
      if isNew { try? takeBack(follow, for: known) }
      if known == nil { try database.keepSources(follows.map(\.source)) }
      throw error
    }
    try project(database)
    var report = run.report
    report.notices = readingNotices + notices
    return report
  }

  /// Unfollows a source; its lists leave the catalog, and bookmarks stay.
  ///
  /// A source may be named by its only list. Returns the source as it was in follows.jsonl.
  public func unfollow(_ source: String, in folder: String) throws(LibraryError) -> String {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (follows, _) = try readFollows()
    let name = try? SourceName(source, in: folder, home: environment["HOME"]).text
    let known = [source, name ?? source].first { name in
      follows.contains { $0.source.utf8.elementsEqual(name.utf8) }
    }
    let found = if let known { known } else { try self.source(ofList: source) }
    do throws(UserFileError) {
      try followFile.remove(found, now: clock())
    } catch {
      throw .follows(error)
    }
    let (database, _) = try openDatabase(for: readFollows().follows)
    try project(database)
    return found
  }

  /// Returns the source that a list is the only one of.
  private func source(ofList name: String) throws(LibraryError) -> String {
    guard let catalog = ProjectionFile(path: files.projection).map().map({ Catalog($0) }),
      let list = catalog.index(of: ListID(name)), let source = catalog.origin(of: list)?.source
    else { throw .notFollowed(name) }
    let count = (0..<catalog.listCount).count {
      catalog.origin(of: ListIndex($0))?.source.utf8.elementsEqual(source.utf8) == true
    }
    guard count == 1 else { throw .oneOfMany(list: name, source: source, lists: count) }
    return source
  }

  /// Returns whether a source that was typed is followed.
  public func isFollowing(_ source: String, in folder: String) -> Bool {
    let name = try? SourceName(source, in: folder, home: environment["HOME"]).text
    return followFile.load().follows.contains {
      $0.source.utf8.elementsEqual((name ?? source).utf8)
    }
  }

  /// Restores in follows.jsonl the state before a failed follow.
  private func takeBack(_ follow: Follow, for known: Follow?) throws(LibraryError) {
    if let known { return try add(known) }
    do throws(UserFileError) {
      try followFile.remove(follow.source, now: follow.added)
    } catch {
      throw .follows(error)
    }
  }

  private func add(_ follow: Follow) throws(LibraryError) {
    do throws(UserFileError) {
      try followFile.add(follow, now: follow.added)
    } catch {
      throw .follows(error)
    }
  }
}
