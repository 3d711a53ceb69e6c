import GRDB
import Glibc

/// What SQLite or GRDB had against something.
struct DatabaseFault: Error {
  let underlying: any Error

  init(_ error: any Error) { underlying = error }

  /// Why the file is to be set aside; nil where it is not to blame.
  var reason: SetAside.Reason? {
    if underlying is NewerSchema { return .newer }
    guard let error = underlying as? DatabaseError else { return nil }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: return .damaged
    // A table or a column is missing, or holds what it cannot.
    case .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT: return .damaged
    default: return nil
    }
  }

  /// The fault as whoever uses the library is told it.
  func error(_ path: String) -> LibraryError {
    guard let error = underlying as? DatabaseError else {
      return .database(path: path, message: "\(underlying)")
    }
    switch error.resultCode {
    case .SQLITE_FULL: return .unwritable(path: path, code: ENOSPC)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return .unwritable(path: path, code: EACCES)
    default: return .database(path: path, message: error.message ?? "\(error.resultCode)")
    }
  }
}

/// The file has been brought to tables that this version does not know.
struct NewerSchema: Error {}
