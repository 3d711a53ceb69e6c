import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Marking entries, so that a command applies to all of them.
struct MarkingTests {
  /// The titles of the rows with a sign that they are marked.
  private func marked(_ browser: Scenario) -> [String] {
    browser.titles.filter { title in
      browser.screen.contains { line in
        line.split(separator: "*", maxSplits: 1).dropFirst().contains { $0.contains(title) }
      }
    }
  }

  private func statusLine(_ browser: Scenario) -> String {
    browser.screen[browser.screen.count - 2]
  }

  @Test func spaceMarksAndMovesDown() {
    var browser = Scenario()
    browser.press("Space j Space")
    #expect(browser.selectedTitle == "PyTorch Lightning")
    #expect(marked(browser) == ["Aim", "REVISE"])
    #expect(statusLine(browser).contains("2 marked  8/8"))
    browser.press("k Space")
    #expect(marked(browser) == ["Aim"])
  }

  @Test func aCountMarksAsManyRows() {
    var browser = Scenario()
    browser.press("3 Space")
    #expect(marked(browser) == ["Aim", "Understanding Software 2.0", "REVISE"])
    browser.press("G 5 Space")
    #expect(statusLine(browser).contains("4 marked"))
  }

  @Test func aRangeIsShownWhileItGrowsAndStaysOnceItIsEnded() {
    var browser = Scenario()
    browser.press("j V j j")
    #expect(marked(browser).count == 3)
    #expect(statusLine(browser).contains("3 marked"))
    browser.press("k V j j j")
    #expect(marked(browser) == ["Understanding Software 2.0", "REVISE"])
  }

  @Test func aRangeGrowsUpwardAsWell() {
    var browser = Scenario()
    browser.press("3 j V k k V y t")
    #expect(
      browser.takeEffects() == [
        .copy("Understanding Software 2.0\nREVISE\nPyTorch Lightning", name: "3 titles")
      ])
  }

  @Test func escapeDropsAnOpenRangeFirstAndTheMarksLast() {
    var browser = Scenario()
    browser.press("Space V j / d a t a Enter")
    // The filter shows other rows: those in the range are marked.
    #expect(statusLine(browser).contains("3 marked"))
    browser.press("V Esc")
    #expect(statusLine(browser).contains("3 marked"))
    browser.press("Esc")
    #expect(browser.titles.count == 8)
    #expect(statusLine(browser).contains("3 marked"))
    browser.press("Esc")
    #expect(!statusLine(browser).contains("marked"))
    #expect(browser.takeEffects().isEmpty)
  }

  @Test func allInViewAreThoseThatTheFilterLeaves() {
    var browser = Scenario()
    browser.press("/ d a t a Enter C-a Esc")
    #expect(
      Set(marked(browser)) == ["REVISE", "TensorFlow Data Validation", "Café au Data"])
  }

  @Test func marksFollowTheirEntriesThroughAnotherOrder() {
    var browser = Scenario()
    browser.press("Space Space , n")
    #expect(Set(marked(browser)) == ["Aim", "Understanding Software 2.0"])
    browser.press(", D")
    #expect(Set(marked(browser)) == ["Aim", "Understanding Software 2.0"])
  }

  @Test func aMarkIsOfALinkWhicheverListShowsIt() {
    var browser = Scenario(catalog: Sample.twoLists)
    // By date the entry of the other list represents both, by title that of the first.
    browser.press("Space , n")
    #expect(browser.titles.first == "A talk without a link")
    #expect(marked(browser) == ["Aim"])
  }

  @Test func marksAreDroppedWhereTheirPlaceIsLeft() {
    var browser = Scenario()
    browser.press("b Space g b")
    #expect(!statusLine(browser).contains("marked"))
    browser.press("Space q")
    #expect(!statusLine(browser).contains("marked"))
  }

  @Test func marksFollowIntoANewerCatalog() {
    var browser = Scenario()
    browser.press("Space 4 j Space")
    var builder = CatalogBuilder()
    builder.append(
      Sample.list,
      entries: [Sample.entry("New", "https://new.example", "", [], "2023-01-01")] + Sample.entries)
    browser.send(.catalogLoaded(builder.catalog(), checked: nil))
    #expect(marked(browser) == ["Aim", "A talk without a link"])
  }
}
