import Glibc

/// How long a test waits for what must happen.
///
/// It is far more than a busy machine takes, and costs nothing where all is well: a test that
/// passes waits only as long as it has to.
public let patience = Duration.seconds(60)

/// Waits until something is so, as long as `patience` at most; false if it does not become so.
@discardableResult
public func wait(until isSo: () -> Bool) -> Bool {
  let end = ContinuousClock.now + patience
  while !isSo() {
    guard ContinuousClock.now < end else { return false }
    usleep(1_000)
  }
  return true
}
