import Dispatch
import Glibc
import Synchronization

/// Runs a job for many items on all cores, and passes the results to the caller one at a time.
///
/// A job may have several results. At most `limit` of them are queued, so that memory is bounded
/// however slow the consumer is. Results arrive in no particular order.
///
/// Waking the caller takes as long as reading a short page, so a result may wait for a few others, at
/// most 20 ms.
final class Workers<Item: Sendable, Result: Sendable>: Sendable {
  /// So many results wake the caller.
  private let resultsOfWaking = 8
  private let items: [Item]
  private let job: @Sendable (Item, (Result) -> Void) -> Void
  private let isCancelled: @Sendable () -> Bool
  private let next = Atomic(0)
  private let isStopped = Atomic(false)
  private let waiting = Mutex<[Result?]>([])
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  /// Prepares the job without starting it.
  init(
    _ items: [Item], limit: Int = 64, isCancelled: @escaping @Sendable () -> Bool,
    job: @escaping @Sendable (Item, (Result) -> Void) -> Void
  ) {
    self.items = items
    self.job = job
    self.isCancelled = isCancelled
    for _ in 0..<limit { free.signal() }
  }

  /// Calls `take` with each result on the caller's thread; returns when all items are done.
  ///
  /// Once `isCancelled` returns true, or `take` throws, no further item is started.
  func run<Failure: Error>(_ take: (Result) throws(Failure) -> Void) throws(Failure) {
    // More than eight would only wait for the consumer.
    var running = min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), 8, items.count)
    for _ in 0..<running {
      dedicatedQueue("awl.worker", qos: .userInitiated).async { self.work() }
    }
    var failure: Failure?
    while running > 0 {
      for result in waitForResults() {
        defer { free.signal() }
        guard let result else {
          running -= 1
          continue
        }
        guard failure == nil else { continue }
        do throws(Failure) {
          try take(result)
        } catch {
          failure = error
          isStopped.store(true, ordering: .relaxed)
        }
      }
    }
    if let failure { throw failure }
  }

  private func work() {
    while !isStopped.load(ordering: .relaxed), !isCancelled() {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < items.count else { break }
      job(items[index]) { put($0) }
    }
    put(nil)
  }

  private func put(_ result: Result?) {
    free.wait()
    let count = waiting.withLock { waiting in
      waiting.append(result)
      return waiting.count
    }
    if result == nil || count % resultsOfWaking == 0 { filled.signal() }
  }

  /// Returns the results that have arrived; there may be none yet.
  private func waitForResults() -> [Result?] {
    _ = filled.wait(timeout: .now() + .milliseconds(20))
    return waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
