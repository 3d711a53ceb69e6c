import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

struct BookmarkingTests {
  @Test func bookmarkingIsShownAtOnceAndCalledSavedWhenItIs() throws {
    var browser = Scenario()
    browser.press("b")
    let bookmark = try #require(browser.state.bookmarks.live.first)
    #expect(bookmark.title == "Aim")
    #expect(bookmark.list == "me/awesome-sample")
    #expect(bookmark.category == ["Tooling"])
    #expect(bookmark.day?.description == "2022-02-11")
    #expect(browser.state.message?.text == "saved: bookmarked")
  }

  @Test func aBookmarkThatCannotBeWrittenIsReportedAsNotSaved() {
    var browser = Scenario()
    browser.diskFailure = "bookmarks.jsonl: disk full: it is tried again with the next change"
    browser.press("b")
    #expect(browser.state.message?.kind == .error)
    #expect(browser.state.message?.text.contains("disk full") == true)
    #expect(browser.state.bookmarks.count == 1)
  }

  @Test func theSameKeyTakesItBack() {
    var browser = Scenario()
    browser.press("b b")
    #expect(browser.state.bookmarks.count == 0)
    #expect(browser.saved.count == 2)
  }

  @Test func savedForLaterIsItsOwnPlace() throws {
    var browser = Scenario()
    browser.press("s")
    let bookmark = try #require(browser.state.bookmarks.live.first)
    #expect(bookmark.later && !bookmark.isBookmarked)
    browser.press("g l")
    #expect(browser.state.place.kind == .later)
    #expect(browser.titles == ["Aim"])
    browser.press("g b")
    #expect(browser.titles.isEmpty)
  }

  @Test func tagsAndNotesAreFoundAmongTheBookmarks() {
    var browser = Scenario()
    browser.press("b j b t")
    browser.type("streaming")
    browser.press("Enter e")
    browser.type("ask Anna")
    browser.press("Enter")
    let tagged = browser.selectedTitle
    browser.press("g b /")
    browser.type("streaming anna")
    #expect(browser.titles == [tagged])
    #expect(browser.screen.contains { $0.contains("Note") && $0.contains("ask Anna") })
  }

  @Test func bookmarksOfAnotherWindowAppearWhenOpened() {
    var browser = Scenario()
    browser.press("b")
    let file = browser.state.bookmarks
    var other = Scenario()
    _ = other.takeEffects()
    other.press("g b")
    #expect(other.takeEffects() == [.readBookmarks])
    other.send(.bookmarksRead(file))
    #expect(other.titles == ["Aim"])
    other.press("g b")
    #expect(other.takeEffects() == [.readBookmarks])
  }

  @Test func aBookmarkFilterSeesABookmarkMadeJustNow() {
    var browser = Scenario()
    browser.press("b /")
    browser.type("is:kept")
    #expect(browser.titles == ["Aim"])
    browser.press("Enter Esc j b /")
    browser.type("is:kept")
    #expect(browser.titles.count == 2)
  }

  @Test func undoAndRedoGoBackAndForth() {
    var browser = Scenario()
    browser.press("b j b u")
    #expect(browser.state.bookmarks.live.map(\.title) == ["Aim"])
    browser.press("u")
    #expect(browser.state.bookmarks.count == 0)
    browser.press("u")
    #expect(browser.state.message?.text == "nothing to undo")
    browser.press("C-r C-r")
    #expect(browser.state.bookmarks.count == 2)
  }

  @Test func anEntryWithoutALinkCannotBeKept() {
    var browser = Scenario()
    browser.press("5 j b")
    #expect(browser.selectedTitle == "A talk without a link")
    #expect(browser.state.message?.text == "this entry has no link to bookmark")
    #expect(browser.saved.isEmpty)
  }

  @Test func tagsAndNotesAreTypedForBookmarks() throws {
    var browser = Scenario()
    browser.press("t")
    #expect(browser.state.message?.text == "this entry is not bookmarked: b bookmarks it")
    browser.press("b t")
    browser.type("ml, tools")
    browser.press("Enter e")
    browser.type("try it on Monday")
    browser.press("Enter U")
    let bookmark = try #require(browser.state.bookmarks.live.first)
    #expect(bookmark.tags == ["ml", "tools"])
    #expect(bookmark.note == "try it on Monday")
    #expect(bookmark.read == browser.now)
    browser.press("u u u")
    #expect(browser.state.bookmarks.live.first?.tags == [])
  }

  @Test func theBookmarksAreBrowsedLikeAList() {
    var browser = Scenario()
    browser.press("b 3 j b g b")
    #expect(browser.state.place.kind == .bookmarks)
    #expect(Set(browser.titles) == ["Aim", "PyTorch Lightning"])
    browser.press("/ t o r c h Enter")
    #expect(browser.titles == ["PyTorch Lightning"])
    browser.press("b")
    #expect(browser.titles.isEmpty)
    browser.press("u q")
    #expect(browser.state.place.kind == .library)
    #expect(browser.selectedTitle == "PyTorch Lightning")
    #expect(browser.takeEffects() == [.readBookmarks])
    browser.press("q")
    #expect(browser.takeEffects() == [.quit])
  }

  @Test func bookmarksOfANewerFileAreNotChanged() {
    var browser = Scenario()
    browser.makeReadOnly("bookmarks.jsonl is of a newer awl: it is only read")
    browser.press("b")
    #expect(browser.saved.isEmpty)
    #expect(browser.state.message?.text == "bookmarks.jsonl is of a newer awl: it is only read")
  }
}
