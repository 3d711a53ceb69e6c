import Dispatch
import LinkOpening
import Synchronization

/// Passes the outcome of an opener from its thread to the waiting one.
final class Outcomes: Sendable {
  private let arrived = DispatchSemaphore(value: 0)
  private let outcome = Mutex<OpeningOutcome?>(nil)

  func put(_ outcome: OpeningOutcome) {
    self.outcome.withLock { $0 = outcome }
    arrived.signal()
  }

  /// Waits for an outcome.
  func take() -> OpeningOutcome {
    arrived.wait()
    return outcome.withLock { $0 } ?? .opened
  }
}
