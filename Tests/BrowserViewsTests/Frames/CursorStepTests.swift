import Browser
import BrowserScenario
import BrowserViews
import HeadlessBrowser
import ListModel
import TerminalEvents
import TerminalScreen
import TestSupport
import Testing

/// Frames of which only a part was drawn look as if all of them had been.
struct CursorStepTests {
  private static let keys = [
    "j", "j", "j", "k", "k", "5 j", "G", "g g", "C-d", "C-f", "C-b", "J", "K", "l", "h", "Tab",
    "b", "Space", "V", "Esc", "+", "_", "w", ", n", "? Esc", "/ t Enter", "/ t e Esc", "u", "p",
  ]

  @Test(arguments: 0..<12)
  func aStepIsDrawnAsTheWholeFrameWouldBe(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let sizes = [(120, 40), (200, 50), (80, 24), (40, 12)]
    let (columns, rows) = sizes[seed % sizes.count]
    var scenario = Scenario(columns: columns, rows: rows)
    for _ in 0..<40 {
      let key = Self.keys.randomElement(using: &random) ?? "j"
      let frame = scenario.canvas
      let row = scenario.state.place.entries.cursor
      scenario.press(key)
      guard case .cursor(from: row) = scenario.frameChange, !key.contains(" ") else { continue }
      var stepped = frame
      guard
        scenario.view.drawStep(from: row, scenario.state, drawsDetail: true, on: &stepped) != nil
      else { continue }
      #expect(stepped.looks(like: scenario.canvas), "\(key)")
      let left = scenario.view.draw(scenario.state, withDetailOf: frame)
      stepped = frame
      _ = scenario.view.drawStep(from: row, scenario.state, drawsDetail: false, on: &stepped)
      #expect(stepped.looks(like: left), "\(key), without the detail")
    }
  }

  @Test func onlyAStepOnTheSameRowsIsOne() {
    var scenario = Scenario()
    for (key, isStep) in [
      ("j", true), ("k", true), ("J", false), ("b", false), ("j", false), ("j", true),
      ("V", false), ("k", false), ("Escape", false), ("k", true), ("h", false), ("j", false),
    ] {
      let row = scenario.state.place.entries.cursor
      scenario.press(key)
      #expect((scenario.frameChange == .cursor(from: row)) == isStep, "\(key)")
    }
  }
}

extension Canvas {
  /// Whether cells, cursor and links are the same; the order of links says nothing.
  fileprivate func looks(like other: Canvas) -> Bool {
    lines == other.lines && styles == other.styles && cursor == other.cursor
      && Set(links) == Set(other.links)
  }
}
