import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// `:publish`, and the line by which newsboat reads a list.
struct PublishingTests {
  @Test func publishWritesIntoTheFolderThatIsNamed() {
    var browser = Scenario()
    browser.press(":")
    browser.type("publish ~/site")
    browser.press("Enter")
    #expect(browser.effects == [.publish(folder: "~/site")])
    #expect(browser.state.message?.text == "publishing into ~/site")
  }

  @Test func publishWithoutAFolderAsksForOne() {
    var browser = Scenario()
    browser.press(":")
    browser.type("publish")
    browser.press("Enter")
    #expect(browser.effects.isEmpty)
    #expect(browser.state.prompt?.line == LineEditor("publish "))
  }

  @Test func publishWithoutAFolderTakesThatOfTheSettings() {
    var browser = Scenario()
    browser.press(":")
    browser.type("set publish.directory ~/site")
    browser.press("Enter :")
    browser.type("publish")
    browser.press("Enter")
    #expect(browser.effects == [.publish(folder: "~/site")])
  }

  @Test func yfCopiesTheLineOfTheListsFeed() {
    var browser = Scenario()
    browser.press("y f")
    #expect(
      browser.effects == [
        .copy(#""exec:awl feed me/awesome-sample""#, name: "the feed's line for newsboat")
      ])
  }

  @Test func yfInAPageIsForItsLinks() {
    var browser = Scenario()
    browser.page = { Sample.contents($0, $1) }
    browser.press("v y f")
    let copies = browser.effects.contains {
      if case .copy = $0 { true } else { false }
    }
    #expect(!copies && browser.state.page != nil)
  }

  /// newsboat passes the line to a shell.
  @Test(arguments: ["a/b;rm -rf ~", "a/$(id)", "-x", "a/b c", "a/\"b\"", "a/`b`", "é/b", ""])
  func noListsNameActsInAShell(name: String) {
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID(name), title: "A"),
      entries: [Entry(title: "E", url: "https://e.example")])
    var browser = Scenario(catalog: builder.catalog())
    browser.press("y f")
    #expect(browser.effects.isEmpty)
    #expect(browser.state.message?.text == "the name of this list is unsafe in a shell's line")
  }
}
