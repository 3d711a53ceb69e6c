import Dispatch
import Glibc
import Synchronization
import Testing

@testable import ListLibrary

struct StartSpacingTests {
  /// Returns when each of several threads had its turn, in order.
  private func turns(_ count: Int, _ spacing: StartSpacing) -> [ContinuousClock.Instant] {
    let turns = Mutex<[ContinuousClock.Instant]>([])
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      spacing.wait()
      let now = ContinuousClock.now
      turns.withLock { $0.append(now) }
    }
    return turns.withLock { $0.sorted() }
  }

  private func expectSpaced(_ spacing: StartSpacing) {
    let before = ContinuousClock.now
    for (number, turn) in turns(6, spacing).enumerated() {
      #expect(turn - before >= .milliseconds(20 * number))
    }
  }

  @Test func startsAtTheSameTimeAreSpacedOut() {
    expectSpaced(StartSpacing(interval: .milliseconds(20)))
  }

  @Test func startsAfterAPauseAreSpacedOutAsWell() {
    let spacing = StartSpacing(interval: .milliseconds(20))
    spacing.wait()
    usleep(100_000)
    expectSpaced(spacing)
  }

  @Test func aStartAfterAPauseDoesNotWait() {
    let spacing = StartSpacing(interval: .seconds(120))
    let before = ContinuousClock.now
    spacing.wait()
    #expect(ContinuousClock.now - before < .seconds(60))
  }
}
