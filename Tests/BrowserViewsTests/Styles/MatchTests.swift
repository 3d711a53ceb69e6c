import Browser
import BrowserScenario
import HeadlessBrowser
import BrowserViews
import TerminalScreen
import Testing

/// What of the rows is shown as matched.
struct MatchTests {
  /// The texts that are shown as matched in the rows of the entries, the row of the cursor aside.
  private func matches(_ filter: String) -> [String] {
    var browser = Scenario()
    browser.press("/")
    browser.type(filter)
    let canvas = browser.canvas
    return (3..<20).flatMap { row -> [Substring] in
      var text = ""
      for column in 30..<canvas.columns {
        let cell = canvas[row, column]
        let isMatched =
          cell.style.foreground == Theme.colored.rowMatch.foreground
          && !canvas.lines[row].isEmpty && column < canvas.columns - 19
        cell.forEachScalar { text.unicodeScalars.append(isMatched ? $0 : " ") }
      }
      return text.split(separator: " ")
    }.map(String.init)
  }

  @Test func wordsAreShownInTitlesAndDescriptions() {
    let found = matches("data")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { ["data", "Data", "…"].contains($0) })
  }

  /// A single letter is in nearly every word: highlighting it everywhere would be useless.
  @Test func aSingleLetterIsHighlightedOnceInATitle() {
    let found = matches("t")
    #expect(!found.isEmpty)
    #expect(found.count <= Scenario().titles.count)
    #expect(found.allSatisfy { $0.lowercased() == "t" })
  }
}
