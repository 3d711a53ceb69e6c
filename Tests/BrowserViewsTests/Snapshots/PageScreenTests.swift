import BrowserScenario
import HeadlessBrowser
import TestSupport
import Testing

/// The page of a list on the screen, at the sizes that arrange it differently.
struct PageScreenTests {
  private func browser(columns: Int, rows: Int) -> Scenario {
    var browser = Scenario(columns: columns, rows: rows)
    browser.page = { Sample.contents($0, $1) }
    browser.press("v")
    return browser
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func thePageIsBesideItsContents(columns: Int, rows: Int) {
    let text = browser(columns: columns, rows: rows).screen.joined(separator: "\n") + "\n"
    expectSnapshot(text, at: "Tests/BrowserViewsTests/Screens/page-\(columns)x\(rows).txt")
  }

  @Test func contentsAreAloneOnANarrowScreen() {
    var browser = browser(columns: 40, rows: 12)
    browser.press("g O")
    #expect(browser.screen[1].contains("Contents"))
    #expect(browser.screen.contains { $0.contains("Frameworks") && $0.hasSuffix("2") })
    browser.press("G Enter")
    #expect(browser.screen.contains { $0.contains("Talks") })
    #expect(browser.screen[1].contains("Page"))
  }

  @Test func wideCodeScrollsSideways() {
    var browser = browser(columns: 80, rows: 24)
    #expect(!browser.screen.joined().contains("--options"))
    browser.press("g g / p i p Enter 9 z l")
    #expect(browser.screen.joined().contains("--options"))
    browser.press("9 z h")
    #expect(browser.screen.joined().contains("pip install"))
  }
}
