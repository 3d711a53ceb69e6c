import BrowserScenario
import HeadlessBrowser
import Foundation
import TestSupport
import Testing

/// A page with one of each construct on the screen, from its start to its end.
struct ConstructScreenTests {
  private func browser(columns: Int, rows: Int) throws -> Scenario {
    let path = projectFile("Tests/PageLayoutTests/Pages/everything.md")
    let markdown = try String(contentsOfFile: path, encoding: .utf8)
    var browser = Scenario(columns: columns, rows: rows, catalog: Sample.catalog(of: markdown))
    browser.page = { Sample.contents($0, $1, of: markdown) }
    browser.press("v g g")
    return browser
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func eachConstructIsDrawn(columns: Int, rows: Int) throws {
    var browser = try browser(columns: columns, rows: rows)
    var screens = [browser.screen]
    // The last page is the one that no key moves any more.
    while screens.count < 100 {
      browser.press("C-f")
      if browser.screen == screens.last { break }
      screens.append(browser.screen)
    }
    #expect(screens.count < 100)
    let text = screens.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    expectSnapshot(text, at: "Tests/BrowserViewsTests/Screens/constructs-\(columns)x\(rows).txt")
  }

  @Test func theTableThatIsTooWideScrolls() throws {
    var browser = try browser(columns: 80, rows: 24)
    browser.press("/")
    browser.type("Column one")
    browser.press("Enter")
    #expect(!browser.screen.joined().contains("the-last-cell"))
    browser.press("8 z l")
    #expect(browser.screen.joined().contains("the-last-cell"))
  }

  @Test func closedDetailsOpenForAnAnchorInside() throws {
    var browser = try browser(columns: 80, rows: 24)
    #expect(!browser.screen.joined().contains("Hidden heading"))
    browser.press("/")
    browser.type("to what is hidden")
    browser.press("Enter Tab Enter")
    #expect(browser.screen.joined().contains("Hidden heading"))
  }
}
