import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Keys that come before the answer to the filter that was typed with them.
struct WaitingTests {
  /// A browser in which a filter was typed and kept, and nothing has been found for it yet.
  private func awaiting(_ filter: String) -> Scenario {
    var browser = Scenario()
    browser.answersSearches = false
    browser.press("/")
    browser.type(filter)
    browser.press("Enter")
    return browser
  }

  @Test func oOpensWhatTheFilterFindsAndNotWhatStoodThereBefore() {
    var browser = awaiting("pytorch")
    browser.press("o")
    #expect(browser.takeEffects().isEmpty)
    browser.answersSearches = true
    #expect(
      browser.takeEffects() == [
        .open(url: "https://github.com/pytorch/lightning", opener: nil)
      ])
  }

  @Test func aCountAndTheKeysAfterItWaitInOrder() {
    var browser = awaiting("tensor")
    browser.press("2 o j y t")
    #expect(browser.takeEffects().isEmpty)
    browser.answersSearches = true
    #expect(
      browser.takeEffects() == [
        .open(url: "https://example.org/paper.pdf", opener: nil),
        .copy("TensorFlow Data Validation", name: "the title"),
      ])
  }

  @Test func aBookmarkIsThatOfTheEntryFound() {
    var browser = awaiting("pytorch")
    browser.press("b")
    #expect(browser.saved.isEmpty)
    browser.answersSearches = true
    #expect(browser.state.bookmarks.live.map(\.title) == ["PyTorch Lightning"])
  }

  @Test func escapeLetsGoOfWhatWaits() {
    var browser = awaiting("pytorch")
    browser.press("o Esc")
    browser.answersSearches = true
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.state.place.filter.isEmpty)
  }

  @Test func aFilterTypedAheadIsAwaitedInOrder() {
    var browser = awaiting("tensor")
    browser.press("o / C-u")
    browser.type("pytorch")
    browser.press("Enter o")
    browser.answersSearches = true
    #expect(
      browser.takeEffects() == [
        .open(url: "https://github.com/tensorflow/data-validation", opener: nil),
        .open(url: "https://github.com/pytorch/lightning", opener: nil),
      ])
  }

  @Test func movingDoesNotWait() {
    var browser = awaiting("tensor")
    browser.press("j j")
    #expect(browser.state.place.entries.cursor == 2)
  }
}
