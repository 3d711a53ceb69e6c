import Glibc
import ListModel
import Synchronization

/// Shows how far a sync is on one line of standard error, where that is a terminal.
final class ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let last = Mutex("")
  /// When the first step of this total came, and how much was done then.
  private let start = Mutex<(total: Int, done: Int, at: ContinuousClock.Instant)?>(nil)

  @Sendable func show(_ progress: SyncProgress) {
    guard isShown, !Interruption.hasCome() else { return }
    let rate = rate(progress).map { " (\($0))" } ?? ""
    let words = progress.total == 0 ? progress.subject : "\(progress)\(rate) \(progress.subject)"
    let line = String(safeLine(words).prefix(70))
    last.withLock { last in
      guard !last.utf8.elementsEqual(line.utf8) else { return }
      last = line
      awl.print("\r\u{1B}[K\(line)", to: STDERR_FILENO)
    }
  }

  private func rate(_ progress: SyncProgress) -> WorkRate? {
    start.withLock { start in
      if start?.total != progress.total { start = (progress.total, progress.done, .now) }
      guard let start else { return nil }
      let time = ContinuousClock.now - start.at
      return WorkRate(
        done: progress.done - start.done, left: progress.total - progress.done,
        milliseconds: Int(time / .milliseconds(1)))
    }
  }

  /// Takes the line away.
  func end() {
    last.withLock { last in
      if !last.isEmpty { awl.print("\r\u{1B}[K", to: STDERR_FILENO) }
      last = ""
    }
  }
}
