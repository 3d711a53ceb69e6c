import Glibc
import ListModel
import UserFiles

/// The state of the library's cache, inspected without creating, repairing or locking anything.
public struct LibraryInspection: Equatable, Sendable {
  /// How one of the library's files is.
  public enum FileState: Equatable, Sendable {
    case missing
    /// It exists, but this version cannot use it.
    case unusable
    case usable
  }

  /// The catalog that the screen maps.
  public let image: FileState
  /// Lists and entries of the catalog.
  public let lists: Int
  public let entries: Int
  /// The database of the last sync; only its header is looked at.
  public let database: FileState
  /// Whether a sync is running.
  public let isLocked: Bool
  /// Sources that failed at the last sync, and lists of others.
  public let failures: Int
}

extension Library {
  /// Inspects the cache.
  ///
  /// Maps the catalog and reads a few bytes of the database.
  public func inspect() -> LibraryInspection {
    let image = ProjectionFile(path: files.projection).map()
    let catalog = image.map { Catalog($0) }
    let states = SourceStates(path: files.sources).read()
    return LibraryInspection(
      image: image != nil ? .usable : access(files.projection, F_OK) == 0 ? .unusable : .missing,
      lists: catalog?.listCount ?? 0, entries: catalog?.count ?? 0, database: databaseState(),
      isLocked: LockInspection.ofLock(at: files.folder + "/catalog.lock") != .free,
      failures: states.reduce(0) { $0 + ($1.failure == nil ? $1.failedLists : 1) })
  }

  private func databaseState() -> LibraryInspection.FileState {
    let descriptor = Glibc.open(files.database, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT ? .missing : .unusable }
    defer { Glibc.close(descriptor) }
    let magic = Array("SQLite format 3\0".utf8)
    var bytes = [UInt8](repeating: 0, count: magic.count)
    return Glibc.read(descriptor, &bytes, bytes.count) == bytes.count && bytes == magic
      ? .usable : .unusable
  }
}
