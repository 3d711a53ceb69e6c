import Browser
import BrowserScenario
import HeadlessBrowser
import Testing

/// When the detail is drawn while keys come.
struct DetailPaceTests {
  /// Presses a key several times, so many milliseconds apart; tells for each whether its frame leaves
  /// the detail as it was, and when the detail is drawn at last.
  private func press(_ key: String, times: Int, every gap: Int) -> (left: [Bool], rest: Duration?) {
    var scenario = Scenario()
    var pace = DetailPace()
    pace.noteDrawn(scenario.state)
    var now = ContinuousClock.now
    var left: [Bool] = []
    for _ in 0..<times {
      now += .milliseconds(gap)
      scenario.press(key)
      pace.noteStep(at: now)
      left.append(pace.leavesDetail(of: scenario.state, at: now))
      if pace.leavesDetail(of: scenario.state, at: now) {
        pace.noteLeft()
      } else {
        pace.noteDrawn(scenario.state)
      }
    }
    return (left, pace.due.map { $0 - now })
  }

  @Test func aKeyHeldDownDrawsTheDetailAtItsFirstStepAndWhereItRests() {
    let (left, rest) = press("j", times: 5, every: 33)
    #expect(left == [false, true, true, true, true])
    #expect(rest == DetailPace.rest)
  }

  @Test func keysPressedOneByOneDrawTheDetailAtOnce() {
    let (left, rest) = press("j", times: 4, every: 60)
    #expect(left == [false, false, false, false])
    #expect(rest == nil)
  }

  @Test func theDetailThatWasLeftIsDrawnAfterTheRest() {
    var scenario = Scenario()
    var pace = DetailPace()
    pace.noteDrawn(scenario.state)
    let now = ContinuousClock.now
    pace.noteStep(at: now)
    scenario.press("j")
    pace.noteStep(at: now)
    #expect(pace.leavesDetail(of: scenario.state, at: now))
    pace.noteLeft()
    #expect(!pace.isDue(at: now + .milliseconds(49)))
    #expect(pace.isDue(at: now + .milliseconds(50)))
    #expect(!pace.leavesDetail(of: scenario.state, at: now + .milliseconds(50)))
  }

  @Test func scrollingTheDetailIsShownAtOnceHoweverQuick() {
    var scenario = Scenario(columns: 80, rows: 24)
    var pace = DetailPace()
    let now = ContinuousClock.now
    for _ in 0..<2 {
      scenario.press("j")
      pace.noteStep(at: now)
    }
    pace.noteDrawn(scenario.state)
    for _ in 0..<3 {
      scenario.press("J")
      #expect(!pace.leavesDetail(of: scenario.state, at: now))
    }
  }

  @Test func whatLiesOverTheDetailIsDrawnAtOnce() {
    var scenario = Scenario()
    var pace = DetailPace()
    pace.noteDrawn(scenario.state)
    let now = ContinuousClock.now
    pace.noteStep(at: now)
    scenario.press("j")
    pace.noteStep(at: now)
    scenario.press("?")
    #expect(!pace.leavesDetail(of: scenario.state, at: now))
  }
}
