import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Messages and progress.
struct MessagesTests {
  @Test func messagesAreShownWithTheirTimes() {
    var browser = Scenario(columns: 80, rows: 24)
    browser.now = Timestamp(milliseconds: (19_500 * 86_400 + 3_723) * 1_000)
    browser.send(.message(Message(.information, "first")))
    browser.send(.message(Message(.information, "first")))
    browser.press("x")
    browser.now = Timestamp(milliseconds: (19_500 * 86_400 + 86_399) * 1_000)
    browser.send(.message(Message(.error, "last " + String(repeating: "long ", count: 30))))
    browser.press("g m")
    let screen = browser.screen
    #expect(screen[1].contains("Messages") && screen[1].contains(" 3 "))
    #expect(screen[2] == " 01:02:03  first")
    #expect(screen[3].hasPrefix(" 01:02:03  x does nothing here"))
    #expect(screen[4].hasPrefix(" 23:59:59  last long long"))
    #expect(screen[5].hasPrefix("           long"), "a message is shown whole")
    browser.press("q")
    #expect(browser.state.overlay == nil)
  }

  @Test func theTimeIsThatOfTheReadersClock() {
    var browser = Scenario(columns: 80, rows: 24)
    browser.set(secondsAheadOfUTC: -7_200)
    browser.now = Timestamp(milliseconds: 19_500 * 86_400 * 1_000)
    browser.send(.message(Message(.information, "hello")))
    browser.press("g m")
    #expect(browser.screen[2] == " 22:00:00  hello")
  }

  @Test func ofManyMessagesTheLastOnesStayAndTheCursorReachesAll() {
    var browser = Scenario(columns: 80, rows: 24)
    for number in 0..<1_200 { browser.send(.message(Message(.information, "message \(number)"))) }
    browser.press("g m")
    #expect(browser.screen.contains { $0.contains("message 1199") })
    browser.press("g g")
    #expect(browser.screen[2].hasSuffix("message 700"))
    browser.press("C-f C-f")
    #expect(!browser.screen[2].hasSuffix("message 700"))
    browser.press("G y y")
    #expect(browser.takeEffects() == [.copy("message 1199", name: "the message")])
  }

  @Test func withoutMessagesItSaysSo() {
    var browser = Scenario(columns: 80, rows: 24)
    browser.press("g m j k G g g")
    #expect(browser.screen[2].contains("Nothing was said yet"))
  }

  @Test func progressShowsTheRateAndTheTimeLeft() {
    var browser = Scenario(columns: 120, rows: 40)
    let start = browser.now.milliseconds
    browser.send(.syncing(SyncProgress(done: 0, total: 465, subject: "a/b")))
    #expect(browser.screen[38].contains("syncing 0/465  8/8"))
    browser.now = Timestamp(milliseconds: start + 10_000)
    browser.send(.syncing(SyncProgress(done: 30, total: 465, subject: "a/b")))
    #expect(browser.screen[38].contains("syncing 30/465, 3/s, 2 min left  8/8"))
    #expect(browser.state.work?.percent == 6)
    browser.send(.syncing(nil))
    #expect(!browser.screen[38].contains("syncing"))
    #expect(browser.state.work == nil)
  }

  @Test func aNarrowScreenShowsOnlyTheProgress() {
    var browser = Scenario(columns: 80, rows: 24)
    let start = browser.now.milliseconds
    browser.send(.working(WorkStep(.publishing, done: 1, total: 100, subject: "site")))
    browser.now = Timestamp(milliseconds: start + 60_000)
    browser.send(.working(WorkStep(.publishing, done: 31, total: 100, subject: "site")))
    #expect(browser.screen[22].contains("publishing 31 %  8/8"))
    browser.send(.working(nil))
    #expect(!browser.screen[22].contains("publishing"))
  }

  @Test(arguments: [
    (30, 435, 10_000, "3/s, 2 min left"), (2, 10, 4_000, "30/min, 20 s left"),
    (100, 5_000, 100_000, "1/s, 1 h 23 min left"), (5_000, 0, 10_000, "500/s, 0 s left"),
  ])
  func ratesAreWords(done: Int, left: Int, milliseconds: Int, words: String) {
    #expect(WorkRate(done: done, left: left, milliseconds: milliseconds)?.description == words)
  }

  @Test(arguments: [(1, 10, 5_000), (10, 10, 1_999), (5, -1, 5_000), (-5, 10, 5_000)])
  func ofTooLittleNoRateIsSaid(done: Int, left: Int, milliseconds: Int) {
    #expect(WorkRate(done: done, left: left, milliseconds: milliseconds) == nil)
  }
}
