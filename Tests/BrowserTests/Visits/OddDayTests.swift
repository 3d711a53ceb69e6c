import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Days at and beyond the ends of the calendar.
struct OddDayTests {
  private static func bookmark(_ name: String, added: Int) -> Bookmark {
    Bookmark(
      url: "https://\(name).example", title: name, added: Timestamp(milliseconds: added),
      changed: Timestamp(milliseconds: 0))
  }

  private func dates(_ browser: Scenario) -> [String] {
    browser.state.place.dates.rows.map { "\($0.label) \($0.count)" }
  }

  @Test(arguments: [Int.min, -62_135_596_800_001, 253_402_300_800_000, .max])
  func aBookmarkAddedOutsideTheCalendarHasNoDate(added: Int) {
    let bookmarks = Bookmarks([
      Self.bookmark("odd", added: added), Self.bookmark("usual", added: 0),
    ])
    var browser = Scenario(bookmarks: bookmarks)
    browser.press("g b")
    for _ in 0..<4 {
      #expect(dates(browser).first == "All 2")
      #expect(dates(browser).last == "no date 1")
      browser.press("w")
    }
  }

  @Test func theFirstAndTheLastDayCanBeChosenInEveryMode() throws {
    let bookmarks = Bookmarks([
      Self.bookmark("first", added: -62_135_596_800_000),
      Self.bookmark("last", added: 253_402_300_799_999),
    ])
    var browser = Scenario(bookmarks: bookmarks)
    browser.press("g b")
    let expected = [
      ["All 2", "9999 1", "December 1", "Fri 31 1", "1 1"],
      ["All 2", "9999 1", "W52  Dec 27–31 1", "1 1"],
      ["All 2", "December 9999 1", "January 1 1"],
      ["All 2", "9999 1", "1 1"],
    ]
    for rows in expected {
      #expect(dates(browser) == rows)
      for key in browser.state.place.dates.rows.map(\.key) where key.dates != nil {
        let days = try #require(key.days)
        #expect(days.contains(.latest) || days.contains(.earliest))
      }
      browser.press("w")
    }
  }
}
