import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

struct SavedFilterTests {
  /// A browser with two saved filters, made by its keys.
  private func browser() -> Scenario {
    var browser = Scenario(catalog: Sample.twoLists)
    for (query, name) in [("tensor", "tensors"), ("paper | talk", "things to read")] {
      browser.press("/")
      browser.type(query)
      browser.press("Enter :")
      browser.type("save \(name)")
      browser.press("Enter Esc")
    }
    return browser
  }

  private func row(_ text: String, _ browser: Scenario) -> String? {
    browser.screen.first { $0.contains(text) }
  }

  @Test func savingKeepsTheQueryUnderItsName() {
    var browser = browser()
    #expect(browser.filterFile.all.map(\.name) == ["tensors", "things to read"])
    #expect(browser.filterFile["things to read"]?.query == "paper | talk")
    browser.press("g f")
    #expect(row("tensors", browser)?.contains("tensor") == true)
    #expect(row("tensors", browser)?.hasSuffix(" 1") == true)
    #expect(row("things to read", browser)?.hasSuffix(" 3") == true)
  }

  @Test func enterFiltersTheWholeLibraryAndControlOLeadsBack() {
    var browser = browser()
    browser.press("g h j g f j Enter")
    #expect(browser.state.place.filter == "paper | talk")
    #expect(browser.state.place.lists.chosen == .all)
    #expect(browser.titles.count == 3)
    #expect(browser.state.overlay == nil)
    browser.press("C-o")
    #expect(browser.state.place.filter.isEmpty)
    #expect(browser.state.place.lists.chosen != .all)
  }

  @Test func droppingCanBeUndoneAndDoneAgain() {
    var browser = browser()
    browser.press("g f d")
    #expect(browser.filterFile.all.map(\.name) == ["things to read"])
    #expect(browser.state.message?.text == "saved: dropped filter tensors")
    browser.press("u")
    #expect(browser.filterFile["tensors"]?.query == "tensor")
    browser.press("C-r")
    #expect(browser.filterFile["tensors"] == nil)
    // The panes undo it as well: it is a change like those of bookmarks.
    browser.press("q u")
    #expect(browser.filterFile["tensors"]?.query == "tensor")
  }

  @Test func savingUnderAnExistingNameReplacesTheQueryUntilUndone() {
    var browser = browser()
    browser.press("/")
    browser.type("ray")
    browser.press("Enter :")
    browser.type("save tensors")
    browser.press("Enter")
    #expect(browser.filterFile["tensors"]?.query == "ray")
    #expect(browser.state.message?.text.contains("replacing one with that name") == true)
    browser.press("u")
    #expect(browser.filterFile["tensors"]?.query == "tensor")
    #expect(browser.filterFile.all.count == 2)
  }

  @Test func undoLeavesAloneWhatAnotherWindowChangedSince() {
    var browser = browser()
    browser.press("g f d")
    let other = SavedFilter(
      name: "tensors", query: "other", added: browser.now, changed: browser.now)
    _ = browser.filterFile.apply(.save(other))
    browser.press("u")
    #expect(browser.filterFile["tensors"]?.query == "other")
    #expect(browser.state.message?.kind == .error)
  }

  @Test func bookmarksAndFiltersAreUndoneInTheOrderInWhichTheyWereChanged() {
    var browser = browser()
    browser.press("b g f d q")
    #expect(browser.file.live.count == 1)
    browser.press("u")
    #expect(browser.filterFile.all.count == 2)
    #expect(browser.file.live.count == 1)
    browser.press("u")
    #expect(browser.file.live.isEmpty)
  }

  @Test func withoutAFilterThereIsNothingToSave() {
    var browser = Scenario()
    browser.press(":")
    browser.type("save all")
    browser.press("Enter")
    #expect(browser.state.message?.text == "no filter to save: type / and what to look for")
    browser.press("g f")
    #expect(browser.screen.contains { $0.contains("None yet: / filters, and :save NAME") })
    browser.press("Enter d q")
    #expect(browser.state.overlay == nil)
  }

  @Test func aFailedWriteIsReported() {
    var browser = Scenario()
    browser.diskFailure = "not saved: filter a: disk full"
    browser.press("/ t Enter :")
    browser.type("save a")
    browser.press("Enter")
    #expect(browser.state.message?.text == "not saved: filter a: disk full")
    browser.press("u")
    #expect(browser.state.message?.text == "nothing to undo")
  }

  @Test func anInvalidFilterShowsAnErrorInsteadOfACount() {
    var browser = Scenario()
    let filter = SavedFilter(
      name: "from a later version", query: "stars:many", added: browser.now, changed: browser.now)
    _ = browser.filterFile.apply(.save(filter))
    browser.press("g f")
    #expect(row("later version", browser)?.hasSuffix("not understood") == true)
    browser.press("Enter")
    #expect(browser.state.place.filter == "stars:many")
    #expect(browser.state.place.filterError != nil)
  }
}
