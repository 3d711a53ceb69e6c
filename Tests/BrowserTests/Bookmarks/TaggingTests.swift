import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Tags: typed, completed, chosen in their pane, renamed.
struct TaggingTests {
  private func bookmark(_ name: String, _ tags: [String], later: Bool = false) -> Bookmark {
    Bookmark(
      url: "https://\(name).example", title: name, isBookmarked: !later, later: later, tags: tags,
      added: Timestamp(milliseconds: name.utf8.reduce(0) { $0 + Int($1) }),
      changed: Timestamp(milliseconds: 0))
  }

  private func browser(columns: Int = 120, rows: Int = 40) -> Scenario {
    Scenario(
      columns: columns, rows: rows,
      bookmarks: Bookmarks([
        bookmark("Kafka", ["streams", "ml infra"]), bookmark("Flink", ["streams"]),
        bookmark("Ray", ["ml infra", "reading"]), bookmark("Plain", []),
        bookmark("Soon", ["reading"], later: true),
      ]))
  }

  private func tags(_ browser: Scenario, _ name: String) -> [String]? {
    browser.file[LinkKey("https://\(name).example")]?.tags
  }

  @Test func aCommaAllowsTagsWithBlanks() {
    var browser = Scenario()
    browser.press("b t")
    browser.type("ml infra, reading")
    browser.press("Enter t")
    #expect(browser.file.live.first?.tags == ["ml infra", "reading"])
    // The line comes back as it was typed, and unchanged it changes nothing.
    #expect(browser.state.prompt?.line.text == "ml infra, reading")
    let saves = browser.saved.count
    browser.press("Enter")
    #expect(browser.saved.count == saves)
  }

  @Test func tabCompletesTheTagBeforeTheCursorTheMostFrequentFirst() {
    var browser = browser()
    browser.press("b t Tab")
    #expect(browser.state.prompt?.line.text == "ml infra,")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "reading")
    browser.press("C-u")
    browser.type("own st")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "own streams")
    browser.type(" ml in")
    browser.press("Tab Enter")
    #expect(
      browser.state.bookmarks[LinkKey("https://aimstack.io")]?.tags
        == ["own", "streams", "ml infra"])
  }

  @Test func completionLeavesWhatStandsBehindTheCursor() {
    var browser = browser()
    browser.press("b t")
    browser.type("stre last")
    for _ in 0..<5 { browser.press("Left") }
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "streams last")
    #expect(browser.state.prompt?.line.textBeforeCursor == "streams")
  }

  @Test func theTagsPaneOfTheBookmarksNarrowsThem() {
    var browser = browser()
    #expect(!browser.state.place.panes.contains(.tags))
    browser.press("g b h")
    while browser.state.place.focus != .tags { browser.press("Tab") }
    let rows = browser.state.place.tags.rows.map { "\($0.label) \($0.count)" }
    #expect(rows == ["All 4", "ml infra 2", "reading 1", "streams 2", "without tags 1"])
    browser.press("j")
    #expect(Set(browser.titles) == ["Kafka", "Ray"])
    // The counts of the other facets are those under the tag, its own are not.
    #expect(browser.state.place.tags.rows.map(\.count) == [4, 2, 1, 2, 1])
    browser.press("G")
    #expect(browser.titles == ["Plain"])
    browser.press("Esc")
    #expect(browser.titles.count == 4)
  }

  @Test func theChoiceOfATagStaysWhileItsBookmarksChange() {
    var browser = browser()
    browser.press("g b h")
    while browser.state.place.focus != .tags { browser.press("Tab") }
    browser.press("j l")
    #expect(browser.titles.count == 2)
    browser.press("b")
    #expect(browser.titles.count == 1)
    browser.press("b")
    // None has the tag any more: there is nothing to choose.
    #expect(Set(browser.titles) == ["Flink", "Plain"])
  }

  @Test func aTagIsATermOfTheQueryEverywhere() {
    var browser = browser()
    browser.press("g b /")
    browser.type("#\"ml infra\"")
    #expect(Set(browser.titles) == ["Kafka", "Ray"])
    browser.press("C-u")
    browser.type("tag:stre")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "tag:streams")
    #expect(Set(browser.titles) == ["Kafka", "Flink"])
    browser.press("Esc q b t")
    browser.type("ml")
    browser.press("Enter /")
    browser.type("#ml")
    #expect(browser.titles == ["Aim"])
  }

  @Test func aTagIsRenamedInAllBookmarksAtOnce() {
    var browser = browser()
    browser.press(":")
    browser.type("tag-rename str")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "tag-rename streams")
    browser.type(" streaming")
    browser.press("Enter")
    #expect(tags(browser, "Kafka") == ["streaming", "ml infra"])
    #expect(tags(browser, "Flink") == ["streaming"])
    #expect(
      browser.state.message?.text == "saved: tag streams renamed to streaming in 2 bookmarks")
    browser.press("u")
    #expect(tags(browser, "Kafka") == ["streams", "ml infra"])
    #expect(tags(browser, "Flink") == ["streams"])
  }

  @Test func aTagIsMergedIntoOneThatTheBookmarkHasAlready() {
    var browser = browser()
    browser.press(":")
    browser.type("tag-rename ml infra, streams")
    browser.press("Enter")
    #expect(tags(browser, "Kafka") == ["streams"])
    #expect(tags(browser, "Ray") == ["streams", "reading"])
    browser.press("u")
    #expect(tags(browser, "Kafka") == ["streams", "ml infra"])
  }

  @Test(arguments: [
    ("tag-rename ml", "give the old tag"), ("tag-rename ml new", "no bookmark has"),
  ])
  func anImpossibleRenameIsExplained(line: String, words: String) {
    var browser = browser()
    browser.press(":")
    browser.type(line)
    browser.press("Enter")
    #expect(browser.saved.isEmpty)
    #expect(browser.state.message?.text.contains(words) == true)
  }
}
