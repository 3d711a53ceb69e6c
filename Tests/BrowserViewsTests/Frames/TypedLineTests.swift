import Browser
import BrowserScenario
import HeadlessBrowser
import BrowserViews
import TerminalScreen
import TestSupport
import Testing

/// The line that is typed, drawn into the frame on the screen before the rest of a new one.
struct TypedLineTests {
  private static let keys = [
    "t", "e", "n", "Backspace", "Left", "C-w", "C-u", "Home", "C-p", "Up", "Tab", "Space",
    "Enter",
    "Esc", "/", ":",
  ]

  @Test(arguments: [(120, 40), (40, 12)])
  func untilTheResultArrivesThePanesStay(columns: Int, rows: Int) {
    var random = SeededGenerator(seed: UInt64(columns))
    var browser = Scenario(columns: columns, rows: rows)
    var drawn = 0
    for _ in 0..<rounds(2_000, soak: 10_000) {
      browser.answersSearches = false
      let (before, typed) = (browser.canvas, browser.state.prompt?.line)
      browser.press(Self.keys.randomElement(using: &random)!)
      if let typed, let line = browser.state.prompt?.line, line != typed {
        var frame = before
        if let rows = browser.view.drawAroundPanes(browser.state, on: &frame) {
          #expect(rows == [0, frame.rows - 2, frame.rows - 1])
          drawn += 1
          #expect(frame == browser.canvas)
        }
      }
      browser.answersSearches = true
    }
    #expect(drawn > 200)
  }

  @Test(arguments: [(120, 40), (40, 12)])
  func theLineIsDrawnAsInANewFrameAndNothingElseIs(columns: Int, rows: Int) {
    var random = SeededGenerator(seed: UInt64(columns))
    var browser = Scenario(columns: columns, rows: rows)
    var drawn = 0
    for _ in 0..<rounds(2_000, soak: 10_000) {
      let before = browser.canvas
      let wasTyping = browser.state.prompt != nil
      browser.press(Self.keys.randomElement(using: &random)!)
      guard wasTyping, browser.state.prompt != nil else { continue }
      drawn += 1
      var echo = before
      #expect(browser.view.drawTypedLine(browser.state, on: &echo) == rows - 2)
      let after = browser.canvas
      let line = rows - 2
      #expect(echo.lines[line] == after.lines[line])
      #expect(echo.styles(of: line) == after.styles(of: line))
      #expect(echo.cursor == after.cursor)
      #expect((0..<rows).allSatisfy { $0 == line || echo.isSame(as: before, inRow: $0) })
    }
    #expect(drawn > 200)
  }
}

extension Canvas {
  fileprivate func styles(of row: Int) -> [Style] {
    (0..<columns).map { self[row, $0].style }
  }

  fileprivate func isSame(as other: Canvas, inRow row: Int) -> Bool {
    (0..<columns).allSatisfy { self[row, $0] == other[row, $0] }
  }
}
