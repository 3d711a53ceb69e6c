import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// The parts of a row, and the order in which they are dropped as it gets narrower.
struct RowSettingsTests {
  private func row(_ title: String, columns: Int = 120, _ settings: String...) -> String {
    var browser = Scenario(columns: columns, rows: 12)
    for setting in settings { browser.run("set \(setting)") }
    return browser.screen.first { $0.contains(title) } ?? ""
  }

  @Test func partsThatAreLeftOutAreNotShown() {
    let all = row("PyTorch Lightning")
    #expect(all.contains("2021-05-06") && all.contains("★20k") && all.contains("⭐"))
    #expect(all.contains("wrapper for AI"))
    let few = row("PyTorch Lightning", "row date description")
    #expect(few.contains("2021-05-06") && few.contains("wrapper for AI"))
    #expect(!few.contains("★") && !few.contains("⭐"))
    #expect(row("PyTorch Lightning", "row=") == "    PyTorch Lightning")
  }

  @Test func theFirstPartIsAtTheEdgeAndDroppedLast() {
    let row = row("PyTorch Lightning", "row stars date")
    #expect(row.hasSuffix("2021-05-06   ★20k"))
    let narrow = self.row("PyTorch", columns: 44, "row stars date")
    #expect(narrow.contains("★20k") && !narrow.contains("2021"))
    let usual = self.row("PyTorch", columns: 44)
    #expect(!usual.contains("★20k") && usual.contains("2021"))
  }

  @Test func aWrongPartChangesNothing() {
    var browser = Scenario()
    browser.run("set row date size")
    #expect(
      browser.state.message?.text
        == "row takes any of date, stars, marks, lists, description, in the order wanted")
  }

  @Test func tabCompletesThePartsThatAreNotThereYet() {
    var browser = Scenario()
    browser.press(":")
    browser.type("set row date d")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "set row date description")
  }

  @Test func emojiAreKeptStrippedOrWritten() {
    #expect(row("Understanding").contains("2.0 🎓"))
    let stripped = row("Understanding", "emoji strip")
    #expect(!stripped.contains("🎓") && stripped.contains("Understanding Software 2.0"))
    #expect(row("Understanding", "emoji text").contains("2.0 :mortar_board:"))
  }

  @Test(arguments: [
    ("%d.%m.%Y", "11.02.2022"), ("%m/%d/%y", "02/11/22"), ("%e/%m/%Y", "11/02/2022"),
    ("%F", "2022-02-11"), ("%D", "02/11/22"), ("%-d.%-m.%y", "11.02.22"),
  ])
  func daysAreWrittenAsInTheLocale(format: String, text: String) throws {
    let pattern = try #require(DatePattern(posix: format))
    var browser = Scenario(columns: 80, rows: 12)
    var preferences = Preferences()
    preferences.localeDate = pattern
    browser.send(.configured(preferences, Message(.information, "")))
    browser.run("set date-format locale")
    #expect(browser.screen[2].hasSuffix(text))
  }

  @Test(arguments: ["", "%A", "%d %B %Y", "%Y年%m月%d日", "%d.%m.%Y %Y", "\u{1B}%m", "%", "%d"])
  func aFormatThatDoesNotFitIsNotAPattern(format: String) {
    #expect(DatePattern(posix: format) == nil)
  }
}
