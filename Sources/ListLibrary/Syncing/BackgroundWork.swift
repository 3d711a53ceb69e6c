import Dispatch
import Synchronization

/// Work that is done once, on another thread, beside that of the caller.
final class BackgroundWork<Failure: Error>: Sendable {
  private let work: @Sendable () throws(Failure) -> Void
  private let result = Mutex<Result<Void, Failure>?>(nil)
  private let isStarted = Atomic(false)
  private let queue = dedicatedQueue("awl.background", qos: .userInitiated)

  /// Prepares the work without starting it.
  init(_ work: @escaping @Sendable () throws(Failure) -> Void) { self.work = work }

  /// Starts the work, if it was not started before.
  func start() {
    guard !isStarted.exchange(true, ordering: .relaxed) else { return }
    queue.async { [self] in
      let outcome = Result { () throws(Failure) in try work() }
      result.withLock { $0 = outcome }
    }
  }

  /// Does the work, if it was not started before, waits for its end and throws its error.
  func finish() throws(Failure) {
    start()
    wait()
    try result.withLock { $0 }?.get()
  }

  /// Waits for the end of work that was started.
  func wait() { queue.sync {} }
}
