import Browser
import BrowserSessions
import Dispatch
import UserFiles

/// Saves the session at the end, and a minute after the first change since the last save.
///
/// Without changes there is no timer, so an idle screen is woken at most once.
struct SessionSaving {
  private static let interval = Duration.seconds(60)

  private let file: SessionFile?
  private let queue = DispatchQueue(label: "session")
  /// When to save; nil if nothing has changed.
  private var due: ContinuousClock.Instant?

  /// - Parameter file: nil if this run saves no session.
  init(_ file: SessionFile?) {
    self.file = file
  }

  /// How long the loop may sleep; nil for no limit.
  var timeout: Duration? { due.map { max(.zero, $0 - .now) } }

  /// Notes a change of the session.
  mutating func noteChange() {
    if file != nil, due == nil { due = .now + Self.interval }
  }

  /// Saves on another thread, if a save is due.
  mutating func saveIfDue(_ state: BrowserState) {
    guard let file, let due, due <= .now else { return }
    self.due = nil
    let session = state.session
    queue.perform {
      // The next minute, or the end, tries again.
      try? file.save(session, now: .now())
    }
  }

  /// Saves at the end of the run; returns the reason if it failed.
  func finish(_ state: BrowserState) -> String? {
    guard let file else { return nil }
    return queue.sync {
      do throws(FileError) {
        try file.save(state.session, now: .now())
        return nil
      } catch {
        return "the session was not saved: \(error)"
      }
    }
  }
}
