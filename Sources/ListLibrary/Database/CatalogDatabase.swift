import Glibc
import UserFiles
import SQLiteDatabase

/// catalog.sqlite: the content of the sources at the last sync.
///
/// It is a cache. Pages are stored in transactions with a write-ahead log: after a kill the
/// committed ones remain, and a power cut costs at most the last of them. Only a database that is
/// filled from files for the first time has no log; see NewDatabaseFile. A damaged file, or one of a
/// newer awl, is moved aside when it is opened, and a new one is created. Not for two processes at
/// once: the library's lock is held while it is open.
struct CatalogDatabase {
  let path: String
  private let storage: Storage
  private let connection: SharedConnection

  /// How changes get to the disk.
  private enum Storage {
    case log(WALCheckpointer)
    case newFile(NewDatabaseFile)
  }

  /// Opens the file, or creates it; problems with it are reported as notices.
  ///
  /// - Parameter isQuicklyFilled: whether a new database is filled at once, from files: then it is
  ///   created without a log, and exists only after `finish`.
  static func open(
    at path: String, isQuicklyFilled: Bool = false
  ) throws(LibraryError) -> (database: CatalogDatabase, notices: [FileNotice]) {
    do throws(DatabaseFailure) {
      return (try CatalogDatabase(path, isQuicklyFilled: isQuicklyFilled), [])
    } catch {
      guard let reason = error.reason else { throw error.error(path) }
      let aside = try CacheQuarantine(path: path).move(reason: reason)
      do throws(DatabaseFailure) {
        let database = try CatalogDatabase(path, isQuicklyFilled: isQuicklyFilled)
        return (database, [FileNotice(path: path, what: "\(reason.words); kept as \(aside)")])
      } catch {
        throw error.error(path)
      }
    }
  }

  private init(_ path: String, isQuicklyFilled: Bool) throws(DatabaseFailure) {
    self.path = path
    do {
      let opened: Connection
      if isQuicklyFilled, access(path, F_OK) != 0 {
        let file = try NewDatabaseFile(path: path)
        storage = .newFile(file)
        opened = try Self.connectionWithoutLog(to: file.path)
      } else {
        ReplacementFile.removeLeftover(of: path)
        makePrivate(path)
        storage = .log(WALCheckpointer(path: path))
        opened = try Self.connection(to: path)
        let finding: String? = try opened.statement("PRAGMA quick_check(1)").first { $0.value(0) }
        guard finding == "ok" else { throw SQLiteError(SQLiteError.corrupt) }
      }
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
    if case .log(let log) = storage { log.finish() }
    if let reason = fault.reason { _ = try CacheQuarantine(path: path).move(reason: reason) }
    return fault.error(path)
  }
}

// MARK: - The disk

extension CatalogDatabase {
  /// Notes that a transaction has added this many bytes.
  func noteAdded(bytes: Int) {
    if case .log(let log) = storage { log.startIfLong(adding: bytes) }
  }

  /// Starts bringing to the disk, on another thread, what was written so far.
  func startTransfer() {
    switch storage {
    case .log(let log): log.start()
    case .newFile(let file): file.startSync()
    }
  }

  /// Brings everything to its place on the disk; the database is not used afterwards.
  func finish() throws(LibraryError) {
    switch storage {
    case .log(let log): log.finish()
    case .newFile(let file):
      do {
        // From now on it has a log; the header of the file says so.
        try connection.access { try $0.execute("PRAGMA journal_mode = WAL") }
      } catch {
        throw try libraryError(for: DatabaseFailure(error))
      }
      connection.close()
      try file.finish()
    }
  }

  /// Opens the file as the database and the transfer of its log need it.
  static func connection(to path: String) throws(SQLiteError) -> Connection {
    let connection = try Connection(path: path)
    // The log is checkpointed by `WALCheckpointer`, because each checkpoint waits for the disk.
    // Nothing waits for the disk before the log exists: a new file contains nothing yet that could
    // be lost.
    try connection.execute(
      """
      \(commonSettings)
      PRAGMA synchronous = OFF;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      """)
    return connection
  }

  /// Opens a new file that is brought to the disk as a whole.
  private static func connectionWithoutLog(to path: String) throws(SQLiteError) -> Connection {
    let connection = try Connection(path: path)
    // In memory there is only what a transaction overwrites, in case that it is rolled back.
    try connection.execute(
      """
      \(commonSettings)
      PRAGMA synchronous = OFF;
      PRAGMA journal_mode = MEMORY;
      """)
    return connection
  }

  /// The settings of every connection.
  ///
  /// A manipulated file must not run code from its schema, and cells that point outside their page
  /// must be detected on reading. Pages of 16 KiB, which only a new file gets, need a quarter of
  /// SQLite's default number of calls to read and write the columns of a list.
  private static let commonSettings = """
    PRAGMA page_size = 16384;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    """
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
