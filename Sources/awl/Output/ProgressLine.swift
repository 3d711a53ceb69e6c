import Glibc
import ListModel
import Synchronization

/// Shows the progress of a sync or a publication on one line of standard error, if that is a
/// terminal.
final class ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let last = Mutex("")
  /// The time of the first step with this total, and the progress at that time.
  private let start = Mutex<(total: Int, done: Int, at: ContinuousClock.Instant)?>(nil)

  @Sendable func show(_ progress: SyncProgress) {
    let rate = rate(done: progress.done, total: progress.total).map { " (\($0))" } ?? ""
    show(progress.total == 0 ? progress.subject : "\(progress)\(rate) \(progress.subject)")
  }

  /// Shows a percentage.
  @Sendable func show(percent: Int, of subject: String) {
    let left = rate(done: percent, total: 100).map { ", \($0.timeLeft)" } ?? ""
    show("\(percent) %\(left) \(subject)")
  }

  private func show(_ words: String) {
    guard isShown, !Interruption.hasArrived() else { return }
    let line = String(safeLine(words).prefix(70))
    last.withLock { last in
      guard !last.utf8.elementsEqual(line.utf8) else { return }
      last = line
      awl.print("\r\u{1B}[K\(line)", to: STDERR_FILENO)
    }
  }

  private func rate(done: Int, total: Int) -> WorkRate? {
    start.withLock { start in
      if start?.total != total { start = (total, done, .now) }
      guard let start else { return nil }
      let time = ContinuousClock.now - start.at
      return WorkRate(
        done: done - start.done, left: total - done,
        milliseconds: Int(time / .milliseconds(1)))
    }
  }

  /// Removes the line.
  func end() {
    last.withLock { last in
      if !last.isEmpty { awl.print("\r\u{1B}[K", to: STDERR_FILENO) }
      last = ""
    }
  }
}
