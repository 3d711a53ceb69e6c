import Dispatch
import SQLiteDatabase
import Synchronization

/// Takes what is in a database's log over into its file, on another thread.
///
/// That waits for the disk, time in which the processor can do something else; and the more of it
/// is done while pages are read, the less is to be waited for at the end. What fails is left to the
/// closing of the database, which does the same.
final class LogTransfer: Sendable {
  /// So many bytes are worth to be taken over while pages are read.
  private static let worthwhile = 8 << 20

  private let path: String
  private let waiting = Atomic(0)
  private let queue = DispatchQueue(label: "awl.log", qos: .userInitiated)

  /// For a database at a path, whose log may be read and written meanwhile.
  init(path: String) { self.path = path }

  /// Tells that so many bytes were added to the log; starts where it has become long.
  func startIfLong(behind bytes: Int) {
    guard waiting.wrappingAdd(bytes, ordering: .relaxed).newValue >= Self.worthwhile else { return }
    waiting.store(0, ordering: .relaxed)
    start()
  }

  /// Starts to take over what is in the log now.
  func start() {
    queue.async { [self] in
      let connection = try? CatalogDatabase.connection(to: path)
      try? connection?.execute("PRAGMA wal_checkpoint(PASSIVE)")
    }
  }

  /// Waits until all that was started is done.
  func finish() { queue.sync {} }
}
