import Glibc

/// Waits until something is so, for ten seconds at most; false if it does not become so.
@discardableResult
public func wait(until isSo: () -> Bool) -> Bool {
  let end = ContinuousClock.now + .seconds(10)
  while !isSo() {
    guard ContinuousClock.now < end else { return false }
    usleep(1_000)
  }
  return true
}
