import Synchronization

/// A connection that threads use in turns.
///
/// It is unchecked because the connection is touched only under the lock, which the compiler cannot see.
public final class SharedConnection: @unchecked Sendable {
  private let lock = Mutex(())
  private var connection: Connection?

  /// Takes ownership of a connection that nothing else uses.
  public init(_ connection: sending Connection) { self.connection = connection }

  /// Writes in one transaction; it waits for other threads, and is not to be nested.
  public func write<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try access { try $0.transaction(writes: true, body) }
  }

  /// Reads one state of the file; it waits for other threads, and is not to be nested.
  public func read<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try access { try $0.transaction(writes: false, body) }
  }

  /// Runs a closure outside of a transaction.
  public func access<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try lock.withLock { _ in
      guard let connection else { throw SQLiteError(SQLiteError.misuse) }
      return try body(connection)
    }
  }

  /// Closes the connection; everything later fails with `SQLiteError.misuse`.
  public func close() { lock.withLock { _ in connection = nil } }
}
