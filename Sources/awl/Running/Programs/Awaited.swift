import Dispatch
import Synchronization

/// Hands a value from the thread that has it to the one that waits for it.
final class Awaited<Value: Sendable>: Sendable {
  private let arrived = DispatchSemaphore(value: 0)
  private let value = Mutex<Value?>(nil)

  func put(_ value: Value) {
    self.value.withLock { $0 = value }
    arrived.signal()
  }

  /// Waits until there is one; nil if there is none after some seconds, which never end if not given.
  func take(within seconds: Int? = nil) -> Value? {
    guard arrived.wait(timeout: seconds.map { .now() + .seconds($0) } ?? .distantFuture) == .success
    else { return nil }
    return value.withLock { $0 }
  }
}
