import Browser
import BrowserScenario
import HeadlessBrowser
import PageLayout
import Testing

/// Finding text in a page.
struct PageFindTests {
  private func browser(_ markdown: String, columns: Int = 120) -> Scenario {
    var browser = Scenario(columns: columns)
    browser.page = { Sample.contents($0, $1, of: markdown) }
    browser.press("v g g")
    return browser
  }

  private func found(_ text: String, in browser: Scenario) -> String? {
    var browser = browser
    browser.press("/")
    browser.type(text)
    return browser.state.message?.text
  }

  /// The texts that are highlighted, line by line.
  private func highlighted(_ browser: Scenario) -> [String] {
    guard let page = browser.state.page, let piece = page.page.laid(0) else { return [] }
    return piece.lines.indices.flatMap { line in
      page.matches(on: PagePosition(piece: 0, line: line)).map { range in
        let text = Array(piece.text(ofLine: line))
        return String(decoding: text[range], as: UTF8.self)
      }
    }
  }

  @Test func itIsFoundAcrossTheEndOfALine() {
    var splits = 0
    for count in 4...14 {
      let words = Array(repeating: "word", count: count).joined(separator: " ")
      var browser = browser("# A\n\n- \(words) split here\n\n> \(words) split here\n", columns: 80)
      browser.press("/")
      browser.type("split here")
      #expect(browser.state.message?.text == "1 of 2")
      if highlighted(browser) == ["split", "here", "split", "here"] { splits += 1 }
    }
    #expect(splits > 0)
  }

  @Test func itIsFoundInsideACellAndNotAcrossCells() {
    let long = Array(repeating: "long words", count: 12).joined(separator: " ")
    let browser = browser("| A | B |\n|---|---|\n| x \(long) end y | first \(long) |\n")
    #expect(found("end y", in: browser) == "1 of 1")
    #expect(found("words long words long", in: browser) == "1 of 10")
    #expect(found("y first", in: browser) == "not found: y first")
  }

  @Test func itIsFoundAsTheFilterFolds() {
    let browser = browser("# Café\n\nNaïve cafe, CAFE\n")
    #expect(found("cafe", in: browser) == "1 of 3")
    #expect(found("naive", in: browser) == "1 of 1")
    #expect(found("CAFE", in: browser) == "1 of 1")
  }

  @Test func nAndNTakeCountsAndGoRoundTheEnd() {
    var browser = browser("# A\n\n" + (1...5).map { "word \($0)\n\n" }.joined())
    browser.press("/ w o r d Enter")
    #expect(browser.state.message == nil)
    browser.press("2 n")
    #expect(browser.state.message?.text == "3 of 5")
    browser.press("3 n")
    #expect(browser.state.message?.text == "1 of 5")
    browser.press("2 N")
    #expect(browser.state.message?.text == "4 of 5")
  }

  @Test func twoMatchesOnALineAreTwo() {
    var browser = browser("a word and a word\n\nword\n")
    browser.press("/ w o r d Enter n")
    #expect(browser.state.message?.text == "2 of 3")
    browser.press("n")
    #expect(browser.state.message?.text == "3 of 3")
  }

  /// The same text is found however narrow the page is.
  @Test(arguments: [24, 31, 40, 66, 100])
  func theWidthOfThePageChangesNoCount(columns: Int) {
    let markdown = """
      # A heading with a needle in hay

      - an item with a needle in hay
        - and one more needle in hay, 针在 needle in hay

      > quoted needle in hay

      | Cell | Other |
      |---|---|
      | a needle in hay | needle in hay |
      """
    #expect(found("needle in hay", in: browser(markdown, columns: columns)) == "1 of 7")
  }

  @Test func thePageSaysItsOwnKeys() {
    var browser = browser("# A\n")
    #expect(browser.screen.last?.contains("/ find") == true)
    browser.press("?")
    let find = browser.screen.first { $0.contains(":find") }
    #expect(find?.contains("In a page") == true && find?.contains(" / ") == true)
    browser.press("/ n e x t - s e c")
    #expect(browser.screen.contains { $0.contains("}") && $0.contains(":next-section") })
    browser.press("Enter")
    #expect(browser.state.overlay == nil && browser.state.page != nil)
  }

  @Test func outsideAPageItsKeysAreListedToo() {
    var browser = Scenario()
    browser.press("? / s c r o l l - r")
    #expect(browser.screen.contains { $0.contains("zl") && $0.contains(":scroll-right") })
  }
}
