import Glibc
import ListModel
import ListSearch
import Synchronization

/// Prints the lines of entries, which several threads lay out in pieces.
final class EntryPrinter: Sendable {
  private let catalog: Catalog
  private let format: OutputFormat
  /// Those that no thread uses now; each keeps its memory and the categories it has shown.
  private let idle = Mutex<[EntryLines]>([])
  private let output = OrderedOutput(to: STDOUT_FILENO)

  init(of catalog: Catalog, in format: OutputFormat) {
    self.catalog = catalog
    self.format = format
  }

  /// The number of lines laid out and written at a time: so few that the processor still has them
  /// in its caches when they are written.
  private static let lineCount = 256

  /// Prints rows in order; exits if they cannot be written.
  func print(_ rows: Slice<SearchRows>, on team: ThreadPool) {
    guard !rows.isEmpty else { return }
    requireOpenOutput()
    team.perform((rows.count + Self.lineCount - 1) / Self.lineCount) { number in
      let start = rows.startIndex + number * Self.lineCount
      let end = min(start + Self.lineCount, rows.endIndex)
      self.printPiece(number, of: Array(rows[start..<end]))
    }
    if let code = output.failure { endUnwritten(code: code) }
  }

  private func printPiece(_ number: Int, of entries: [EntryIndex]) {
    guard output.failure == nil else { return }
    var lines = idle.withLock { $0.popLast() } ?? EntryLines(of: catalog, in: format)
    lines.append(entries)
    output.write(&lines.bytes, at: number)
    idle.withLock { $0.append(lines) }
  }
}
