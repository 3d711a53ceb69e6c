import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

struct FacetTests {
  private func labels(_ pane: FacetPane) -> [String] {
    pane.rows.map { "\(String(repeating: " ", count: $0.depth))\($0.label) \($0.count)" }
  }

  @Test func categoriesAreATreeWithTheCountsOfAllBelow() {
    let browser = Scenario()
    #expect(
      labels(browser.state.place.categories) == [
        "All 8", "Governance 2", "Talks 2", "Tooling 4", " Frameworks 2",
      ])
  }

  @Test func movingInTheCategoriesNarrowsTheEntriesAtOnce() {
    var browser = Scenario()
    browser.press("h j j")
    #expect(browser.titles == ["A talk without a link", "Café au Data"])
    browser.press("j")
    #expect(browser.titles.count == 4)
    browser.press("j")
    #expect(browser.titles == ["PyTorch Lightning", "TensorFlow Data Validation"])
  }

  @Test func countsOfAFacetAreThoseUnderTheOthersAndTheFilter() {
    var browser = Scenario()
    browser.press("h j j j")
    let years = browser.state.place.dates.rows.filter { $0.depth == 0 }
    #expect(years.map(\.count) == [4, 1, 3])
    #expect(browser.state.place.categories.rows.first?.count == 8)
    browser.press("/")
    browser.type("'data")
    #expect(browser.state.place.categories.rows.first?.count == 3)
  }

  @Test func aChosenCategoryStaysWhenNothingMatchesInIt() {
    var browser = Scenario()
    browser.press("h j / t e n s o r Enter")
    #expect(browser.titles.isEmpty)
    #expect(browser.state.place.categories.chosen == .category(CategoryPath(["Governance"])))
    browser.press("Esc")
    #expect(browser.titles.count == 2)
  }

  @Test func headingsCloseAndOpen() {
    var browser = Scenario()
    browser.press("h j j j h")
    #expect(labels(browser.state.place.categories).last == "Tooling 4")
    browser.press("l")
    #expect(labels(browser.state.place.categories).last == " Frameworks 2")
    browser.press("j h")
    #expect(browser.state.place.categories.chosen == .category(CategoryPath(["Tooling"])))
  }

  @Test func datesAreAYearAMonthAndADayTree() {
    var browser = Scenario()
    browser.press("h Tab")
    #expect(browser.state.place.focus == .dates)
    #expect(
      labels(browser.state.place.dates) == [
        "All 8", "2022 1", " February 1", "  Fri 11 1", "2021 6", "no date 1",
      ])
    browser.press("4 j l")
    #expect(
      labels(browser.state.place.dates).suffix(6) == [
        "2021 6", " December 1", " October 1", " May 2", " April 2", "no date 1",
      ])
    #expect(browser.titles.count == 6)
    browser.press("G")
    #expect(browser.titles == ["Old Paper"])
  }

  @Test func wCyclesTheGroupingsAndKeepsTheSelection() {
    var browser = Scenario()
    browser.press("h Tab 3 j")
    #expect(browser.state.place.dates.chosen == .day(Day(clamping: 19_034)))
    browser.press("w")
    #expect(browser.state.place.dates.chosen == .week(ISOWeek(of: Day(clamping: 19_034))))
    #expect(browser.titles == ["Aim"])
    #expect(labels(browser.state.place.dates)[2] == " W06  Feb 7–13 1")
    browser.press("w")
    #expect(browser.state.place.dates.chosen == .month(year: 2022, month: 2))
    #expect(labels(browser.state.place.dates)[1] == "February 2022 1")
    browser.press("w")
    #expect(browser.state.place.dates.chosen == .year(2022))
    browser.press("w")
    #expect(browser.state.place.dateMode == .day)
    #expect(browser.state.place.dates.chosen == .year(2022))
  }

  @Test func aChosenDayStaysWhenNothingMatchesOnIt() {
    var browser = Scenario()
    browser.press("h Tab j / t e n s o r Enter")
    #expect(labels(browser.state.place.dates) == ["All 1", "2022 0", "2021 1"])
    #expect(browser.titles.isEmpty)
  }

  @Test func escapeClearsTheFilterThenTheFacetsAndNeverQuits() {
    var browser = Scenario()
    browser.press("h j Tab j l / o Enter")
    browser.press("Esc")
    #expect(browser.state.place.filter.isEmpty)
    #expect(browser.state.place.isNarrowed)
    browser.press("Esc")
    #expect(!browser.state.place.isNarrowed)
    browser.press("Esc Esc Esc")
    #expect(browser.takeEffects().isEmpty)
  }

  @Test func listsAreGroupedBySubjectAndSharedTitlesAreToldApart() {
    var browser = Scenario(catalog: Sample.threeLists)
    #expect(labels(browser.state.place.lists) == ["All 10", "Computer Science 8", "Languages 2"])
    browser.press("g h j j")
    #expect(Set(browser.titles) == ["Entry of a/awesome-go", "Entry of b/awesome-go"])
    browser.press("l")
    #expect(
      labels(browser.state.place.lists).suffix(3) == [
        "Languages 2", " a/awesome-go 1", " b/awesome-go 1",
      ])
    browser.press(", s")
    #expect(labels(browser.state.place.lists).suffix(2) == [" b/awesome-go 1", " a/awesome-go 1"])
    browser.press(", d")
    #expect(labels(browser.state.place.lists).suffix(2) == [" a/awesome-go 1", " b/awesome-go 1"])
    browser.press("j")
    #expect(browser.titles == ["Entry of a/awesome-go"])
    browser.press(", N")
    #expect(labels(browser.state.place.lists).suffix(2) == [" b/awesome-go 1", " a/awesome-go 1"])
    #expect(browser.state.message?.text == "lists sorted by name, reversed")
    #expect(browser.screen.contains { $0.contains("Lists from Z") })
  }

  @Test func aListsPaneWithRoomShowsStarsAndLastAdditions() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("g h j j l +")
    #expect(
      browser.screen.contains { $0.contains("a/awesome-go") && $0.contains("★") },
      "\(browser.screen)")
    #expect(
      browser.screen.contains { $0.contains("b/awesome-go") && $0.contains("★2,000  2021-01-02") },
      "\(browser.screen)")
  }

  @Test func aLinkLeadsToTheOtherListsThatHaveIt() {
    var browser = Scenario(catalog: Sample.twoLists)
    #expect(browser.titles.filter { $0.hasPrefix("Aim") } == ["Aim again"])
    browser.press("g o")
    #expect(browser.selectedTitle == "Aim")
    #expect(browser.state.place.lists.chosen == .list(ListIndex(0)))
    browser.press("1 g o")
    #expect(browser.selectedTitle == "Aim again")
    #expect(browser.titles.count == 2)
    browser.press("j g o")
    #expect(browser.state.message?.text == "no other list has this link")
  }

  @Test func theOtherListIsGoneToThoughItSaysNothingOfTheFilter() {
    var browser = Scenario(catalog: Sample.twoLists)
    browser.press("/ a g a i n Enter")
    #expect(browser.titles == ["Aim again"])
    browser.press("g o")
    #expect(browser.selectedTitle == "Aim")
    #expect(browser.state.place.filter.isEmpty)
  }

  @Test func theListsPaneIsThereOnlyWithSeveralLists() {
    #expect(!Scenario().state.place.panes.contains(.lists))
    var browser = Scenario(catalog: Sample.twoLists)
    #expect(labels(browser.state.place.lists) == ["All 10", "Awesome Other 2", "Awesome Sample 8"])
    browser.press("g h j")
    #expect(browser.titles == ["Aim again", "Ray"])
  }

  @Test func tabCyclesThePaneFocus() {
    var browser = Scenario()
    var seen: [Pane] = []
    for _ in 0..<4 {
      browser.press("Tab")
      seen.append(browser.state.place.focus)
    }
    #expect(seen == [.detail, .categories, .dates, .entries])
    browser.press("S-Tab")
    #expect(browser.state.place.focus == .dates)
  }
}
