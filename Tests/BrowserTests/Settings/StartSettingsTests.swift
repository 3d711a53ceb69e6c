import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Where a run begins, when it syncs, and what counts as seen.
struct StartSettingsTests {
  private func visit(_ settings: String..., catalog: Catalog = Sample.afterSync) -> Scenario {
    var browser = Scenario(catalog: catalog)
    for setting in settings { browser.run("set \(setting)") }
    browser.beginVisit(seen: Sample.seen())
    return browser
  }

  @Test(arguments: [
    (Place.Kind.new, "New"), (.changes, "Changes"), (.bookmarks, "Bookmarks"),
    (.later, "Read later"), (.library, "All lists"),
  ])
  func theFirstPlaceIsTheOneThatIsSet(kind: Place.Kind, title: String) {
    var browser = Scenario(catalog: Sample.afterSync)
    browser.start { $0.begin(at: kind) }
    browser.beginVisit(seen: Sample.seen())
    #expect(browser.screen[0].hasPrefix(" awl  \(title)"))
    if kind == .new { #expect(browser.titles.sorted() == ["fresh", "late"]) }
    if kind == .changes { #expect(browser.titles.count > 2) }
    guard kind != .library else { return }
    browser.press("q")
    #expect(browser.screen[0].contains("All lists"))
  }

  /// Whether a start asks for a sync, the last one being the given number of hours ago.
  private func syncs(_ setting: String?, hoursAgo: Int, isVisit: Bool = true) -> Bool {
    var browser = Scenario()
    if let setting { browser.run("set sync \(setting)") }
    let checked = Timestamp(milliseconds: browser.now.milliseconds - hoursAgo * 3_600_000)
    browser.start { state in
      state.isVisit = isVisit
      state.checked = checked
    }
    return browser.takeEffects().contains(.sync([]))
  }

  @Test func aStartSyncsWhatIsOlderThanIsSet() {
    #expect(syncs("24", hoursAgo: 25))
    #expect(!syncs("24", hoursAgo: 23))
    #expect(!syncs("never", hoursAgo: 9_000))
    #expect(!syncs(nil, hoursAgo: 9_000))
    #expect(!syncs("24", hoursAgo: 25, isVisit: false))
  }

  @Test func openingMarksSeenUnlessThatIsTurnedOff() {
    var usual = visit()
    usual.press("o")
    #expect(!usual.screen[0].contains("3 new"))
    var off = visit("noseen-on-open")
    off.press("o l h")
    #expect(off.screen[0].contains("3 new"))
  }

  @Test func quittingLeavesAllNewWhereThatIsSet() {
    var browser = visit("noseen-on-quit")
    browser.press("q")
    #expect(browser.screen[0].contains("3 new"))
    #expect(browser.seen == Sample.seen())
  }

  @Test func theFirstVisitCountsAsManyDaysAsIsSet() {
    var browser = Scenario(catalog: Sample.afterSync)
    browser.beginVisit()
    let usual = browser.state.news.entries.count
    browser.run("set new-days 60")
    #expect(browser.state.news.entries.count > usual)
    #expect(browser.screen[0].contains("in the last 60 days"))
    browser.run("set new-days 0")
    #expect(browser.state.news.isEmpty)
  }

  @Test func theQuestionBeforeMarkingAllIsConfigurable() {
    var browser = visit("ask-seen 1")
    browser.press("A")
    #expect(browser.state.question?.text.hasSuffix("seen?") == true)
    browser.press("y")
    #expect(browser.state.news.isEmpty)
    var usual = visit()
    usual.press("A")
    #expect(usual.state.question == nil && usual.state.news.isEmpty)
  }
}
