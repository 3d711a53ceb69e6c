import Glibc
import SQLiteDatabase

/// An error of SQLite, or a mismatch of the schema.
struct DatabaseFailure: Error {
  let underlying: any Error

  init(_ error: any Error) { underlying = error }

  /// Why the file must be moved aside; nil if it is not at fault.
  var reason: CacheQuarantine.Reason? {
    if underlying is NewerSchema { return .newer }
    guard let error = underlying as? SQLiteError else { return nil }
    switch error.code {
    case SQLiteError.corrupt, SQLiteError.notADatabase, SQLiteError.format: return .damaged
    // A table or a column is missing, or has invalid content.
    case SQLiteError.generic, SQLiteError.mismatch, SQLiteError.constraint: return .damaged
    default: return nil
    }
  }

  /// Returns the fault as an error of the library.
  func error(_ path: String) -> LibraryError {
    if let error = underlying as? LibraryError { return error }
    guard let error = underlying as? SQLiteError else {
      return .database(path: path, message: "\(underlying)")
    }
    switch error.code {
    case SQLiteError.full: return .unwritable(path: path, code: ENOSPC)
    case SQLiteError.readOnly, SQLiteError.cannotOpen, SQLiteError.permission:
      return .unwritable(path: path, code: EACCES)
    default: return .database(path: path, message: error.message)
    }
  }
}

/// The file has been brought to tables that this version does not know.
struct NewerSchema: Error {}
