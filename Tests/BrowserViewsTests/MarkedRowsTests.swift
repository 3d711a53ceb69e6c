import Browser
import BrowserScenario
import HeadlessBrowser
import BrowserViews
import TerminalScreen
import Testing

/// The signs of marked entries.
struct MarkedRowsTests {
  @Test func withoutColourTheSignIsTheSame() {
    var browser = Scenario(columns: 40, rows: 12)
    browser.view = ScreenView(theme: .plain, borders: .ascii)
    browser.press("Space")
    #expect(browser.screen.contains { $0.hasPrefix("*   Aim") })
    browser.press("k l")
    #expect(browser.screen[10].contains("1 marked"))
  }
}
