import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import ListSearch
import TerminalEvents
import Testing

/// `awl pick`: entries are chosen for another program.
struct PickingTests {
  private func picker(filter: String = "") -> Scenario {
    var browser = Scenario()
    browser.startPicking(filter: filter)
    return browser
  }

  @Test func enterPicksWhatIsUnderTheCursorWhileTyping() {
    var browser = picker()
    browser.type("tensor")
    browser.press("Enter")
    #expect(browser.takeEffects() == [.pick(["https://github.com/tensorflow/data-validation"])])
  }

  @Test func tabMarksSeveralAndEnterPrintsThemInOrder() {
    var browser = picker()
    browser.press("Down Tab S-Tab")
    #expect(browser.selectedTitle == browser.titles[1])
    #expect(browser.screen.contains { $0.contains("2 marked  8/8") })
    #expect(browser.screen.contains { $0.contains("│*   REVISE") || $0.contains("│* ") })
    browser.press("Enter")
    #expect(
      browser.takeEffects() == [
        .pick(["https://dl.acm.org/doi/10.1145/3453478", "https://github.com/princeton/revise"])
      ])
  }

  @Test func aSecondTabTakesTheMarkAway() {
    var browser = picker()
    browser.press("Tab Up Tab Up Enter")
    #expect(browser.takeEffects() == [.pick(["https://aimstack.io"])])
    #expect(!browser.screen.contains { $0.contains("marked") })
  }

  @Test func marksStayWhenAnotherFilterIsTyped() {
    var browser = picker(filter: "aim")
    browser.press("Tab C-u")
    browser.type("tensor")
    browser.press("Tab Enter")
    #expect(
      browser.takeEffects() == [
        .pick(["https://aimstack.io", "https://github.com/tensorflow/data-validation"])
      ])
  }

  @Test(arguments: ["Esc", "C-c", "Backspace"])
  func anEmptyPromptCloses(key: String) {
    var browser = picker()
    browser.press(key)
    #expect(browser.takeEffects() == [.quit])
  }

  @Test func escapeClearsWhatIsTypedAndThenLeaves() {
    var browser = picker()
    browser.type("data")
    browser.press("Esc")
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.titles.count == 8 && browser.state.prompt == nil)
    browser.press("j Space Enter")
    #expect(
      browser.takeEffects() == [.pick(["https://dl.acm.org/doi/10.1145/3453478"])])
    // The mark is dropped first.
    browser.press("Esc")
    #expect(browser.takeEffects().isEmpty)
    browser.press("Esc")
    #expect(browser.takeEffects() == [.quit])
  }

  @Test func enterOnNothingThatMatchesPicksNothing() {
    var browser = picker()
    browser.type("zzzzz")
    browser.press("Enter")
    #expect(browser.takeEffects() == [.pick([])])
  }

  @Test func anEntryWithoutALinkAndAFilterThatIsWrongAreNotPicked() {
    var browser = picker(filter: "recorded")
    browser.press("Enter Tab")
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.state.message?.kind == .error)
    browser.press("C-u")
    browser.send(.pasted("catgory:x"))
    browser.press("Enter")
    #expect(browser.takeEffects().isEmpty)
  }

  /// In a large catalog the result may come after Enter, which must not act on the previous rows.
  @Test func enterWaitsForTheResultOfTheTypedFilter() throws {
    var state = Scenario().state
    state.startPicking()
    let time = EventTime(now: .init(milliseconds: 0))
    var search: BrowserEffect?
    for letter in "tensor".unicodeScalars {
      search = state.handle(.key(KeyEvent(letter)), at: time).first
    }
    #expect(state.handle(.key(KeyEvent(.enter)), at: time).isEmpty)
    guard case .search(let request, let place, let generation) = try #require(search) else {
      return #expect(Bool(false), "a search was due")
    }
    let result = try #require(Searcher(Sample.catalog).search(request))
    #expect(
      state.handle(.found(result, place: place, generation: generation), at: time)
        == [.pick(["https://github.com/tensorflow/data-validation"])])
  }

  @Test func outsideOfPickItsCommandsSaySo() {
    var browser = Scenario()
    browser.press(":")
    browser.type("mark-down")
    browser.press("Enter")
    #expect(browser.state.message?.text == ":mark-down works in awl pick only")
    browser.press("Enter")
    #expect(browser.state.place.focus == .detail)
  }
}
