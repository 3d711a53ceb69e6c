import BrowserScenario
import HeadlessBrowser
import BrowserViews
import Foundation
import TerminalScreen
import Testing

/// Focus and selection have to be seen without colour.
struct FocusTests {
  @Test func theFocusedPaneHasABoldTitleAndAReversedCursorRow() throws {
    var browser = Scenario(columns: 120, rows: 30)
    browser.view = ScreenView(theme: .plain, borders: .unicode)
    let canvas = browser.canvas
    let title = try #require(column(of: "Entries", in: browser.screen[1]))
    #expect(canvas[1, title].style.attributes.contains(.bold))
    #expect(canvas[2, title].style.attributes.contains(.reverse))
    #expect(!canvas[3, title].style.attributes.contains(.reverse))
    #expect(!canvas[1, 3].style.attributes.contains(.bold))
    #expect(canvas[2, 3].style.attributes == .bold)
  }

  @Test func theHardwareCursorIsOnTheSelectedRowOrInThePrompt() {
    var browser = Scenario(columns: 120, rows: 30)
    browser.press("3 j")
    #expect(browser.canvas.cursor == Canvas.Position(row: 5, column: 29))
    browser.press("h")
    #expect(browser.canvas.cursor?.column == 0)
    browser.press("/ a b")
    #expect(browser.canvas.cursor == Canvas.Position(row: 28, column: 4))
    browser.press("Left")
    #expect(browser.canvas.cursor == Canvas.Position(row: 28, column: 3))
  }

  @Test func matchesAreMarkedEvenInACutTitle() throws {
    var browser = Scenario(columns: 60, rows: 20)
    browser.view = ScreenView(theme: .plain, borders: .unicode)
    browser.press("/ v a l i d a t Enter j")
    browser.press("k h")
    let row = try #require(browser.screen.firstIndex { $0.contains("TensorFlow") })
    let styles = (0..<60).map { browser.canvas[row, $0].style.attributes.contains(.underline) }
    #expect(styles.contains(true))
  }

  private func column(of text: String, in line: String) -> Int? {
    guard let range = line.range(of: text) else { return nil }
    return line.distance(from: line.startIndex, to: range.lowerBound)
  }
}
