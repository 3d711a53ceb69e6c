import Browser
import BrowserScenario
import Foundation
import HeadlessBrowser
import ListModel
import PageLayout
import TerminalEvents
import TestSupport
import Testing

/// The effect of the wheel, clicks and drags on the screen.
struct MouseTests {
  // MARK: The wheel

  @Test func theWheelScrollsThePaneUnderThePointer() {
    var browser = Scenario(columns: 120, rows: 40, catalog: Self.long)
    browser.turnWheel(1, over: .entries)
    #expect(browser.state.place.entries.top == 3)
    browser.turnWheel(2, over: .entries)
    #expect(browser.state.place.entries.top == 9)
    browser.turnWheel(-50, over: .entries)
    #expect(browser.state.place.entries.top == 0)
    browser.turnWheel(500, over: .entries)
    let height = browser.state.layout.contentRows(.entries)
    #expect(browser.state.place.entries.top == 300 - height)
    #expect(browser.screen.contains { $0.contains("Entry 299") })
  }

  @Test func theSelectedEntryStaysAsLongAsItIsInSight() {
    var browser = Scenario(columns: 120, rows: 40, catalog: Self.long)
    browser.press("j j j j j j j j j j")
    browser.turnWheel(1, over: .entries)
    #expect(browser.selectedTitle == "Entry 10")
    browser.turnWheel(10, over: .entries)
    // With `scrolloff` rows above it, as a key that scrolls leaves it.
    #expect(browser.state.place.entries.top == 33)
    #expect(browser.selectedTitle == "Entry 36")
  }

  @Test func theWheelOverAFacetChoosesNothing() {
    var browser = Scenario(columns: 120, rows: 24, catalog: Self.long)
    let shown = browser.titles.count
    browser.turnWheel(3, over: .categories)
    #expect(browser.state.place.categories.top == 9)
    #expect(browser.titles.count == shown)
    #expect(browser.state.place.focus == .entries)
    #expect(!browser.screen.contains { $0.prefix(28).contains("Category 000") })
    // The next key in that pane continues from its cursor.
    browser.press("h j")
    #expect(browser.state.place.categories.top == 0)
    #expect(browser.state.place.categories.cursor == 1)
  }

  @Test func theWheelScrollsTheDetailAndAPage() {
    var browser = Scenario(columns: 120, rows: 24)
    browser.turnWheel(1, over: .detail)
    #expect(browser.state.place.focus == .entries)
    browser = Scenario(columns: 120, rows: 24)
    browser.page = { Sample.contents($0, $1) }
    browser.press("v g g")
    #expect(browser.state.page?.top.line == 0)
    browser.send(.mouse(MouseEvent(.wheel(2), column: 60, row: 10)))
    #expect(browser.state.page?.top.line == 6)
    #expect(browser.state.page?.cursor.line == 9, "the cursor stays in sight")
    browser.send(.mouse(MouseEvent(.wheel(-50), column: 60, row: 10)))
    #expect(browser.state.page?.top.line == 0)
    #expect(browser.state.page?.cursor.line == 9)
  }

  @Test func overTheHelpTheWheelMovesItsCursor() {
    var browser = Scenario()
    browser.press("?")
    browser.send(.mouse(MouseEvent(.wheel(2), column: 60, row: 10)))
    guard case .help(let help)? = browser.state.overlay else {
      Issue.record("no help")
      return
    }
    #expect(help.cursor == 6)
  }

  /// Whatever the arrow keys are bound to, and within the list.
  @Test(arguments: ["O", "? ", "g m", "g f"])
  func theWheelMovesTheOverlaysCursor(keys: String) {
    var browser = Scenario(openerNames: (0..<9).map { "opener \($0)" })
    for number in 0..<9 { browser.send(.message(Message(.information, "message \(number)"))) }
    browser.press("/ n e t Enter : s a v e Space o n e Enter / q Enter")
    browser.press("Esc Esc : s a v e Space t w o Enter \(keys)")
    let before = overlayCursor(browser)
    browser.send(.mouse(MouseEvent(.wheel(-100), column: 60, row: 10)))
    #expect(overlayCursor(browser) == 0, "\(keys) \(before ?? -1)")
    browser.send(.mouse(MouseEvent(.wheel(1), column: 60, row: 10)))
    let moved = overlayCursor(browser)
    #expect(moved == (keys == "g f" ? 0 : 3))
    browser.send(.mouse(MouseEvent(.wheel(100), column: 60, row: 10)))
    #expect(overlayCursor(browser).map { $0 >= moved ?? 0 } == true)
    #expect(browser.state.overlay != nil)
  }

  @Test func theWheelScrollsTheOutputOfACommand() {
    var browser = Scenario(columns: 80, rows: 24)
    let text = (0..<100).map { "line \($0)\n" }.joined()
    browser.send(.commandEnded(name: "seq", output: text, nil))
    browser.send(.mouse(MouseEvent(.wheel(2), column: 20, row: 10)))
    #expect(browser.screen[2].hasPrefix(" line 6"))
    browser.send(.mouse(MouseEvent(.wheel(-9), column: 20, row: 10)))
    #expect(browser.screen[2].hasPrefix(" line 0"))
    browser.send(.mouse(MouseEvent(.wheel(99), column: 20, row: 10)))
    #expect(browser.screen.contains { $0.hasPrefix(" line 99") })
  }

  private func overlayCursor(_ browser: Scenario) -> Int? {
    switch browser.state.overlay {
    case .help(let help): help.cursor
    case .openers(let menu): menu.cursor
    case .messages(let menu): menu.cursor
    case .filters(let menu): menu.cursor
    case .output, nil: nil
    }
  }

  // MARK: The setting

  @Test func aClickInWheelModeExplainsTheMouseSetting() {
    var browser = Scenario()
    browser.click(.entries, row: 3)
    #expect(browser.selectedTitle == "Aim")
    #expect(browser.state.message?.text.contains(":set mouse full") == true)
  }

  @Test func withTheMouseOffEventsAreIgnored() {
    var browser = Scenario(catalog: Self.long)
    browser.command("set mouse off")
    browser.turnWheel(1, over: .entries)
    browser.click(.entries, row: 3)
    #expect(browser.state.place.entries.top == 0)
    #expect(browser.selectedTitle == "Entry 0")
  }

  // MARK: Clicks

  @Test func aClickSelectsAndFocuses() {
    var browser = full()
    browser.click(.entries, row: 3)
    #expect(browser.selectedTitle == "PyTorch Lightning")
    browser.click(.detail, row: 1)
    #expect(browser.state.place.focus == .detail)
    browser.click(.categories, row: 2)
    #expect(browser.state.place.focus == .categories)
    #expect(browser.titles == ["A talk without a link", "Café au Data"])
    browser.press("C-o")
    #expect(browser.titles.count == 8, "the way back leads to where the click came from")
  }

  @Test func aDoubleClickOpensTheLink() {
    var browser = full()
    browser.click(.entries, row: 2)
    browser.click(.entries, row: 2, clicks: 2)
    #expect(
      browser.takeEffects() == [.open(url: "https://github.com/princeton/revise", opener: nil)])
  }

  /// The first press scrolls, so another row is under the pointer at the second.
  @Test func aDoubleClickAtTheEdgeOpensWhatWasPressedFirst() {
    var browser = full(catalog: Self.long)
    let last = browser.state.layout.contentRows(.entries) - 1
    browser.click(.entries, row: last)
    #expect(browser.state.place.entries.top == 3)
    browser.click(.entries, row: last, clicks: 2)
    #expect(browser.takeEffects() == [.open(url: "https://\(last).example", opener: nil)])
  }

  @Test func aClickOnTheTriangleOpensAndClosesWithoutChoosing() {
    var browser = full()
    browser.click(.categories, row: 3, column: 1)
    #expect(browser.state.place.categories.rows.count == 4)
    #expect(browser.titles.count == 8)
    browser.click(.categories, row: 3, column: 2)
    #expect(browser.state.place.categories.rows.count == 5)
    browser.click(.categories, row: 3, column: 5)
    #expect(browser.titles.count == 4)
  }

  @Test func aClickOutsideRowsAndPanesDoesNothing() {
    var browser = full()
    for (column, row) in [(5, 39), (60, 38), (60, 0), (200, 10), (60, 500), (60, 14)] {
      browser.send(.mouse(MouseEvent(.press, column: column, row: row)))
      browser.send(.mouse(MouseEvent(.release, column: column, row: row)))
    }
    #expect(browser.selectedTitle == "Aim")
    #expect(browser.titles.count == 8)
    #expect(browser.takeEffects().isEmpty)
  }

  @Test func aClickInTheHelpMovesItsCursorAndADoubleClickRuns() {
    var browser = full()
    browser.press("?")
    browser.send(.mouse(MouseEvent(.press, column: 30, row: 4)))
    guard case .help(let help)? = browser.state.overlay else {
      Issue.record("no help")
      return
    }
    #expect(help.rows(browser.state.preferences)[help.cursor].command == .builtIn(.goTop))
    browser.send(.mouse(MouseEvent(.press, column: 30, row: 2)))
    browser.send(.mouse(MouseEvent(.press, column: 30, row: 2, clicks: 2)))
    #expect(browser.state.overlay == nil)
    #expect(browser.selectedTitle == "Understanding Software 2.0", "move-down was run")
    browser.press("?")
    browser.send(.mouse(MouseEvent(.press, column: 30, row: 39)))
    browser.send(.mouse(MouseEvent(.press, column: 30, row: 500)))
    #expect(browser.state.showsHelp)
  }

  // MARK: Borders

  @Test func draggingTheBorderMakesTheFacetsWider() {
    var browser = full()
    let border = (browser.state.layout.areas[.entries]?.column ?? 0) - 1
    browser.send(.mouse(MouseEvent(.press, column: border, row: 10)))
    browser.send(.mouse(MouseEvent(.drag, column: 40, row: 12)))
    #expect(browser.state.layout.areas[.categories]?.columns == 40)
    browser.send(.mouse(MouseEvent(.drag, column: 0, row: 12)))
    #expect(browser.state.layout.areas[.categories]?.columns == 12, "the least that it can have")
    browser.send(.mouse(MouseEvent(.drag, column: 34, row: 12)))
    browser.send(.mouse(MouseEvent(.release, column: 34, row: 12)))
    browser.send(.mouse(MouseEvent(.drag, column: 50, row: 12)))
    #expect(browser.state.layout.areas[.categories]?.columns == 34)
    #expect(browser.state.message?.text == "facet-width 34")
  }

  @Test func draggingTheBordersOfTheDetailResizesIt() {
    var browser = full()
    let row = browser.state.layout.areas[.detail]?.row ?? 0
    browser.send(.mouse(MouseEvent(.press, column: 60, row: row)))
    #expect(browser.state.place.focus == .detail)
    browser.send(.mouse(MouseEvent(.drag, column: 60, row: 20)))
    #expect(browser.state.layout.areas[.detail]?.row == 20)
    browser.send(.mouse(MouseEvent(.release, column: 60, row: 20)))
    browser = Scenario(columns: 180, rows: 40)
    browser.command("set mouse full")
    let column = (browser.state.layout.areas[.detail]?.column ?? 0) - 1
    browser.send(.mouse(MouseEvent(.press, column: column, row: 5)))
    browser.send(.mouse(MouseEvent(.drag, column: 120, row: 5)))
    #expect(browser.state.layout.areas[.detail]?.column == 121)
  }

  /// Whatever is done with the mouse, anywhere, a key works as before.
  @Test func randomMouseEventsBreakNothing() {
    let seed = seed(1)
    var random = SeededGenerator(seed: seed)
    for use in ["wheel", "full"] {
      var browser = Scenario(columns: 80, rows: 24, catalog: Self.long)
      browser.command("set mouse \(use)")
      for _ in 0..<100 {
        let action: MouseEvent.Action =
          switch Int.random(in: 0..<4, using: &random) {
          case 0: .press
          case 1: .release
          case 2: .drag
          default: .wheel(Int.random(in: -50...50, using: &random))
          }
        let (column, row) = (
          Int.random(in: 0..<100, using: &random), Int.random(in: 0..<30, using: &random)
        )
        browser.send(
          .mouse(MouseEvent(action, column: column, row: row, clicks: row % 7 == 0 ? 2 : 1)))
        if column == 50 { browser.press("?") }
        if column == 51 { browser.press("Esc") }
      }
      browser.press("Esc Esc Esc q")
      #expect(!browser.takeEffects().isEmpty, "q quits; seed \(seed)")
    }
  }

  @Test func aClickInTheMenuOfOpenersChoosesAndADoubleClickOpens() throws {
    var browser = Scenario(openerNames: ["xdg-open", "w3m", "lynx"])
    browser.command("set mouse full")
    browser.press("O")
    let row = try #require(browser.screen.firstIndex { $0.contains("w3m") })
    let line = browser.screen[row]
    let column = line.distance(
      from: line.startIndex, to: try #require(line.range(of: "w3m")).lowerBound)
    browser.send(.mouse(MouseEvent(.press, column: column, row: row, clicks: 1)))
    #expect(overlayCursor(browser) == 1)
    // Outside of the menu nothing is chosen, on its frame neither.
    for (column, row) in [(0, row), (column, 0), (column, row + 2), (column, row + 5)] {
      browser.send(.mouse(MouseEvent(.press, column: column, row: row, clicks: 2)))
    }
    #expect(overlayCursor(browser) == 1)
    _ = browser.takeEffects()
    browser.send(.mouse(MouseEvent(.press, column: column, row: row, clicks: 2)))
    #expect(browser.takeEffects() == [.open(url: "https://aimstack.io", opener: 1)])
    #expect(browser.state.overlay == nil)
  }

  @Test func aClickInTheMessagesSelectsAMessageOfAnyHeight() throws {
    var browser = full()
    for number in 0..<3 {
      let text = "message \(number) " + String(repeating: "word ", count: 40)
      browser.send(.message(Message(.information, text)))
    }
    browser.press("g m")
    let row = try #require(browser.screen.firstIndex { $0.contains("message 1") })
    browser.send(.mouse(MouseEvent(.press, column: 20, row: row + 1, clicks: 1)))
    let entries = browser.state.messages.entries
    #expect(
      overlayCursor(browser) == entries.firstIndex { $0.message.text.contains("message 1") })
  }

  private func full(catalog: Catalog = Sample.catalog) -> Scenario {
    var browser = Scenario(columns: 120, rows: 40, catalog: catalog)
    browser.command("set mouse full")
    return browser
  }

  /// 300 entries in 100 categories, the newest first.
  private static let long: Catalog = {
    var builder = CatalogBuilder()
    builder.append(
      Sample.list,
      entries: (0..<300).map { number in
        let category = "Category \(String(number / 3 + 1_000).dropFirst())"
        return Sample.entry(
          "Entry \(number)", "https://\(number).example", "", [category], "2022-02-11")
      })
    return builder.catalog()
  }()
}

extension Scenario {
  fileprivate mutating func turnWheel(_ steps: Int, over pane: Pane) {
    let area = state.layout.areas[pane]
    send(
      .mouse(
        MouseEvent(.wheel(steps), column: (area?.column ?? 0) + 3, row: (area?.row ?? 0) + 2)))
  }

  /// Presses and releases the button on a row of a pane's content.
  fileprivate mutating func click(_ pane: Pane, row: Int, column: Int = 8, clicks: Int = 1) {
    let area = state.layout.areas[pane]
    let (column, row) = ((area?.column ?? 0) + column, (area?.row ?? 0) + 1 + row)
    send(.mouse(MouseEvent(.press, column: column, row: row, clicks: clicks)))
    send(.mouse(MouseEvent(.release, column: column, row: row)))
  }

  fileprivate mutating func command(_ line: String) {
    press(":")
    type(line)
    press("Enter")
  }
}
