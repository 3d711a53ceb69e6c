import Dispatch
import SQLiteDatabase
import Synchronization

/// Checkpoints a database's write-ahead log on another thread.
///
/// A checkpoint waits for the disk while the CPU can do other work; the more is done while pages
/// are read, the less remains at the end. Failures are left to the final checkpoint.
final class WALCheckpointer: Sendable {
  /// The size of the log from which a checkpoint is worthwhile while pages are read.
  private static let threshold = 8 << 20

  private let path: String
  private let waiting = Atomic(0)
  private let queue = DispatchQueue(label: "awl.log", qos: .userInitiated)

  /// Creates a checkpointer for a database whose log may be in use.
  init(path: String) { self.path = path }

  /// Notes that this many bytes were added to the log; starts when it has become long.
  func startIfLong(adding bytes: Int) {
    guard waiting.wrappingAdd(bytes, ordering: .relaxed).newValue >= Self.threshold else { return }
    waiting.store(0, ordering: .relaxed)
    start()
  }

  /// Starts a checkpoint of the current log.
  func start() {
    queue.async { [self] in
      let connection = try? CatalogDatabase.connection(to: path)
      try? connection?.execute("PRAGMA wal_checkpoint(PASSIVE)")
    }
  }

  /// Waits until all that was started is done.
  func finish() { queue.sync {} }
}
