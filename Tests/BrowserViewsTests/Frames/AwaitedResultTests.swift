import BrowserScenario
import HeadlessBrowser
import TerminalScreen
import Testing

struct AwaitedResultTests {
  /// The search of a large catalog takes a while, in which the typed letter is all that changes.
  @Test func untilTheResultArrivesOnlyTheTypedLetterChanges() {
    var browser = Scenario()
    browser.press("/ d")
    browser.answersSearches = false
    let before = browser.canvas
    browser.press("a")
    let after = browser.canvas
    let changed = (0..<after.rows).filter { row in
      (0..<after.columns).contains { before[row, $0] != after[row, $0] }
    }
    #expect(changed == [after.rows - 2])
  }
}
