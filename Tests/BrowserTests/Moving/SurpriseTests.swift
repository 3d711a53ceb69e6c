import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TestSupport
import Testing

struct SurpriseTests {
  /// The titles that the given number of random picks shows.
  private func randomPicks(_ count: Int, _ browser: inout Scenario, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      browser.seed = random.next()
      browser.press("g s")
      return browser.selectedTitle ?? ""
    }
  }

  @Test(arguments: 0..<40)
  func noEntryRepeatsBeforeAllWereShown(seed: UInt64) {
    var browser = Scenario(catalog: Sample.twoLists)
    let count = browser.titles.count
    let first = randomPicks(count, &browser, seed: seed)
    #expect(Set(first).count == count)
    #expect(browser.state.message == nil)
    let second = randomPicks(count - 1, &browser, seed: seed + 1_000)
    #expect(Set(second).count == count - 1)
    #expect(second.first != first.last)
  }

  @Test func thatAllWereShownIsReported() {
    var browser = Scenario(catalog: Sample.catalog)
    _ = randomPicks(9, &browser, seed: 3)
    #expect(browser.state.message?.text == "all of these were shown: starting over")
  }

  @Test func entriesShownElsewhereDoNotRepeatUnderAFilter() {
    var browser = Scenario(catalog: Sample.catalog)
    let shown = randomPicks(7, &browser, seed: 5)
    let left = Set(Sample.entries.map(\.title)).subtracting(shown)
    browser.press("h")
    #expect(Set(randomPicks(1, &browser, seed: 6)) == left)
  }

  @Test func mustReadsAndStarsComeALittleMoreOften() {
    var counts: [String: Int] = [:]
    let rounds = 1_200
    for seed in 0..<rounds {
      var browser = Scenario(catalog: Sample.catalog)
      counts[randomPicks(1, &browser, seed: UInt64(seed))[0], default: 0] += 1
    }
    let mustRead = counts["PyTorch Lightning"] ?? 0
    let plain = counts["Aim"] ?? 0
    #expect(mustRead > plain * 3 / 2)
    #expect(mustRead < plain * 5)
    #expect(counts.count == 8)
  }

  @Test func controlOLeadsBackToWhereOneWas() {
    var browser = Scenario(catalog: Sample.catalog)
    browser.press("j j")
    browser.seed = 1
    browser.press("g s")
    browser.seed = 2
    browser.press("g s C-o C-o")
    #expect(browser.selectedTitle == "REVISE")
  }
}
