import Glibc
import ListModel
import Synchronization

/// Shows how far a sync is on one line of standard error, where that is a terminal.
final class ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let last = Mutex("")

  @Sendable func show(_ progress: SyncProgress) {
    guard isShown, !Interruption.hasCome() else { return }
    let words = progress.total == 0 ? progress.subject : "\(progress) \(progress.subject)"
    let line = String(safeLine(words).prefix(70))
    last.withLock { last in
      guard !last.utf8.elementsEqual(line.utf8) else { return }
      last = line
      awl.print("\r\u{1B}[K\(line)", to: STDERR_FILENO)
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
