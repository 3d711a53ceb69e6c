public import ListModel
import ReaderFiles

extension Library {
  /// Follows a source, and syncs it before it returns.
  ///
  /// A source is a local file or folder; a relative path is taken from `folder`. What cannot be
  /// read at all is not followed. A source that is followed already is synced.
  public func follow(
    _ source: String, in folder: String,
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LibraryError) -> SyncReport {
    let name = try SourceName(source, in: folder).text
    _ = try PageFolder.files(at: name)
    let now = clock()
    do throws(ReaderFileError) {
      try followFile.add(Follow(source: name, added: now), now: now)
    } catch {
      throw .follows(error)
    }
    return try sync([name], progress: progress, isCancelled: isCancelled)
  }

  /// Follows a source no longer; its lists leave the catalog, and bookmarks stay.
  ///
  /// Gives the source as it stood in follows.jsonl.
  public func unfollow(_ source: String, in folder: String) throws(LibraryError) -> String {
    let follows = followFile.load().follows
    let names = [source] + [try? SourceName(source, in: folder).text].compactMap(\.self)
    let found = names.first { name in
      follows.contains { $0.source.utf8.elementsEqual(name.utf8) }
    }
    guard let found else { throw .notFollowed(source) }
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    do throws(ReaderFileError) {
      try followFile.remove(found, now: clock())
    } catch {
      throw .follows(error)
    }
    let (database, _) = try CatalogDatabase.open(at: files.database)
    try database.keepSources(followFile.load().follows.map(\.source))
    try project(database)
    return found
  }
}
