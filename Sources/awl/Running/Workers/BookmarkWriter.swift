import Browser
import Dispatch
import Glibc
import ListModel
import UserFiles
import Synchronization

/// Saves changes of the bookmarks in the background, in order.
///
/// A change that could not be saved stays in the queue and is retried with the next one; none is
/// dropped before it is on disk or in a rescue copy.
final class BookmarkWriter: Sendable {
  private struct Waiting {
    var requests: [BookmarkRequest] = []
    var failure: String?
  }

  private let file: BookmarkFile
  private let queue = DispatchQueue(label: "bookmarks")
  private let waiting = Mutex(Waiting())
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread, after each try.
  init(file: BookmarkFile, report: @escaping @Sendable (BrowserReport) -> Void) {
    self.file = file
    self.report = report
  }

  /// Saves changes after the earlier ones, and then reports `words`.
  func write(_ request: BookmarkRequest, words: SaveMessage) {
    waiting.withLock { $0.requests.append(request) }
    queue.perform {
      self.writeWaiting(words: words)
    }
  }

  /// Reads the file for the first time, before anything is written to it.
  func open() {
    queue.perform { [self] in
      report(.opened(file.load()))
    }
  }

  /// Reads the file again, in case another program has changed it.
  ///
  /// - Parameter onlyIfChanged: whether to skip content that was just read or written.
  func read(onlyIfChanged: Bool = false) {
    queue.perform { [self] in
      if onlyIfChanged, file.isAsRemembered { return }
      let contents = file.load()
      // Damage was reported at the start or will be at the next save.
      guard !contents.isReadOnly, contents.notices.allSatisfy({ $0.kind != .content }) else {
        return
      }
      report(.read(contents.bookmarks))
      if let loss = contents.loss {
        report(.message(Message(.error, loss.what)))
      }
    }
  }

  /// Returns the bookmarks of the file with later changes applied, which must not vanish from the
  /// screen.
  func current(_ bookmarks: Bookmarks) -> Bookmarks {
    var bookmarks = bookmarks
    var log = file.changes
    for request in waiting.withLock({ $0.requests }) {
      _ = log.carryOut(request, on: &bookmarks)
    }
    return bookmarks
  }

  /// Waits until everything is saved or has failed again; returns the failed changes and the
  /// reason.
  func finish() -> (requests: [BookmarkRequest], failure: String)? {
    queue.sync { writeWaiting(words: nil) }
    return waiting.withLock { waiting in
      waiting.requests.isEmpty ? nil : (waiting.requests, waiting.failure ?? "")
    }
  }

  private func writeWaiting(words: SaveMessage?) {
    let requests = waiting.withLock { $0.requests }
    guard !requests.isEmpty else { return }
    do throws(UserFileError) {
      let save = try file.carryOut(requests, now: .now()) { save in
        waiting.withLock { waiting in
          waiting.requests.removeFirst(requests.count)
          waiting.failure = nil
        }
        guard let words else { return }
        report(
          .saved(
            save.contents.bookmarks, words: words, outcome: save.outcome,
            notice: save.contents.loss?.what))
      }
      if let failure = save.contents.backupFailure {
        report(.message(Message(.error, underHome(failure.description))))
      }
    } catch {
      waiting.withLock { $0.failure = error.description }
      report(.notSaved("not saved: \(underHome(error.description))"))
    }
  }
}

/// Returns a text with a leading path below the home directory shortened to `~`, for the status
/// line.
func underHome(_ text: String) -> String {
  guard let home = getenv("HOME").map({ String(cString: $0) }), home.utf8.count > 1,
    text.utf8.starts(with: (home + "/").utf8)
  else { return text }
  return "~" + String(decoding: text.utf8.dropFirst(home.utf8.count), as: UTF8.self)
}
