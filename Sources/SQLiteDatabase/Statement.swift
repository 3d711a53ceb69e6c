internal import CSQLite

/// A prepared statement of a connection, to be run with different values.
///
/// The values are bound to the question marks of the text in order; nil is NULL.
public final class Statement {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement to its end.
  public func run(_ values: [(any SQLValue)?] = []) throws(SQLiteError) {
    defer { reset() }
    try bind(values)
    while try step() {}
  }

  /// Passes each row to the body, while that returns true.
  public func forEach(
    _ values: [(any SQLValue)?] = [], _ body: (Row) throws -> Bool
  ) throws {
    defer { reset() }
    try bind(values)
    while try step() { guard try body(Row(handle)) else { return } }
  }

  /// Makes something of each row.
  public func map<Value>(
    _ values: [(any SQLValue)?] = [], _ make: (Row) throws -> Value
  ) throws -> [Value] {
    var made: [Value] = []
    try forEach(values) { row in
      made.append(try make(row))
      return true
    }
    return made
  }

  /// Maps the first row; nil if there is none.
  public func first<Value>(
    _ values: [(any SQLValue)?] = [], _ make: (Row) throws -> Value?
  ) throws -> Value? {
    var made: Value?
    try forEach(values) { row in
      made = try make(row)
      return false
    }
    return made
  }
}

extension Statement {
  private func bind(_ values: [(any SQLValue)?]) throws(SQLiteError) {
    for (index, value) in values.enumerated() {
      let place = Int32(index) + 1
      let code = value?.bind(to: handle, at: place) ?? sqlite3_bind_null(handle, place)
      guard code == SQLITE_OK else { throw SQLiteError(code, of: sqlite3_db_handle(handle)) }
    }
  }

  /// Goes to the next row; false after the last one.
  private func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw SQLiteError(code, of: sqlite3_db_handle(handle))
    }
  }

  private func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}
