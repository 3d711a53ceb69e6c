import Dispatch
import ListModel
import Synchronization

/// Lays out some of the lines on another thread, while the caller lays out those before them.
final class EntryLineThread: Sendable {
  private let queue = DispatchQueue(label: "entry-lines")
  private let lines: Mutex<EntryLines>

  init(of catalog: Catalog, in format: OutputFormat) {
    lines = Mutex(EntryLines(of: catalog, in: format))
  }

  /// Starts laying out the lines of these entries.
  func begin(_ rows: [EntryIndex]) {
    guard !rows.isEmpty else { return }
    queue.async { [self] in
      lines.withLock { $0.append(rows) }
    }
  }

  /// Waits for the lines and returns them.
  func finish() -> [UInt8] {
    queue.sync {
      lines.withLock { lines in
        defer { lines.removeAll() }
        return lines.bytes
      }
    }
  }
}
