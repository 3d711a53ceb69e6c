import BookmarkFormats
import Browser
import Dispatch
import Glibc
import ListModel
import UserFiles

/// Imports and exports bookmarks in the background.
struct BookmarkExchange: Sendable {
  private let queue = DispatchQueue(label: "exchange")
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread.
  init(report: @escaping @Sendable (BrowserReport) -> Void) {
    self.report = report
  }

  /// Reads a file, and reports the operations on the bookmarks.
  func importFile(_ path: String, into bookmarks: Bookmarks) {
    let report = report
    run {
      report(.working(WorkStep(.importing, subject: path)))
      defer { report(.working(nil)) }
      let now = Timestamp.now()
      let source = try BookmarkSource(path: expandingHome(path), now: now)
      let plan = ImportPlan(source.bookmarks, into: bookmarks, now: now)
      let refused = source.refused.count
      let hint = refused > 0 ? " (awl bookmarks import --dry-run lists them)" : ""
      return .imported(
        plan.operations, words: "\(source.kind), \(plan.summary), \(refused) refused\(hint)")
    }
  }

  /// Writes bookmarks to a new file, in the format given by its name.
  func export(_ bookmarks: [Bookmark], to path: String) {
    run {
      let format = BookmarkFormat(fileName: path) ?? .html
      try ExportFile(path: expandingHome(path), replaces: false).write(format.write(bookmarks))
      let losses = format.losses(of: bookmarks)
      let lost = losses.isEmpty ? "" : "; it cannot store \(losses.joined(separator: ", "))"
      return .message(
        Message(.information, "exported \(bookmarks.count) to \(path) as \(format.rawValue)\(lost)")
      )
    }
  }

  private func run(_ body: @escaping @Sendable () throws -> BrowserReport) {
    queue.perform { [report] in
      do {
        report(try body())
      } catch {
        report(.message(Message(.error, Failure.words(of: error))))
      }
    }
  }
}

/// Expands a leading `~/` of a path.
func expandingHome(_ path: String) -> String {
  guard path.utf8.starts(with: "~/".utf8), let home = getenv("HOME") else { return path }
  return String(cString: home) + String(path.dropFirst(1))
}
