import Browser
import BrowserScenario
import HeadlessBrowser
import BrowserViews
import ListModel
import ListSearch
import TerminalScreen
import Testing

/// Rows that look as the user's rules say.
struct RowRuleTests {
  private func browser(_ rules: [(String, String?, [String])]) -> Scenario {
    var browser = Scenario()
    var preferences = Preferences()
    preferences.rules = rules.map { query, color, attributes in
      RowRule(
        query: Query.parse(query, today: Sample.today), foreground: color, attributes: attributes)
    }
    browser.send(.configured(preferences, Message(.information, "")))
    return browser
  }

  /// The style of the first letter of an entry's title.
  private func style(of title: String, _ browser: Scenario) -> Style? {
    for (row, line) in browser.screen.enumerated() {
      guard let range = line.firstRange(of: "  \(title)") else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound) + 2
      return browser.canvas[row, column].style
    }
    return nil
  }

  @Test func titlesOfMatchingEntriesHaveTheColour() {
    let browser = browser([
      ("is:paper", "magenta", []), ("stars:>1k", "#ffd700", ["bold"]),
      ("is:must-read", nil, ["underline"]),
    ])
    #expect(style(of: "Understanding Software", browser) == Style(foreground: .magenta))
    // A later rule goes over an earlier one.
    let both = Style(foreground: Color(220), attributes: [.bold, .underline])
    #expect(style(of: "PyTorch", browser) == both)
    #expect(style(of: "REVISE", browser) == .plain)
  }

  @Test func theRowUnderTheCursorIsReversedAsAlways() {
    let browser = browser([("'aim", "red", [])])
    #expect(style(of: "Aim", browser) == .reverse)
  }

  @Test func rulesSeeWhatTheReaderDid() {
    var browser = browser([("is:kept", "green", [])])
    browser.press("j j b j")
    #expect(style(of: "REVISE", browser) == Style(foreground: .green))
    browser.press("k b j")
    #expect(style(of: "REVISE", browser) == .plain)
  }

  @Test func withoutColoursOnlyAttributesAreLeft() {
    var browser = browser([("is:paper", "magenta", ["bold"])])
    browser.view = ScreenView(theme: .plain)
    let style = style(of: "Understanding Software", browser)
    #expect(style?.attributes == .bold)
  }

  @Test(arguments: [
    ("red", 1), ("bright-blue", 12), ("214", 214), ("#000000", 16), ("#ffffff", 231),
  ])
  func coloursAreWordsNumbersOrHexadecimal(word: String, number: UInt8) {
    #expect(Color(word: word) == Color(number))
  }

  @Test(arguments: ["", "rad", "256", "-1", "+5", "#12345", "#+12345"])
  func anythingElseIsNotAColour(word: String) {
    #expect(Color(word: word) == nil)
  }

  @Test func coloursOfAThemeHaveNumbersOfTheirOwn() {
    let theme = Theme(colors: ["red": "#ff0101", "blue": "#ff0202", "green": "#ff0101"])
    #expect(theme.exactColors.count == 2)
    #expect(theme.error.foreground == theme.date.foreground)
    #expect(theme.link.foreground != theme.error.foreground)
    #expect(Theme(colors: ["red": "196"]).error.foreground == Color(196))
  }
}
