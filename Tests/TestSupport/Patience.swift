import Glibc
import Synchronization
import Testing

/// How long a test waits for what must happen.
///
/// It is far more than a busy machine takes, and costs nothing where all is well: a test that
/// passes waits only as long as it has to. When several have waited in vain the program is broken
/// rather than the machine busy, and the other tests must come to their end all the same.
public var patience: Duration {
  waitsInVain.load(ordering: .relaxed) < 20 ? longest : .seconds(10)
}

private let longest = Duration.seconds(60)
private let waitsInVain = Atomic(0)

/// Notes that something did not happen in time; shorter waits than the longest do not count.
func noteWaitInVain(_ timeout: Duration) {
  guard timeout >= longest else { return }
  waitsInVain.wrappingAdd(1, ordering: .relaxed)
  print("waited in vain: \(Test.current?.name ?? "outside of a test")")
}

/// Waits until something is so, as long as `patience` at most; false if it does not become so.
@discardableResult
public func wait(until isSo: () -> Bool) -> Bool {
  let timeout = patience
  let end = ContinuousClock.now + timeout
  while !isSo() {
    guard ContinuousClock.now < end else {
      noteWaitInVain(timeout)
      return false
    }
    usleep(1_000)
  }
  return true
}
