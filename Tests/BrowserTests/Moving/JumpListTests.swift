import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

struct JumpListTests {
  @Test func backAndForwardLeadThroughPlaces() {
    var browser = Scenario(catalog: Sample.twoLists)
    browser.press("j j b g b")
    #expect(browser.state.place.kind == .bookmarks)
    browser.press("C-o")
    #expect(browser.state.place.kind == .library)
    #expect(browser.state.place.entries.cursor == 2)
    browser.press("L")
    #expect(browser.state.place.kind == .bookmarks)
    browser.press("H")
    #expect(browser.state.place.kind == .library)
  }

  @Test func aWalkOverAFacetIsOneStepBack() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("j j j h j j j")
    #expect(browser.titles.count < 8)
    let chosen = browser.state.place.categories.chosen
    browser.press("l j h g g j")
    #expect(browser.state.place.categories.chosen != chosen)
    browser.press("C-o")
    #expect(browser.state.place.categories.chosen == chosen)
    browser.press("C-o")
    #expect(browser.state.place.categories.chosen == .all)
    #expect(browser.state.place.entries.cursor == 3)
    browser.press("2 L")
    #expect(browser.state.place.categories.chosen != chosen)
  }

  @Test func aFilterIsOneJumpHoweverLongItIs() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("j j /")
    browser.type("tensor")
    browser.press("Enter")
    #expect(browser.titles == ["TensorFlow Data Validation"])
    browser.press("Esc")
    #expect(browser.titles.count == 8)
    browser.press("C-o")
    #expect(browser.titles == ["TensorFlow Data Validation"])
    browser.press("C-o")
    #expect(browser.titles.count == 8)
    #expect(browser.selectedTitle == "REVISE")
  }

  @Test func aCancelledFilterIsNotAJump() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("/")
    browser.type("tensor")
    browser.press("Esc C-o")
    #expect(browser.state.message?.text == "nowhere to go back to")
  }

  @Test func goingToTheLastEntryCanBeUndoneByGoingBack() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("j G")
    let last = browser.selectedTitle
    browser.press("C-o")
    #expect(browser.selectedTitle == Sample.entries[1].title)
    browser.press("L")
    #expect(browser.selectedTitle == last)
    browser.press(": 3 Enter C-o")
    #expect(browser.selectedTitle == last)
  }

  @Test func goingElsewhereCutsOffWhatLayAhead() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("G C-o j j")
    browser.press("g b L")
    #expect(browser.state.message?.text == "nowhere to go forward to")
    #expect(browser.state.place.kind == .bookmarks)
  }

  @Test func pagesAndWhatLedToThemAreStepsToo() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.page = { request, catalog in
      Sample.contents(request, catalog, of: request.file == nil ? Sample.page : "# More\n\nText\n")
    }
    browser.press("j v")
    let entry = browser.state.page?.source
    browser.press("G")
    let end = browser.state.page?.source
    browser.press("g g /")
    browser.type("another file")
    browser.press("Enter Enter")
    #expect(browser.state.page?.request.file == "docs/more.md")
    var lines: [Int32?] = []
    for _ in 0..<4 {
      browser.press("C-o")
      #expect(browser.state.page?.request.file == nil)
      lines.append(browser.state.page?.source)
    }
    #expect(lines == [end, 1, end, entry])
    browser.press("C-o")
    #expect(browser.state.page == nil)
    #expect(browser.selectedTitle == Sample.entries[1].title)
    // The page was kept: it comes back although it could not be read again.
    browser.page = nil
    browser.press("5 L")
    #expect(browser.state.page?.request.file == "docs/more.md")
  }

  @Test func theWayBackSurvivesANewerCatalog() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("j j j G")
    var builder = CatalogBuilder()
    builder.append(Sample.list, entries: [Sample.entries[5]] + Sample.entries.dropFirst(2))
    browser.send(.catalogLoaded(builder.catalog(), checked: nil))
    browser.press("C-o")
    #expect(browser.selectedTitle == "PyTorch Lightning")
  }

  @Test func theListIsBounded() {
    var browser = Scenario(catalog: Sample.catalog)
    for _ in 0..<300 { browser.press("G g g") }
    var steps = 0
    repeat {
      browser.press("C-o")
      steps += 1
    } while browser.state.message == nil && steps < 1_000
    #expect(steps == 101)
  }
}
