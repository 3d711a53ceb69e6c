internal import CSQLite

/// The row that a statement is on; not to be used once the statement continues.
public struct Row {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  /// Returns the value of a column by its index; nil for NULL and for a value of another type,
  /// which a corrupt file may have.
  public func value<Value: SQLValue>(_ column: Int) -> Value? {
    Value(statement, column: Int32(column))
  }

  /// Returns whether a column is NULL.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }
}

/// A type for columns and parameters.
public protocol SQLValue: Sendable {
  /// Reads a column of the row that a statement is on; nil if its value is of another kind.
  init?(_ statement: OpaquePointer, column: Int32)

  /// Binds a copy of the value to a parameter of a statement, counted from one, and returns
  /// SQLite's result code.
  func bind(to statement: OpaquePointer, at place: Int32) -> Int32
}

extension Int64: SQLValue {
  public init?(_ statement: OpaquePointer, column: Int32) {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    self = sqlite3_column_int64(statement, column)
  }

  public func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    sqlite3_bind_int64(statement, place, self)
  }
}

extension Int: SQLValue {
  public init?(_ statement: OpaquePointer, column: Int32) {
    guard let value = Int64(statement, column: column) else { return nil }
    self = Int(value)
  }

  public func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    sqlite3_bind_int64(statement, place, Int64(self))
  }
}

extension String: SQLValue {
  public init?(_ statement: OpaquePointer, column: Int32) {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
      let text = sqlite3_column_text(statement, column)
    else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    self = String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  public func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    var text = self
    return text.withUTF8 {
      sqlite3_bind_text_copy(statement, place, $0.baseAddress, UInt64($0.count))
    }
  }
}

extension [UInt8]: SQLValue {
  public init?(_ statement: OpaquePointer, column: Int32) {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    let bytes = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    self.init(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  public func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    withUnsafeBytes {
      sqlite3_bind_blob_copy(statement, place, $0.baseAddress, UInt64($0.count))
    }
  }
}
