import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Undo and redo with other windows on the same file, and its description.
struct UndoTests {
  private static let key = LinkKey("https://aimstack.io")

  /// What another window does to the bookmark of the first entry.
  private func elsewhere(_ browser: inout Scenario, _ fields: BookmarkField...) {
    browser.file.apply(.set(Self.key, fields, at: browser.now))
  }

  @Test func undoLeavesWhatAnotherWindowAdded() throws {
    var browser = Scenario()
    browser.press("b")
    elsewhere(&browser, .later(true))
    browser.press("u")
    let bookmark = try #require(browser.state.bookmarks[Self.key])
    #expect(bookmark.later && !bookmark.isBookmarked)
    #expect(browser.state.message?.text == "saved: undone: bookmarked")
    browser.press("C-r")
    #expect(browser.state.bookmarks[Self.key]?.isBookmarked == true)
  }

  @Test func aBookmarkThatAnotherWindowWroteToStays() throws {
    var browser = Scenario()
    browser.press("b")
    elsewhere(&browser, .note("theirs"))
    browser.press("u")
    #expect(browser.state.bookmarks[Self.key]?.note == "theirs")
    #expect(
      browser.state.message?.text
        == "not undone: bookmarked; changed elsewhere since, so it stays bookmarked")
  }

  @Test(arguments: [
    ("e", BookmarkField.tags(["theirs"])), ("t", .note("theirs")), ("U", .note("theirs")),
  ])
  func undoOfOneFieldLeavesTheOthers(key: String, theirs: BookmarkField) throws {
    var browser = Scenario()
    browser.press("b \(key)")
    if key != "U" {
      browser.type("mine")
      browser.press("Enter")
    }
    elsewhere(&browser, theirs)
    browser.press("u")
    let bookmark = try #require(browser.state.bookmarks[Self.key])
    #expect(bookmark.field(theirs.kind) == theirs)
    #expect(bookmark.read == nil)
    #expect(bookmark.note != "mine" && bookmark.tags != ["mine"])
  }

  @Test func theOriginOfEachValueIsShown() {
    var browser = Scenario()
    browser.press("b e")
    browser.type("mine")
    browser.press("Enter")
    elsewhere(&browser, .note("theirs"))
    browser.press("u")
    #expect(browser.state.bookmarks[Self.key]?.note == "theirs")
    #expect(
      browser.state.message?.text == #"not undone: note; noted "theirs" elsewhere, which was kept"#)
    #expect(browser.state.message?.kind == .error)
    browser.press("C-r")
    #expect(browser.state.bookmarks[Self.key]?.note == "theirs")
  }

  @Test func undoGivesBackWhatAnotherWindowHadWritten() {
    var browser = Scenario()
    browser.press("b")
    // This screen does not know of it when its own note overwrites it.
    elsewhere(&browser, .note("theirs"))
    browser.press("e")
    browser.type("mine")
    browser.press("Enter u")
    #expect(browser.state.bookmarks[Self.key]?.note == "theirs")
  }

  @Test(arguments: ["e", "t", "s", "U"])
  func bookmarksLostFromTheFileAreRestoredWhole(key: String) throws {
    var browser = Scenario()
    browser.press("b e")
    browser.type("before")
    browser.press("Enter")
    let file = browser.file
    var removed = file
    removed.apply(.remove(Self.key, at: browser.now))
    for gone in [Bookmarks(), removed] {
      browser.send(.bookmarksRead(file))
      browser.file = gone
      browser.press(key)
      if key == "e" || key == "t" {
        browser.type(" after")
        browser.press("Enter")
      }
      let bookmark = try #require(browser.file[Self.key])
      #expect(bookmark.isBookmarked)
      #expect(bookmark.note == (key == "e" ? "before after" : "before"))
      #expect(
        browser.state.message?.text.hasSuffix(
          "; had been removed elsewhere: bookmarked again") == true)
      browser.press("u")
      #expect(browser.file.record(of: Self.key)?.note == "before")
    }
  }

  /// The prompt was open when the bookmark went.
  @Test func removingABookmarkKeepsTheTypedText() {
    var browser = Scenario()
    browser.press("b e")
    browser.type("typed")
    browser.file = Bookmarks()
    browser.send(.bookmarksRead(browser.file))
    browser.press("Enter")
    #expect(browser.file[Self.key]?.note == "typed")
  }

  @Test func clearingAMarkRestoresNothing() {
    var browser = Scenario()
    browser.press("b")
    browser.file.apply(.remove(Self.key, at: browser.now))
    browser.press("b")
    #expect(browser.file[Self.key] == nil)
    #expect(browser.state.message?.text == "saved: bookmark removed")
  }
}
