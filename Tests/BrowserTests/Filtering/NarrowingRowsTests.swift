import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TestSupport
import Testing

/// `f` narrows the rows of a facet pane, those under closed headings too.
struct NarrowingRowsTests {
  private func rows(_ browser: Scenario, _ pane: Pane = .categories) -> [String] {
    browser.state.place.shownRows(of: pane).rows.map {
      "\(String(repeating: " ", count: $0.depth))\($0.label) \($0.count)"
    }
  }

  private func label(_ browser: Scenario, _ pane: Pane = .categories) -> String? {
    let (rows, cursor, _) = browser.state.place.shownRows(of: pane)
    return rows.indices.contains(cursor) ? rows[cursor].label : nil
  }

  @Test func rowsNarrowWhileTyping() {
    var browser = Scenario()
    browser.press("h f")
    #expect(rows(browser).count == 5)
    browser.type("t")
    #expect(rows(browser) == ["Talks 2", "Tooling 4"])
    browser.type("al")
    #expect(rows(browser) == ["Talks 2"])
    #expect(browser.titles.count == 8, "the entries stay until Enter")
    #expect(browser.screen.contains { $0.contains("rows: tal") })
  }

  @Test func aRowUnderAClosedHeadingIsFoundWithItsParents() {
    var browser = Scenario()
    browser.press("h j j j h")
    #expect(!rows(browser).contains(" Frameworks 2"))
    browser.press("f")
    browser.type("FRÄME")
    #expect(rows(browser) == ["Tooling 4", " Frameworks 2"])
    #expect(label(browser) == "Frameworks", "the cursor is on what matches")
    browser.press("Enter")
    #expect(
      browser.state.place.categories.chosen == .category(CategoryPath(["Tooling", "Frameworks"])))
    #expect(rows(browser).count == 5, "all rows are back")
    #expect(label(browser) == "Frameworks")
    #expect(browser.titles == ["PyTorch Lightning", "TensorFlow Data Validation"])
    #expect(browser.state.place.focus == .categories)
    browser.press("C-o")
    #expect(browser.titles.count == 4, "the way back leads to what was chosen before")
  }

  @Test func escapeBringsAllBack() {
    var browser = Scenario()
    browser.press("f")
    browser.type("gov")
    #expect(rows(browser) == ["Governance 2"])
    browser.press("Esc")
    #expect(rows(browser).count == 5)
    #expect(browser.titles.count == 8)
    #expect(browser.state.place.focus == .entries, "where f was pressed")
  }

  @Test func theCursorMovesAmongTheRowsThatAreLeft() {
    var browser = Scenario()
    browser.press("h f")
    browser.type("t")
    browser.press("Down")
    #expect(label(browser) == "Tooling")
    browser.press("Down Down Down Up")
    #expect(label(browser) == "Talks")
    browser.press("Enter")
    #expect(browser.titles == ["A talk without a link", "Café au Data"])
  }

  @Test func wordsMayStandInAnyOrder() {
    var browser = Scenario(catalog: Self.many)
    browser.press("h f")
    browser.type("x16998 kafka")
    #expect(rows(browser) == ["kafka-x16998 1"])
  }

  @Test func nothingThatMatchesIsSaidAndStays() {
    var browser = Scenario()
    browser.press("h f")
    browser.type("qqq")
    #expect(rows(browser).isEmpty)
    browser.press("Enter")
    #expect(browser.state.message?.text == "no row has that: Esc shows all")
    #expect(browser.state.prompt != nil)
    browser.press("Esc")
    #expect(rows(browser).count == 5)
  }

  @Test func datesAndListsNarrowToo() {
    var browser = Scenario(catalog: Sample.threeLists)
    browser.press("g h f")
    browser.type("awesome-go")
    #expect(rows(browser, .lists) == ["Languages 2", " a/awesome-go 1", " b/awesome-go 1"])
    browser.press("Down Enter")
    #expect(browser.titles == ["Entry of b/awesome-go"])
    browser = Scenario()
    browser.press("h Tab f")
    #expect(browser.state.place.rowFilter?.pane == .dates)
    browser.type("2021 may")
    browser.press("Esc")
    #expect(browser.state.place.rowFilter == nil)
  }

  @Test func aFilterUnderTheRowsStays() {
    var browser = Scenario()
    browser.press("/")
    browser.type("data")
    browser.press("Enter h f")
    browser.type("o")
    #expect(rows(browser).allSatisfy { !$0.hasSuffix(" 0") })
    #expect(browser.state.place.filter == "data")
    browser.press("Enter")
    #expect(browser.state.place.filter == "data")
  }

  /// Each letter takes a pass over the labels: ten times as many take about ten times as long, and
  /// not a hundred times.
  @Test func seventeenThousandCategoriesNarrowWithoutLag() {
    func time(_ catalog: Catalog, _ count: Int) -> Double {
      var browser = Scenario(catalog: catalog)
      browser.press("h f")
      #expect(rows(browser).count == count + 1)
      let time = threadSeconds { browser.type("kafka-x\(count - 1)") }
      #expect(label(browser) == "kafka-x\(count - 1)")
      return time
    }
    let few = time(Self.catalog(categories: 1_700), 1_700)
    let many = time(Self.many, 17_000)
    #expect(many < few * 40, "\(few) \(many)")
  }

  private static let many = catalog(categories: 17_000)

  private static func catalog(categories: Int) -> Catalog {
    var builder = CatalogBuilder()
    builder.append(
      Sample.list,
      entries: (0..<categories).map {
        Sample.entry("Entry \($0)", "https://\($0).example", "", ["kafka-x\($0)"], nil)
      })
    return builder.catalog()
  }
}
