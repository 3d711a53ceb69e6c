import Browser
import BrowserScenario
import BrowserViews
import HeadlessBrowser
import ListModel
import TerminalEvents
import TerminalScreen
import TestSupport
import Testing

/// Partially drawn frames look like fully drawn ones.
struct CursorStepTests {
  private static let keys = [
    "j", "j", "j", "k", "k", "5 j", "G", "g g", "C-d", "C-f", "C-b", "J", "K", "l", "h", "Tab",
    "b", "Space", "V", "Esc", "+", "_", "w", ", n", "? Esc", "/ t Enter", "/ t e Esc", "u", "p",
  ]

  private static let manyEntries: Catalog = {
    var builder = CatalogBuilder()
    let entries = (0..<100).map {
      // Titles of wide letters and links in them, which move with their rows.
      Entry(title: "Title 日本 \($0)", url: "https://example.org/\($0)", description: "Of \($0).")
    }
    builder.append(AwesomeList(id: ListID("a/list"), title: "A list"), entries: entries)
    return builder.catalog()
  }()

  @Test(arguments: 0..<12)
  func aStepIsDrawnAsTheWholeFrameWouldBe(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let sizes = [(120, 40), (200, 50), (80, 24), (40, 12)]
    let (columns, rows) = sizes[seed % sizes.count]
    var scenario = Scenario(
      columns: columns, rows: rows, catalog: seed < 4 ? Sample.catalog : Self.manyEntries)
    for _ in 0..<40 {
      let key = Self.keys.randomElement(using: &random) ?? "j"
      let frame = scenario.canvas
      let (row, top) = position(scenario)
      scenario.press(key)
      guard case .cursor(from: row, top: top) = scenario.frameChange, !key.contains(" ") else {
        continue
      }
      var stepped = frame
      guard
        scenario.view.drawStep(
          from: row, top: top, scenario.state, drawsDetail: true, on: &stepped) != nil
      else { continue }
      #expect(stepped.looks(like: scenario.canvas), "\(key)")
      let left = scenario.view.draw(scenario.state, withDetailOf: frame)
      stepped = frame
      _ = scenario.view.drawStep(
        from: row, top: top, scenario.state, drawsDetail: false, on: &stepped)
      #expect(stepped.looks(like: left), "\(key), without the detail")
    }
  }

  /// Where the cursor and the top of the pane are.
  private func position(_ scenario: Scenario) -> (row: Int, top: Int) {
    let entries = scenario.state.place.entries
    return (entries.cursor, entries.top)
  }

  @Test func onlyTheRowsThatAStepScrollsInAreDrawn() {
    var scenario = Scenario(columns: 80, rows: 24, catalog: Self.manyEntries)
    var scrolls = 0
    for key in Array(repeating: "j", count: 30) + Array(repeating: "k", count: 30) {
      let (row, top) = position(scenario)
      var frame = scenario.canvas
      scenario.press(key)
      guard scenario.state.place.entries.top != top else { continue }
      scrolls += 1
      #expect(scenario.frameChange == .cursor(from: row, top: top))
      #expect(
        scenario.view.drawStep(
          from: row, top: top, scenario.state, drawsDetail: true, on: &frame) != nil)
      #expect(frame.looks(like: scenario.canvas), "\(key) from \(row)")
    }
    #expect(scrolls > 20)
  }

  @Test func onlyAStepIsOne() {
    var scenario = Scenario()
    for (key, isStep) in [
      ("j", true), ("k", true), ("J", false), ("b", false), ("j", false), ("j", true),
      ("V", false), ("k", false), ("Escape", false), ("k", true), ("h", false), ("j", false),
    ] {
      let (row, top) = position(scenario)
      scenario.press(key)
      #expect((scenario.frameChange == .cursor(from: row, top: top)) == isStep, "\(key)")
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
