public import ListModel
public import UserFiles

/// The lists that the user follows: follows.jsonl, and the catalog that a sync builds from them.
///
/// Opening is for the screen: it maps the result of the last sync and starts nothing. All other
/// calls take the library's lock and block, so use a separate thread (`LibraryWork`). The cache may
/// be deleted, damaged or of another version at any time: the next sync rebuilds it, without
/// touching follows and bookmarks.
public struct Library: Sendable {
  let files: LibraryFiles
  let followFile: FollowFile
  let environment: [String: String]
  let clock: @Sendable () -> Timestamp
  /// How many sources a sync looks at side by side.
  public var fetches = FetchLimits()

  /// Creates the library of some directories; nothing is opened or created.
  ///
  /// git gets its search path, proxies and certificates from the environment.
  public init(
    _ directories: Directories, environment: [String: String] = processEnvironment(),
    clock: @escaping @Sendable () -> Timestamp = { .now() }
  ) {
    files = LibraryFiles(directories)
    followFile = FollowFile(path: directories.follows)
    self.environment = environment
    self.clock = clock
  }

  /// Returns the library as the last sync left it.
  ///
  /// Maps the catalog without a pass over it. Only if the catalog's image is missing or of another
  /// version, the database is opened and the image rebuilt.
  public func open() -> LibrarySnapshot {
    let contents = followFile.load()
    var notices = contents.notices
    let projection = ProjectionFile(path: files.projection)
    var image = projection.map()
    if image == nil, !contents.follows.isEmpty {
      do throws(LibraryError) {
        notices += try rebuildProjection(contents.follows)
        image = projection.map()
      } catch {
        notices.append(FileNotice(path: files.projection, what: error.description))
      }
    }
    return LibrarySnapshot(
      catalog: image.map { Catalog($0) } ?? CatalogBuilder().catalog(),
      follows: contents.follows, sources: SourceStates(path: files.sources).read(),
      notices: notices)
  }
}

extension Library {
  /// Returns the library as of the last sync, like `open`, but without rebuilding missing files.
  public func peek() -> LibrarySnapshot {
    let image = ProjectionFile(path: files.projection).map()
    let contents = followFile.load()
    return LibrarySnapshot(
      catalog: image.map { Catalog($0) } ?? CatalogBuilder().catalog(),
      follows: contents.follows, sources: [], notices: contents.notices)
  }
}

extension Library {
  /// The file with the catalog for the screen, which a sync replaces.
  public var imagePath: String { files.projection }

  /// Rebuilds the projection from the database, and returns problems with it.
  private func rebuildProjection(_ follows: [Follow]) throws(LibraryError) -> [FileNotice] {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (database, notices) = try openDatabase(for: follows)
    try project(database)
    return notices
  }

  /// Brings the projection up to date with the database, and both to their places.
  ///
  /// The database is finished even if the projection cannot be written: the next call writes it.
  func project(_ database: CatalogDatabase) throws(LibraryError) {
    database.startTransfer()
    let projected = Result { () throws(LibraryError) in try updateProjection(of: database) }
    try database.finish()
    try projected.get()
  }

  private func updateProjection(of database: CatalogDatabase) throws(LibraryError) {
    let projection = ProjectionFile(path: files.projection)
    if try database.isProjectionStale() || projection.map()?.isOfToday != true {
      MallocHeaps.trim()
      try projection.write(database)
      try database.noteProjected()
    }
    let counts = try database.listCounts()
    let states = try database.sources().map { source in
      SourceState(
        name: source.name, kind: source.kind, checked: source.checked, failure: source.failure,
        lists: counts[source.id]?.all ?? 0, failedLists: counts[source.id]?.failed ?? 0)
    }
    try SourceStates(path: files.sources).write(states)
  }
}
