import Glibc
import UserFiles
import SQLiteDatabase

/// catalog.sqlite: the content of the sources at the last sync.
///
/// It is a cache. Each list is one transaction in a write-ahead log: after a kill the committed
/// ones remain, and a power cut costs at most the last lists. A damaged file, or one of a newer
/// awl, is moved aside when it is opened, and a new one is created. Not for two processes at once:
/// the library's lock is held while it is open.
struct CatalogDatabase {
  let path: String
  /// To be finished before the database is closed.
  let log: WALCheckpointer
  private let connection: SharedConnection

  /// Opens the file, or creates it; problems with it are reported as notices.
  static func open(
    at path: String
  ) throws(LibraryError) -> (database: CatalogDatabase, notices: [FileNotice]) {
    do throws(DatabaseFailure) {
      return (try CatalogDatabase(path), [])
    } catch {
      guard let reason = error.reason else { throw error.error(path) }
      let aside = try CacheQuarantine(path: path).move(reason: reason)
      do throws(DatabaseFailure) {
        let database = try CatalogDatabase(path)
        return (database, [FileNotice(path: path, what: "\(reason.words); kept as \(aside)")])
      } catch {
        throw error.error(path)
      }
    }
  }

  private init(_ path: String) throws(DatabaseFailure) {
    self.path = path
    makePrivate(path)
    log = WALCheckpointer(path: path)
    do {
      let opened = try Self.connection(to: path)
      let finding: String? = try opened.statement("PRAGMA quick_check(1)").first { $0.value(0) }
      guard finding == "ok" else { throw SQLiteError(SQLiteError.corrupt) }
      try CatalogSchema.migrate(opened)
      try CatalogSchema.check(opened)
      connection = SharedConnection(opened)
    } catch {
      throw DatabaseFailure(error)
    }
  }

  /// Runs statements in one transaction.
  ///
  /// If damage shows only now, the file is moved aside as well, and the next sync starts over.
  func write<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws(LibraryError) -> Result {
    do {
      return try connection.write(body)
    } catch {
      throw try libraryError(for: DatabaseFailure(error))
    }
  }

  /// Reads; statements that write fail.
  func read<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws(LibraryError) -> Result {
    do {
      return try connection.read(body)
    } catch {
      throw try libraryError(for: DatabaseFailure(error))
    }
  }

  private func libraryError(for fault: DatabaseFailure) throws(LibraryError) -> LibraryError {
    log.finish()
    if let reason = fault.reason { _ = try CacheQuarantine(path: path).move(reason: reason) }
    return fault.error(path)
  }

  /// Opens the file as the database and the transfer of its log need it.
  static func connection(to path: String) throws(SQLiteError) -> Connection {
    let connection = try Connection(path: path)
    // The log is checkpointed by `WALCheckpointer`, because each checkpoint waits for the disk.
    // Nothing waits for the disk before the log exists: a new file contains nothing yet that could
    // be lost. A manipulated file must not run code from its schema, and cells that point outside
    // their page must be detected on reading.
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA synchronous = OFF;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      """)
    return connection
  }
}

/// Creates the file if it is missing, readable only by its owner.
///
/// SQLite would create it with the umask's mode; its log and journals get the mode of the file.
/// Failures here are left for SQLite to report.
private func makePrivate(_ path: String) {
  let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard file >= 0 else { return }
  fchmod(file, 0o600)
  close(file)
}
