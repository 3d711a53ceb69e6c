import Browser
import BrowserScenario
import BuiltInList
import HeadlessBrowser
import ListModel
import Settings
import Testing

/// Months and weekdays in the language of the setting `date-language`.
struct DateNamesTests {
  private static var languages: [String] {
    SettingTable.entry(of: .dateLanguage).type.words.filter { $0 != "auto" && $0 != "en" }
  }

  private func names(_ language: String) throws -> DateNames {
    try #require(DateNames(language: language, in: builtInDateNames), "\(language)")
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test(arguments: [
    ("de", "März 2024", "Mo 4.", "4–10. Mär", "26. Feb–3. Mär", "Montag"),
    ("fr", "mars 2024", "lun 4", "4–10 mars", "26 févr–3 mars", "lundi"),
    ("hu", "2024. március", "4. H", "márc 4–10.", "febr 26.–márc 3.", "hétfő"),
    ("ja", "2024年3月", "4日(月)", "3月4–10日", "2月26日–3月3日", "月曜日"),
    ("ru", "март 2024", "пн 4", "4–10 мар", "26 фев–3 мар", "понедельник"),
  ])
  func datesAreWrittenAsTheLanguageDoes(
    language: String, month: String, short: String, span: String, longSpan: String, weekday: String
  ) throws {
    let names = try names(language)
    let monday = try day("2024-03-04")
    #expect(names.month(3, of: 2024) == month)
    #expect(names.dayInMonth(monday) == short)
    #expect(names.span(try monday...day("2024-03-10")) == span)
    #expect(names.span(try day("2024-02-26")...day("2024-03-03")) == longSpan)
    #expect(names.weekday(of: monday) == weekday)
  }

  @Test func englishNeedsNoTable() throws {
    #expect(DateNames.english.month(3, of: 2024) == "March 2024")
    #expect(DateNames.english.dayInMonth(try day("2024-03-04")) == "Mon 4")
    #expect(DateNames.english.span(try day("2024-02-26")...day("2024-03-03")) == "Feb 26–Mar 3")
  }

  /// Each name leads to one month or weekday, and all of it can be drawn.
  @Test(arguments: languages)
  func eachLanguageOfTheSettingIsInTheTable(language: String) throws {
    let names = try names(language)
    let start = try day("2024-01-01")
    #expect(Set((1...12).map { names.month($0) }).count == 12)
    #expect(Set((1...12).map { names.shortMonth($0, of: 2024) }).count == 12)
    #expect(Set((0..<7).map { names.weekday(of: start.advanced(by: $0)) }).count == 7)
    let months = (1...12).map { names.month($0, of: 2024) }
    #expect(months.allSatisfy { $0.contains("2024") })
    #expect((0..<7).allSatisfy { names.dayInMonth(start.advanced(by: $0)).contains("\($0 + 1)") })
  }

  @Test func aTableInWhichALanguageIsMissingOrCutGivesNone() {
    for language in ["xx", "", "Names", "jan"] {
      #expect(DateNames(language: language, in: builtInDateNames) == nil)
    }
    #expect(DateNames(language: "de", in: "de\na b\n") == nil)
    #expect(DateNames(language: "de", in: "") == nil)
  }

  @Test func thePaneTheDetailAndTheHeaderSpeakIt() throws {
    var browser = Scenario(columns: 120, rows: 30)
    let german = try names("de")
    browser.start { $0.use(dateNames: german, for: "de") }
    #expect(browser.screen.contains { $0.contains("Februar") })
    #expect(browser.screen.contains { $0.contains("Fr 11.") })
    #expect(browser.screen.contains { $0.contains("2022-02-11, Freitag") })
    browser.press("h Tab w w")
    #expect(browser.screen.contains { $0.contains("Februar 2022") })
    browser.start { $0.use(dateNames: .english, for: "en") }
    #expect(browser.screen.contains { $0.contains("February 2022") })
  }

  @Test func aLanguageThatIsNotKnownIsRefused() {
    var browser = Scenario()
    browser.run("set date-language xx")
    #expect(browser.state.message?.text.hasPrefix("date-language takes auto, cs, da, de") == true)
    browser.run("set date-language de")
    #expect(browser.state.message?.text == "date-language de")
  }
}
