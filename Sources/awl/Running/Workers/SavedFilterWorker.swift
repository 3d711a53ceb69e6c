import Browser
import Dispatch
import ListModel
import UserFiles
import Synchronization

/// Reads and changes the saved filters in the background, in order.
final class SavedFilterWorker: Sendable {
  private let file: SavedFilterFile
  private let queue = DispatchQueue(label: "saved filters")
  private let failure = Mutex<String?>(nil)
  private let wasRead = Mutex(false)
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread, after each try.
  init(path: String, report: @escaping @Sendable (BrowserReport) -> Void) {
    file = SavedFilterFile(path: path)
    self.report = report
  }

  /// Reads the file again, in case another program has changed it.
  func read() {
    wasRead.withLock { $0 = true }
    queue.perform { [self] in
      let contents = file.load()
      report(.filters(contents.filters))
      if let notice = contents.notices.first { report(.message(Message(.error, "\(notice)"))) }
    }
  }

  /// Reads the file again if it was read before; otherwise the screen does not show it.
  func readAgain() {
    if wasRead.withLock({ $0 }) { read() }
  }

  /// Makes a change; `words` are reported once it is saved.
  func apply(_ change: SavedFilterChange, words: SaveMessage) {
    queue.perform { [self] in
      do throws(UserFileError) {
        let result = try file.apply(change, now: .now())
        failure.withLock { $0 = nil }
        report(.filtersSaved(result.contents.filters, outcome: result.outcome, words: words))
      } catch {
        let text = "not saved: filter \(change.name): \(underHome(error.description))"
        failure.withLock { $0 = text }
        report(.message(Message(.error, text)))
      }
    }
  }

  /// Waits until everything is saved; returns why the last change failed, if it did.
  func finish() -> String? {
    queue.sync {}
    return failure.withLock { $0 }
  }
}
