import GRDB

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

  func error(_ path: String) -> LibraryError {
    let message = (underlying as? DatabaseError).map { $0.message ?? "\($0.resultCode)" }
    return .database(path: path, message: message ?? "\(underlying)")
  }
}

/// The file has been brought to tables that this version does not know.
struct NewerSchema: Error {}
