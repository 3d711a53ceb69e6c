import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TerminalScreen
import Testing

/// The screen for screen readers and logs.
struct PlainScreenTests {
  private func plain(columns: Int, rows: Int, catalog: Catalog = Sample.afterSync) -> Scenario {
    var browser = Scenario(columns: columns, rows: rows, catalog: catalog)
    browser.beginVisit(seen: Sample.seen())
    browser.run("set plain on")
    return browser
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func everyLineIsTextOfOnePaneWithoutSignsAndColours(columns: Int, rows: Int) {
    var browser = plain(columns: columns, rows: rows)
    for keys in ["j", "Space", "l", "h h", "Tab", "?", "Esc g b", "q g n", "q v", "q g f", "q :"] {
      browser.press(keys)
      let canvas = browser.canvas
      for row in 0..<rows {
        for column in 0..<columns {
          let cell = canvas[row, column]
          #expect(cell.style.foreground == nil && cell.style.background == nil, "\(keys)")
          #expect(!"│─┌┐└┘•★▸▾›".unicodeScalars.contains(cell.base), "\(keys): \(cell.base)")
        }
      }
      #expect(canvas.cursor != nil, "\(keys)")
    }
  }

  @Test func rowsSayInWordsWhatTheyAre() {
    var browser = plain(columns: 80, rows: 24)
    browser.press("Space")
    #expect(browser.screen[2].hasPrefix("fresh, marked, new, 2023-05-22"))
    browser.press("k Space k b")
    #expect(browser.screen[2].hasPrefix("fresh, new, bookmarked, "))
    #expect(browser.canvas.cursor == Canvas.Position(row: 2, column: 0))
  }

  @Test func starsAndMarksAreWords() {
    let browser = plain(columns: 120, rows: 24, catalog: Sample.catalog)
    #expect(
      browser.screen.contains { $0.contains("PyTorch Lightning, 2021-05-06, 20k stars, ") })
  }

  @Test func facetsSayWhetherTheyAreOpen() {
    var browser = plain(columns: 80, rows: 24)
    browser.press("h")
    #expect(browser.screen.contains { $0.contains("Tools, 3, 2 new") })
    browser.press("Tab")
    #expect(browser.screen.contains { $0.contains("2023, ") && $0.contains(", open") })
    #expect(browser.screen.contains { $0.contains(", closed") })
  }
}
