internal import Glibc
import Synchronization

/// Runs of a program in parallel in the background, which can be stopped together.
///
/// Their output is discarded. They continue when awl exits.
public final class BackgroundRun: Sendable {
  private struct State {
    /// The programs that run.
    var ids: Set<Int32> = []
    /// Those that ended before their numbers were noted.
    var endedEarly: Set<Int32> = []
    /// The number of programs that have not exited, including those not started yet.
    var left: Int
    var isStopped = false
  }

  private let state: Mutex<State>
  private let ended: @Sendable (_ isStopped: Bool) -> Void
  /// How long a program that is stopped has to clean up, in milliseconds.
  private static let grace: UInt32 = 1_000

  /// Starts a program for each line of arguments, which begins with its absolute path.
  ///
  /// - Parameters:
  ///   - failure: called on another thread for each that does not start, or fails within three seconds.
  ///   - ended: called once on another thread when the last one has ended.
  public init(
    _ lines: [[String]], environment: [String: String],
    failure: @escaping @Sendable (OpeningOutcome) -> Void,
    ended: @escaping @Sendable (_ isStopped: Bool) -> Void
  ) {
    state = Mutex(State(left: lines.count))
    self.ended = ended
    let opener = LinkOpener(environment: environment)
    for arguments in lines {
      let id = opener.start(arguments, ended: { self.end($0) }) { [self] outcome in
        let isStopped = state.withLock { $0.isStopped }
        if outcome != .opened, !isStopped { failure(outcome) }
      }
      if let id { note(id) } else { end(nil) }
    }
  }

  /// Whether a program runs.
  public var isRunning: Bool { state.withLock { $0.left > 0 } }

  /// Terminates all running programs and their children.
  public func stop() {
    signal(SIGTERM)
    let isTimed = startDetachedThread { [self] in
      usleep(Self.grace * 1_000)
      signal(SIGKILL)
    }
    if !isTimed { signal(SIGKILL) }
  }

  private func signal(_ number: Int32) {
    state.withLock { state in
      state.isStopped = true
      // Each has a session of its own, and with it a group of processes.
      for id in state.ids { kill(-id, number) }
    }
  }

  private func note(_ id: Int32) {
    state.withLock { state in
      if state.endedEarly.remove(id) == nil { state.ids.insert(id) }
    }
  }

  private func end(_ id: Int32?) {
    let outcome = state.withLock { state -> (isLast: Bool, isStopped: Bool) in
      if let id, state.ids.remove(id) == nil { state.endedEarly.insert(id) }
      state.left -= 1
      return (state.left == 0, state.isStopped)
    }
    if outcome.isLast { ended(outcome.isStopped) }
  }
}
