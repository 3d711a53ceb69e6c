import Browser
import BrowserScenario
import HeadlessBrowser
import PageLayout
import Testing

/// Finding text that closed `<details>` hide.
struct PageHiddenFindTests {
  private static let page = """
    # A list

    needle above

    <details>
    <summary>Outer needle</summary>

    - first needle

    <details><summary>Inner</summary>

    ```
    code
    last needle
    ```

    </details>

    needle behind the inner ones

    </details>

    needle below
    """

  private func browser(_ markdown: String = page) -> Scenario {
    var browser = Scenario()
    browser.page = { Sample.contents($0, $1, of: markdown) }
    browser.press("v g g")
    return browser
  }

  private func shown(_ browser: Scenario) -> String { browser.screen.joined(separator: "\n") }

  /// The text of the line that the cursor is on.
  private func line(_ browser: Scenario) -> String {
    guard let page = browser.state.page, let piece = page.page.laid(page.cursor.piece) else {
      return ""
    }
    return String(decoding: piece.text(ofLine: page.cursor.line), as: UTF8.self)
  }

  @Test func nVisitsThemInPageOrder() {
    var browser = browser()
    #expect(!shown(browser).contains("first needle"))
    browser.press("/ n e e d l e")
    #expect(browser.state.message?.text == "1 of 6")
    browser.press("Enter")
    for (number, text) in [
      "Outer needle", "• first needle", "last needle", "needle behind the inner ones",
      "needle below", "needle above",
    ].enumerated() {
      browser.press("n")
      #expect(line(browser).hasSuffix(text), "\(line(browser))")
      #expect(browser.state.message?.text == "\(number == 5 ? 1 : number + 2) of 6")
    }
    // A section that was jumped to stays open.
    #expect(shown(browser).contains("last needle"))
  }

  @Test func capitalNGoesThroughThemBackwards() {
    var browser = browser()
    browser.press("/ n e e d l e Enter")
    for text in [
      "needle below", "behind the inner ones", "last needle", "first needle", "Outer needle",
    ] {
      browser.press("N")
      #expect(line(browser).hasSuffix(text), "\(line(browser))")
    }
  }

  /// What opens while a text is typed closes again when more is typed or the text is given up.
  @Test func typingOnOpensNothing() {
    var browser = browser()
    browser.press("/ f i r s t")
    #expect(shown(browser).contains("first needle"))
    browser.press("C-w")
    browser.type("below")
    #expect(!shown(browser).contains("first needle") && line(browser) == "needle below")
    browser.press("C-w")
    browser.type("last")
    #expect(shown(browser).contains("last needle"))
    browser.press("Esc")
    #expect(!shown(browser).contains("first needle") && line(browser) == "A list")
    browser.press("/ l a s t Enter")
    #expect(line(browser).hasSuffix("last needle"))
  }

  @Test func aSearchFromTheSummaryGoesInside() {
    var browser = browser()
    browser.press("/ o u t e r Enter")
    browser.press("/ n e e d l e Enter n")
    #expect(line(browser) == "• first needle")
  }

  @Test func withoutAMatchNothingOpens() {
    var browser = browser()
    browser.press("/")
    browser.type("nothing such")
    #expect(browser.state.message?.text == "not found: nothing such")
    #expect(!shown(browser).contains("first needle"))
  }
}
