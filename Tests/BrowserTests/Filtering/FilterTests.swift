import Browser
import BrowserScenario
import HeadlessBrowser
import ListSearch
import Testing

struct FilterTests {
  @Test func everyLetterNarrowsTheEntries() {
    var browser = Scenario()
    browser.press("/")
    browser.type("te")
    let afterTwo = browser.titles.count
    browser.type("nsor")
    #expect(browser.titles == ["TensorFlow Data Validation"])
    #expect(afterTwo >= 1)
  }

  @Test func allWordsMustOccur() {
    var browser = Scenario()
    browser.press("/")
    browser.type("data validates")
    #expect(browser.titles == ["TensorFlow Data Validation"])
  }

  @Test func foldsCaseAndDiacritics() {
    var browser = Scenario()
    browser.press("/")
    browser.type("cafe naive")
    #expect(browser.titles == ["Café au Data"])
  }

  @Test func anUpperCaseLetterAsksForThatCase() {
    var browser = Scenario()
    browser.press("/")
    browser.type("'Data")
    #expect(!browser.titles.isEmpty)
    #expect(!browser.titles.contains("REVISE"))
  }

  @Test func enterKeepsTheFilterAndReturnsToTheEntries() {
    var browser = Scenario()
    browser.press("Tab Tab / t e n s o r Enter")
    #expect(browser.state.prompt == nil)
    #expect(browser.state.place.focus == .entries)
    #expect(browser.titles.count == 1)
  }

  @Test func sortingByDateWithoutAFilterLeavesFiltersRanked() {
    var browser = Scenario()
    browser.press(", d / d a t a Enter")
    #expect(browser.state.place.orderInForce == .relevance)
    browser.press(", d")
    #expect(browser.state.place.orderInForce == .date)
    browser.press(", r")
    #expect(browser.state.place.orderInForce == .relevance)
    browser.press("Esc , r")
    #expect(browser.state.place.orderInForce == .date)
    #expect(browser.state.message?.text == "sorted by date until a filter ranks the entries")
  }

  @Test func enterLeavesAFilterThatIsWrongToBeFixed() {
    var browser = Scenario()
    browser.press("/")
    browser.type("stars:>foo")
    browser.press("Enter s")
    #expect(browser.state.prompt?.line.text == "stars:>foos")
    #expect(browser.saved.isEmpty)
    browser.press("C-u t e n s o r Enter")
    #expect(browser.state.prompt == nil)
    #expect(browser.titles.count == 1)
  }

  @Test func escapeInThePromptRestoresThePlaceOneHad() {
    var browser = Scenario()
    browser.press("5 j")
    let selected = browser.selectedTitle
    browser.press("/ t e n s o r Esc")
    #expect(browser.selectedTitle == selected)
    #expect(browser.titles.count == 8)
  }

  @Test func aHiddenSelectionGivesWayToTheFirstMatchAndComesBackWithEscape() {
    var browser = Scenario()
    browser.press("2 j")
    #expect(browser.selectedTitle == "REVISE")
    browser.press("/ t e n s o r Enter")
    #expect(browser.selectedTitle == "TensorFlow Data Validation")
    browser.press("Esc")
    #expect(browser.selectedTitle == "REVISE")
  }

  @Test func clearingTheFilterKeepsTheSelectedEntry() {
    var browser = Scenario()
    browser.press("/ d a t a Enter j")
    let selected = browser.selectedTitle
    browser.press("Esc")
    #expect(browser.selectedTitle == selected)
  }

  @Test func arrowsMoveTheEntriesWhileTyping() {
    var browser = Scenario()
    browser.press("/ d a t a")
    let titles = browser.titles
    browser.press("Down")
    #expect(browser.selectedTitle == titles[1])
    #expect(browser.state.prompt != nil)
  }

  @Test func backspaceInAnEmptyPromptCancelsIt() {
    var browser = Scenario()
    browser.press("/ a Backspace Backspace")
    #expect(browser.state.prompt == nil)
    #expect(browser.titles.count == 8)
  }

  @Test func anInvalidFilterKeepsTheLastResult() throws {
    var browser = Scenario()
    browser.press("/")
    browser.type("tensor")
    browser.send(.pasted(" catgory:x"))
    #expect(browser.titles == ["TensorFlow Data Validation"])
    let error = try #require(browser.state.place.filterError)
    #expect(error.range.lowerBound == 7)
    browser.press("C-w")
    #expect(browser.state.place.filterError == nil)
  }

  @Test func pastedTextIsTypedAndNeverRunsCommands() {
    var browser = Scenario()
    browser.send(.pasted("q\nQ"))
    #expect(browser.takeEffects().isEmpty)
    browser.press("/")
    browser.send(.pasted("tensor\nflow"))
    #expect(browser.state.prompt?.line.text == "tensor flow")
    #expect(browser.takeEffects().isEmpty)
  }

  @Test func tabCompletesFieldsAndTheirValues() {
    var browser = Scenario()
    browser.press("/")
    browser.type("data is:ke")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text.hasPrefix("data is:kept") == true)
    #expect(browser.titles.isEmpty)
    browser.press("C-u")
    browser.type("sta")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "stars:")
  }

  @Test func keptEntriesCanBeAskedFor() {
    var browser = Scenario()
    browser.press("2 j b /")
    browser.type("is:kept")
    #expect(browser.titles == ["REVISE"])
  }

  @Test func filtersTypedBeforeComeBackWithUpOnAnEmptyLineOrControlP() {
    var browser = Scenario()
    for words in ["data", "tensor"] {
      browser.press("/")
      browser.type(words)
      browser.press("Enter Esc /")
      browser.press("Esc")
    }
    #expect(browser.remembered == ["data", "tensor"])
    browser.press("/ Up")
    #expect(browser.state.prompt?.line.text == "tensor")
    #expect(browser.titles == ["TensorFlow Data Validation"])
    browser.press("Up")
    #expect(browser.state.prompt?.line.text == "data")
    browser.press("Up")
    #expect(browser.state.prompt?.line.text == "data")
    browser.press("Down Down")
    #expect(browser.state.prompt?.line.text == "")
    #expect(browser.titles.count == 8)
    browser.type("x")
    browser.press("C-p")
    #expect(browser.state.prompt?.line.text == "tensor")
    browser.press("C-n")
    #expect(browser.state.prompt?.line.text == "x")
  }

  @Test func aRecalledFilterCanBeEdited() {
    var browser = Scenario()
    browser.press("/ d a t Enter Esc / Up a Down")
    #expect(browser.state.prompt?.line.text == "data")
    #expect(browser.selectedTitle == browser.titles[1])
  }

  @Test func withoutFiltersTypedBeforeUpMovesTheEntriesOnAnEmptyLine() {
    var browser = Scenario()
    browser.press("2 j / Up")
    #expect(browser.selectedTitle == browser.titles[1])
    #expect(browser.state.prompt?.line.text == "")
  }
}
