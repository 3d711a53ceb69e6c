import Browser
import Dispatch
import ListModel
import UserFiles
import Synchronization

/// Saves changes of the seen state in the background, in order.
///
/// A change that could not be saved stays in the queue and is retried with the next one.
final class SeenWriter: Sendable {
  private struct Waiting {
    var changes: [SeenChange] = []
    var failure: String?
  }

  private let file: SeenFile
  private let queue = DispatchQueue(label: "seen")
  private let waiting = Mutex(Waiting())
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread, after each try.
  init(file: SeenFile, report: @escaping @Sendable (BrowserReport) -> Void) {
    self.file = file
    self.report = report
  }

  /// Saves a change after the earlier ones, and then reports `words`.
  func write(_ change: SeenChange, words: String?) {
    waiting.withLock { $0.changes.append(change) }
    queue.perform { [self] in
      writeWaiting(words: words)
    }
  }

  /// Reads the file for the first time, before anything is written to it.
  func open() {
    queue.perform { [self] in
      report(.seenOpened(file.load()))
    }
  }

  /// Reads the file again, in case another program has changed it.
  func read() {
    queue.perform { [self] in
      let contents = file.load()
      guard !contents.isReadOnly else { return }
      report(.seen(contents.seen, words: nil))
    }
  }

  /// Returns the content of the file with later changes applied, which must not vanish from the
  /// screen.
  func current(_ seen: Seen) -> Seen {
    var seen = seen
    for change in waiting.withLock({ $0.changes }) { seen.apply(change) }
    return seen
  }

  /// Waits until everything is saved or has failed again; returns the reason if it failed.
  func finish() -> String? {
    queue.sync { writeWaiting(words: nil) }
    return waiting.withLock { $0.changes.isEmpty ? nil : $0.failure ?? "" }
  }

  private func writeWaiting(words: String?) {
    let changes = waiting.withLock { $0.changes }
    guard !changes.isEmpty else { return }
    do throws(UserFileError) {
      let contents = try file.apply(changes, now: .now()) { seen in
        waiting.withLock { waiting in
          waiting.changes.removeFirst(changes.count)
          waiting.failure = nil
        }
        report(.seen(seen, words: words))
      }
      if let failure = contents.notices.first(where: { $0.kind == .backup }) {
        report(.message(Message(.error, underHome(failure.description))))
      }
    } catch {
      waiting.withLock { $0.failure = error.description }
      report(.seenNotSaved("not saved: \(underHome(error.description))"))
    }
  }
}
