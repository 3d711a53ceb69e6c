import Glibc
import UserFiles
import SQLiteDatabase

/// catalog.sqlite: what the sources gave at the last sync.
///
/// It is a cache. One transaction a list, in a write-ahead log: whoever is killed leaves what was
/// committed, and a power cut costs the last lists at most. A file that is damaged or of a newer
/// awl is set aside when it is opened, and a new one begun. Not for two processes at once: the
/// library's lock is held while it is open.
struct CatalogDatabase {
  let path: String
  /// To be finished before the database is closed.
  let log: WALCheckpointer
  private let connection: SharedConnection

  /// Opens the file, or creates it; what was wrong with it is reported as notices.
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
  /// Damage that shows only now sets the file aside as well, for the next sync to begin again.
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
    // The log is taken over into the file by `WALCheckpointer`: each time waits for the disk. Nothing
    // waits for it before the log is there: a new file holds nothing yet that could be lost.
    // A file that somebody tampered with shall not run code of its own schema, and cells that
    // lead outside their page are to be found when they are read.
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

/// Creates the file if it is missing, readable by its owner alone.
///
/// SQLite would create it with the umask's mode; its log and journals have the mode of the file.
/// Failures here are left to SQLite, which reports them.
private func makePrivate(_ path: String) {
  let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard file >= 0 else { return }
  fchmod(file, 0o600)
  close(file)
}
