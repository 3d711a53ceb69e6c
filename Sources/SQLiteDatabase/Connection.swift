internal import CSQLite

/// An open SQLite file, for one thread at a time.
///
/// This module is all that awl needs of SQLite: statements, their values and their rows. It knows no
/// schema.
public final class Connection {
  private let handle: OpaquePointer
  private var cache: [String: Statement] = [:]

  /// Permitted access to the file.
  public enum Access: Sendable {
    case readOnly
    /// The file is created if it does not exist.
    case readWrite
  }

  /// Opens a file; SQLite reads nothing of it before the first statement.
  public init(path: String, access: Access = .readWrite) throws(SQLiteError) {
    let flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
      | (access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(code, of: opened)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
  }

  deinit {
    cache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs statements that have no values, one after another.
  public func execute(_ script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code, of: handle) }
  }

  /// Prepares a statement, or returns the cached one with the same text.
  ///
  /// The cache is unbounded: it is for statements that are constants in the program.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let known = cache[sql] { return known }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw SQLiteError(code, of: handle) }
    let statement = Statement(prepared)
    cache[sql] = statement
    return statement
  }

  /// Runs a closure in a transaction, which is rolled back if it throws.
  ///
  /// - Parameter writes: whether to acquire the write lock at once; statements that write fail
  ///   without it.
  public func transaction<Result>(
    writes: Bool, _ body: (Connection) throws -> Result
  ) throws -> Result {
    try execute(writes ? "BEGIN IMMEDIATE" : "PRAGMA query_only = 1; BEGIN")
    do {
      let result = try body(self)
      try execute(writes ? "COMMIT" : "COMMIT; PRAGMA query_only = 0")
      return result
    } catch {
      // Some errors have ended the transaction already.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      if !writes { try? execute("PRAGMA query_only = 0") }
      throw error
    }
  }
}
