import Browser
import BrowserScenario
import HeadlessBrowser
import TerminalEvents
import Testing

struct MovementTests {
  @Test func newestEntriesComeFirstAndUndatedOnesLast() {
    let browser = Scenario()
    #expect(browser.titles.first == "Aim")
    #expect(browser.titles.last == "Old Paper")
    #expect(browser.selectedTitle == "Aim")
  }

  @Test(arguments: [
    ("j", "Understanding Software 2.0"), ("Down", "Understanding Software 2.0"),
    ("C-n", "Understanding Software 2.0"), ("j j k", "Understanding Software 2.0"),
    ("3 j", "PyTorch Lightning"), ("G", "Old Paper"), ("End", "Old Paper"), ("G g g", "Aim"),
    ("G Home", "Aim"), ("3 G", "REVISE"), ("9 9 j", "Old Paper"), ("k", "Aim"),
    ("1 0 G", "Old Paper"), ("4 g g", "PyTorch Lightning"),
  ])
  func keysMoveTheCursor(keys: String, title: String) {
    var browser = Scenario()
    browser.press(keys)
    #expect(browser.selectedTitle == title)
  }

  @Test func aPageIsWhatThePaneShows() {
    var browser = Scenario(columns: 80, rows: 16)
    let page = browser.state.layout.contentRows(.entries)
    browser.press("C-d")
    #expect(browser.state.place.entries.cursor == page / 2)
    browser.press("g g C-f")
    #expect(browser.state.place.entries.cursor == min(7, page - 1))
  }

  @Test func theSelectionStaysOnTheEntryWhenTheOrderChanges() {
    var browser = Scenario()
    browser.press("2 j , n")
    #expect(browser.selectedTitle == "REVISE")
    #expect(browser.titles.first == "A talk without a link")
    browser.press(", N")
    #expect(browser.titles.first == "Understanding Software 2.0")
    browser.press(", s")
    #expect(browser.titles.first == "PyTorch Lightning")
    #expect(browser.selectedTitle == "REVISE")
  }

  @Test func theSelectionSurvivesEverySize() {
    var browser = Scenario()
    browser.press("3 j")
    for (columns, rows) in [(200, 50), (40, 12), (1, 1), (24, 6), (80, 24), (500, 200)] {
      browser.send(.resized(.init(columns: columns, rows: rows)))
      #expect(browser.selectedTitle == "PyTorch Lightning")
      #expect(browser.screen.count == rows)
    }
  }

  @Test func anUnboundKeyIsReported() {
    var browser = Scenario()
    browser.press("x")
    #expect(browser.state.message?.kind == .error)
    browser.press("g x")
    #expect(browser.state.pendingKeys.isEmpty)
    #expect(browser.state.message?.text.contains("g") == true)
  }

  @Test func theDetailScrollsFromTheEntries() {
    var browser = Scenario(columns: 80, rows: 20)
    browser.press("4 j J")
    #expect(browser.state.place.detailTop == 1)
    browser.press("K K")
    #expect(browser.state.place.detailTop == 0)
    browser.press("9 9 J")
    let last = browser.state.metrics.detailRows - browser.state.layout.contentRows(.detail)
    #expect(browser.state.place.detailTop == last)
    browser.press("j")
    #expect(browser.state.place.detailTop == 0)
  }
}
