internal import CSQLite

/// An error of a statement or a database file.
public struct SQLiteError: Error, Equatable, CustomStringConvertible {
  /// The primary result code, such as `SQLiteError.corrupt`.
  public let code: Int32
  /// SQLite's own words.
  public let message: String

  /// Creates an error found without SQLite, with SQLite's message for the code.
  public init(_ code: Int32) {
    self.code = code
    message = String(cString: sqlite3_errstr(code))
  }

  /// Creates the last error of a connection, which is nil if SQLite could not allocate even that.
  init(_ code: Int32, of connection: OpaquePointer?) {
    self.code = code & 0xFF
    message = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
  }

  public var description: String { message }
}

extension SQLiteError {
  public static let generic = SQLITE_ERROR
  public static let corrupt = SQLITE_CORRUPT
  public static let notADatabase = SQLITE_NOTADB
  public static let format = SQLITE_FORMAT
  public static let mismatch = SQLITE_MISMATCH
  public static let constraint = SQLITE_CONSTRAINT
  public static let full = SQLITE_FULL
  public static let readOnly = SQLITE_READONLY
  public static let cannotOpen = SQLITE_CANTOPEN
  public static let permission = SQLITE_PERM
  public static let misuse = SQLITE_MISUSE
}
