import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import ListSearch
import Testing

struct RestoringTests {
  /// The next run, on the same catalog unless given.
  private func restart(
    _ browser: Scenario, catalog: Catalog = Sample.threeLists, bookmarks: Bookmarks? = nil
  ) -> Scenario {
    var next = Scenario(catalog: catalog, bookmarks: Bookmarks())
    next.page = browser.page
    next.restore(browser.state.session)
    // The bookmarks are read after the first frame.
    next.send(.bookmarksRead(bookmarks ?? browser.file))
    return next
  }

  /// A browser in which a list, a category and a sub-category are chosen.
  private func inFrameworks() -> Scenario {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("g h")
    choose("Awesome Sample", in: &browser)
    browser.press("Tab")
    choose("Tooling", in: &browser)
    browser.press("l")
    choose("Frameworks", in: &browser)
    return browser
  }

  @Test func listCategoryDateEntryAndFocusComeBack() {
    var browser = inFrameworks()
    browser.press("Tab Tab j")
    #expect(browser.selectedTitle == "TensorFlow Data Validation")
    let next = restart(browser)
    #expect(panes(next) == panes(browser))
    #expect(next.state.place.focus == .entries)
    #expect(next.selectedTitle == "TensorFlow Data Validation")
  }

  @Test func filterSortOrderOfListsGroupingAndZoomComeBack() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("w w , s g h , s /")
    browser.type("o")
    browser.press("Enter j j +")
    let next = restart(browser)
    #expect(panes(next) == panes(browser))
    #expect(next.state.isZoomed)
    #expect(next.state.place.filter == "o")
  }

  @Test func theDayThatWasChosenIsOpenAgain() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("g h Tab Tab")
    for label in ["2021", "May", "Thu 6"] {
      choose(label, in: &browser)
      browser.press("l")
    }
    #expect(browser.state.place.dates.chosen == Self.sixthOfMay)
    #expect(browser.titles.count == 2)
    #expect(panes(restart(browser)) == panes(browser))
  }

  @Test func theBookmarksComeBackOnceTheyAreKnown() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("b j b j b g b j")
    let next = restart(browser)
    #expect(next.state.place.kind == .bookmarks)
    #expect(next.selectedTitle == browser.selectedTitle)
    var back = next
    back.press("q")
    #expect(back.state.place.kind == .library)
    #expect(
      back.selectedTitle
        == browser.state.places[0].selected.map { Sample.threeLists.titles[$0.number] })
  }

  @Test func missingItemsFallBackToTheirParent() {
    var browser = inFrameworks()
    browser.press("Tab Tab")
    #expect(browser.selectedTitle == "PyTorch Lightning")

    // Without the sub-heading its heading is chosen, and the row that took the entry's place.
    let withoutHeading = restart(browser, catalog: Self.library { $0.category.headings.count < 2 })
    #expect(withoutHeading.state.place.categories.chosen == .category(CategoryPath(["Tooling"])))
    #expect(withoutHeading.titles == ["Aim", "REVISE"])
    #expect(withoutHeading.selectedTitle == "Aim")

    // Without the list all lists are shown.
    let withoutList = restart(browser, catalog: Self.library { _ in false })
    #expect(withoutList.state.place.lists.chosen == .all)
    #expect(withoutList.titles.count == 2)
  }

  @Test func aDayWithoutEntriesFallsBackToItsYear() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("g h Tab Tab")
    for label in ["2021", "May", "Thu 6"] {
      choose(label, in: &browser)
      browser.press("l")
    }
    let next = restart(browser, catalog: Self.library { $0.added?.date.month != 5 })
    #expect(next.state.place.dates.chosen == .year(2021))
    #expect(next.titles.contains("REVISE"))
  }

  @Test func theCommandLineWins() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("/")
    browser.type("revise")
    browser.press("Enter , n")
    var next = Scenario(catalog: Sample.threeLists)
    next.restore(browser.state.session, isPlaceGiven: true)
    #expect(next.state.place.filter.isEmpty)
    #expect(next.titles.count == 10)
    #expect(next.state.place.order == .name)
  }

  @Test func thePageComesBackWhereItWasLeft() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.page = { Sample.contents($0, $1) }
    browser.press("v 1 0 j")
    #expect(browser.state.page != nil)
    let next = restart(browser, catalog: Sample.catalog)
    #expect(panes(next) == panes(browser))
  }

  @Test func aPageThatCannotBeReadLeavesThePanes() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.page = { Sample.contents($0, $1) }
    browser.press("v")
    browser.page = nil
    let next = restart(browser, catalog: Sample.catalog)
    #expect(next.state.page == nil)
    #expect(next.titles.count == 8)
  }

  /// The screen without its status line, in which the last message is.
  private func panes(_ browser: Scenario) -> [String] { Array(browser.screen.dropLast(2)) }

  /// Goes to a row of the focused facet by its label.
  private func choose(_ label: String, in browser: inout Scenario) {
    browser.press("g g")
    for _ in 0..<20 {
      let facet = browser.state.place.facet(browser.state.place.focus)
      guard let facet, facet.rows[facet.cursor].label != label else { return }
      if facet.rows[facet.cursor].isOpen == false, label == "Awesome Sample" { browser.press("l") }
      browser.press("j")
    }
    Issue.record("no row \(label)")
  }

  private static let sixthOfMay = FacetKey.day(Day(clamping: 18_753))

  /// The sample's library with some of the first list's entries.
  private static func library(_ isLeft: (Entry) -> Bool) -> Catalog {
    var builder = CatalogBuilder()
    let left = Sample.entries.filter(isLeft)
    if !left.isEmpty { builder.append(Sample.list, entries: left) }
    for id in ["a/awesome-go", "b/awesome-go"] {
      builder.append(
        AwesomeList(id: ListID(id), title: "Awesome Go", subject: "Languages"),
        entries: [
          Entry(
            title: "Entry of \(id)", url: "https://\(id).example", category: CategoryPath(["Go"]))
        ])
    }
    return builder.catalog()
  }
}
