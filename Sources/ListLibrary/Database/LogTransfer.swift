import Dispatch
import GRDB

/// Takes what is in a database's log over into its file, on another thread.
///
/// That waits for the disk, time in which the processor can do something else. What fails is left
/// to the closing of the database, which does the same.
struct LogTransfer {
  private let group = DispatchGroup()

  /// Starts for a database at a path, whose log may be read meanwhile.
  init(path: String, _ configuration: Configuration) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) {
      let queue = try? DatabaseQueue(path: path, configuration: configuration)
      try? queue?.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
      try? queue?.close()
    }
  }

  /// Waits for the end.
  func finish() { group.wait() }
}
