import Dispatch
import SQLiteDatabase
import Synchronization

/// Copies a database's log into its file, on another thread.
///
/// That waits for the disk, while the processor can do something else; and the more of it is done
/// while pages are read, the less is left for the end. Failures are left to the checkpoint at the
/// end.
final class WALCheckpointer: Sendable {
  /// So many bytes are worth to be taken over while pages are read.
  private static let threshold = 8 << 20

  private let path: String
  private let waiting = Atomic(0)
  private let queue = DispatchQueue(label: "awl.log", qos: .userInitiated)

  /// For a database at a path, whose log may be in use.
  init(path: String) { self.path = path }

  /// Notes that this many bytes were added to the log; starts when it has become long.
  func startIfLong(adding bytes: Int) {
    guard waiting.wrappingAdd(bytes, ordering: .relaxed).newValue >= Self.threshold else { return }
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
