import Browser
import BrowserScenario
import HeadlessBrowser
import Testing

/// When the detail is drawn while keys come.
struct DetailPaceTests {
  /// Presses a key several times, at the given interval in milliseconds; returns for each whether its frame leaves
  /// the detail as it was, and when the detail is drawn at last.
  private func press(_ key: String, times: Int, every gap: Int) -> (left: [Bool], rest: Duration?) {
    var scenario = Scenario()
    var debounce = DetailDebounce()
    debounce.noteDrawn(scenario.state)
    var now = ContinuousClock.now
    var left: [Bool] = []
    for _ in 0..<times {
      now += .milliseconds(gap)
      scenario.press(key)
      debounce.noteStep(at: now)
      left.append(debounce.leavesDetail(of: scenario.state, at: now))
      if debounce.leavesDetail(of: scenario.state, at: now) {
        debounce.noteLeft()
      } else {
        debounce.noteDrawn(scenario.state)
      }
    }
    return (left, debounce.due.map { $0 - now })
  }

  @Test func aKeyHeldDownDrawsTheDetailAtItsFirstStepAndWhereItRests() {
    let (left, rest) = press("j", times: 5, every: 33)
    #expect(left == [false, true, true, true, true])
    #expect(rest == DetailDebounce.rest)
  }

  @Test func keysPressedOneByOneDrawTheDetailAtOnce() {
    let (left, rest) = press("j", times: 4, every: 60)
    #expect(left == [false, false, false, false])
    #expect(rest == nil)
  }

  /// A step right after another one.
  private func afterQuickStep() -> (Scenario, DetailDebounce, ContinuousClock.Instant) {
    var scenario = Scenario()
    var debounce = DetailDebounce()
    debounce.noteDrawn(scenario.state)
    let now = ContinuousClock.now
    debounce.noteStep(at: now)
    scenario.press("j")
    debounce.noteStep(at: now)
    return (scenario, debounce, now)
  }

  @Test func theDetailThatWasLeftIsDrawnAfterTheRest() {
    var (scenario, debounce, now) = afterQuickStep()
    #expect(debounce.leavesDetail(of: scenario.state, at: now))
    debounce.noteLeft()
    #expect(!debounce.isDue(at: now + .milliseconds(49)))
    #expect(debounce.isDue(at: now + .milliseconds(50)))
    #expect(!debounce.leavesDetail(of: scenario.state, at: now + .milliseconds(50)))
  }

  @Test func scrollingTheDetailIsNeverDelayed() {
    var scenario = Scenario(columns: 80, rows: 24)
    var debounce = DetailDebounce()
    let now = ContinuousClock.now
    for _ in 0..<2 {
      scenario.press("j")
      debounce.noteStep(at: now)
    }
    debounce.noteDrawn(scenario.state)
    for _ in 0..<3 {
      scenario.press("J")
      #expect(!debounce.leavesDetail(of: scenario.state, at: now))
    }
  }

  @Test func overlaysAreDrawnAtOnce() {
    var (scenario, debounce, now) = afterQuickStep()
    scenario.press("?")
    #expect(!debounce.leavesDetail(of: scenario.state, at: now))
  }
}
