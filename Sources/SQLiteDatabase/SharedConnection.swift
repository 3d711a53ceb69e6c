import Synchronization

/// A connection that threads use in turns.
///
/// It is unchecked because the connection is touched only under the lock, which the compiler cannot see.
public final class SharedConnection: @unchecked Sendable {
  private let lock = Mutex(())
  private let connection: Connection

  /// Takes ownership of a connection that nothing else uses.
  public init(_ connection: sending Connection) { self.connection = connection }

  /// Writes in one transaction; it waits for other threads, and is not to be nested.
  public func write<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try lock.withLock { _ in try connection.transaction(writes: true, body) }
  }

  /// Reads one state of the file; it waits for other threads, and is not to be nested.
  public func read<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try lock.withLock { _ in try connection.transaction(writes: false, body) }
  }

  /// Runs a closure outside of a transaction.
  public func access<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
    try lock.withLock { _ in try body(connection) }
  }
}
