import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Bookmarks whose entries have changed in their list since.
struct BookmarkStatusTests {
  private static func day(_ text: String) -> Day { Day(iso: text) ?? Sample.today }

  /// A list in which one entry left, one moved and two got other links since 2022.
  private static let library: Catalog = {
    func entry(
      _ title: String, _ url: String, _ category: String, _ changes: [(ChangeKind, String)],
      isRemoved: Bool = false, firstLink: String? = nil
    ) -> Entry {
      var entry = Sample.entry(title, url, "", [category], "2021-01-01")
      entry.history = EntryHistory(
        changes: ([(.added, "2021-01-01")] + changes).map {
          Change(kind: $0.0, day: day($0.1), commit: "c0ffee")
        }, isRemoved: isRemoved, firstLink: firstLink.map { LinkKey($0) })
      return entry
    }
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("me/tracked"), title: "Tracked"),
      entries: [
        entry("Same", "https://same.example", "Tools", []),
        entry(
          "Gone", "https://gone.example", "Tools", [(.removed, "2022-03-01")], isRemoved: true),
        entry("Moved", "https://moved.example", "Papers", [(.moved, "2022-04-01")]),
        entry(
          "First", "https://first.new", "Tools", [(.edited, "2022-05-01")],
          firstLink: "https://first.example"),
        entry(
          "Second", "https://second.new", "Tools", [(.edited, "2022-05-01")],
          firstLink: "https://second.older"),
      ])
    return builder.catalog()
  }()

  private func browser(columns: Int = 120) -> Scenario {
    Scenario(
      columns: columns, rows: 40, catalog: Self.library,
      bookmarks: Bookmarks(
        ["Same", "Gone", "Moved", "First", "Second"].enumerated().map { number, title in
          Bookmark(
            url: "https://\(title.lowercased()).example", title: title, list: "me/tracked",
            category: ["Tools"], tags: ["ml"], note: "mine",
            added: Timestamp(milliseconds: 18_993 * 86_400_000 + number),
            changed: Timestamp(milliseconds: 18_993 * 86_400_000))
        }))
  }

  private func select(_ title: String, _ browser: inout Scenario) {
    browser.press("g b g g")
    while browser.selectedTitle != title { browser.press("j") }
  }

  @Test func rowsSayWhatBecameOfTheirEntries() {
    var browser = browser()
    browser.press("g b")
    func row(_ title: String) -> String {
      browser.screen.first { $0.contains("b  \(title)") || $0.contains("b ~\(title)") } ?? ""
    }
    #expect(row("Gone").contains("~Gone  removed"))
    #expect(row("Moved").contains("Moved  moved"))
    #expect(row("First").contains("First  new URL"))
    #expect(row("Second").contains("Second  new URL"))
    #expect(!row("Same").contains("removed") && !row("Same").contains("new URL"))
  }

  @Test(arguments: [
    ("Gone", "Removed   2022-03-01, Tuesday"), ("Moved", "Moved     to Papers, since 2022-04-01"),
    ("First", "New URL   https://first.new (T takes it over)"),
    ("Second", "New URL   https://second.new"),
  ])
  func theDetailSaysWhatAndWhen(title: String, words: String) {
    var browser = browser()
    select(title, &browser)
    #expect(browser.screen.contains { $0.contains(words) }, "\(browser.screen)")
  }

  @Test func oneKeyTakesTheNewURLOverWithAllThatWasWritten() throws {
    var browser = browser()
    select("First", &browser)
    let before = browser.file.live.map(\.url)
    browser.press("T")
    #expect(browser.state.message?.text == "saved: new URL")
    #expect(browser.saved.count == 1)
    let taken = try #require(browser.file[LinkKey("https://first.new")])
    #expect(browser.file[LinkKey("https://first.example")] == nil)
    #expect(taken.tags == ["ml"] && taken.note == "mine" && taken.title == "First")
    #expect(!browser.screen.contains { $0.contains("First  new URL") })
    browser.press("u")
    #expect(browser.file.live.map(\.url) == before)
    #expect(browser.file[LinkKey("https://first.example")]?.note == "mine")
    browser.press("C-r")
    #expect(browser.file[LinkKey("https://first.new")] != nil)
  }

  @Test func theNewURLsOfAllMarkedBookmarksAreTakenOverAtOnce() {
    var browser = browser()
    browser.press("g b C-a T")
    #expect(browser.state.message?.text == "saved: new URLs of 2 bookmarks")
    #expect(browser.file.count == 5)
    browser.press("u")
    #expect(browser.file[LinkKey("https://second.example")] != nil)
  }

  @Test func withoutANewURLNothingIsChanged() {
    var browser = browser()
    select("Same", &browser)
    browser.press("T")
    #expect(browser.saved.isEmpty)
    #expect(browser.state.message?.text == "the list gives this bookmark no new URL")
  }
}
