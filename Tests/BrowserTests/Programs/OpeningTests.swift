import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

struct OpeningTests {
  @Test func oOpensTheMainLinkAndACountAnotherOne() {
    var browser = Scenario()
    browser.press("4 j o")
    #expect(
      browser.takeEffects() == [
        .open(url: "https://github.com/tensorflow/data-validation", opener: nil)
      ])
    browser.press("2 o")
    #expect(browser.takeEffects() == [.open(url: "https://example.org/paper.pdf", opener: nil)])
    browser.press("3 o")
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.state.message?.text == "there is no link 3: this entry has 2 links")
  }

  @Test func anEntryWithoutALinkIsNotOpened() {
    var browser = Scenario()
    browser.press("5 j o")
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.state.message?.text == "this entry has no link to open")
  }

  @Test func openWithOffersTheOpeners() {
    var browser = Scenario()
    browser.press("O j Enter")
    #expect(browser.takeEffects() == [.open(url: "https://aimstack.io", opener: 1)])
    browser.press("O q")
    #expect(browser.state.overlay == nil)
    #expect(browser.takeEffects().isEmpty)
  }

  @Test(arguments: [
    ("y y", "https://dl.acm.org/doi/10.1145/3453478"),
    ("y u", "https://dl.acm.org/doi/10.1145/3453478"), ("y t", "Understanding Software 2.0"),
    ("y m", "[Understanding Software 2.0](https://dl.acm.org/doi/10.1145/3453478)"),
  ])
  func copies(keys: String, text: String) {
    var browser = Scenario()
    browser.press("j " + keys)
    guard case .copy(let copied, _) = browser.takeEffects().first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(copied == text)
  }

  @Test func aMarkdownLinkEscapesWhatWouldEndIt() {
    var builder = CatalogBuilder()
    builder.append(
      Sample.list,
      entries: [Sample.entry("a] b", "https://x.org/(y) z", "", [], nil)])
    var browser = Scenario(catalog: builder.catalog())
    browser.press("y m")
    #expect(
      browser.takeEffects() == [
        .copy("[a\\] b](https://x.org/%28y%29%20z)", name: "the Markdown link")
      ])
  }
}
