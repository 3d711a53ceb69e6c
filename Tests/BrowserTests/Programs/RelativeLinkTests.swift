import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// `o` and `y` on an entry whose link is relative to its list.
struct RelativeLinkTests {
  private func browser(_ base: RelativeLinks?, link: String = "docs/file.md") -> Scenario {
    var list = Sample.list
    list.relativeLinks = base
    var builder = CatalogBuilder()
    builder.append(list, entries: [Sample.entry("Rel", link, "", [], nil)])
    return Scenario(catalog: builder.catalog())
  }

  private let gitHub = RelativeLinks(
    root: "https://github.com/o/n", branch: "main", file: "README.md")
  private let disk = RelativeLinks(root: "/home/u/list", branch: "", file: "README.md")

  @Test func aLinkOfARepositoryOpensThePageOfItsHost() {
    var browser = browser(gitHub)
    browser.press("o")
    let page = "https://github.com/o/n/blob/main/docs/file.md"
    #expect(browser.takeEffects() == [.open(url: page, opener: nil)])
    browser.press("y y")
    #expect(browser.takeEffects() == [.copy(page, name: "the URL")])
  }

  @Test func aFileOnDiskIsShownAndNotOpened() {
    var browser = browser(disk)
    browser.press("o")
    #expect(browser.takeEffects().isEmpty)
    #expect(
      browser.state.message?.text
        == "/home/u/list/docs/file.md is a file on this disk: y u copies its path")
    browser.press("O")
    #expect(browser.state.overlay == nil)
    browser.press("y u")
    #expect(browser.takeEffects() == [.copy("/home/u/list/docs/file.md", name: "the URL")])
  }

  @Test func anAbsoluteLinkIsOpenedAsItWasWritten() {
    for base in [gitHub, disk, nil] {
      var browser = browser(base, link: "https://a.org/x")
      browser.press("o")
      #expect(browser.takeEffects() == [.open(url: "https://a.org/x", opener: nil)])
    }
  }
}
