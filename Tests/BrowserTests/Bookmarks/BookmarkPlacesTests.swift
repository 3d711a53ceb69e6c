import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TerminalEvents
import Testing

/// Places of many bookmarks, and bookmarks that are still being read.
struct BookmarkPlacesTests {
  private let time = EventTime(now: Timestamp(milliseconds: 0))

  private func many(_ count: Int) -> Bookmarks {
    Bookmarks(
      (0..<count).map { number in
        Bookmark(
          url: "https://e\(number).example", title: "Entry \(number)",
          tags: number % 2 == 0 ? ["even"] : [], added: Timestamp(milliseconds: number),
          changed: Timestamp(milliseconds: number))
      })
  }

  @Test func manyBookmarksAreShownAsAnyOthers() {
    var browser = Scenario(bookmarks: many(3_000))
    browser.press("g b")
    #expect(browser.titles.count == 3_000)
    #expect(browser.selectedTitle == "Entry 2999")
    browser.press("/ # e v e n Enter")
    #expect(browser.titles.count == 1_500)
    browser.press("b")
    #expect(browser.titles.count == 1_499)
  }

  @Test func thePlaceIsThereBeforeItsBookmarksAre() {
    var state = Scenario(bookmarks: many(3_000)).state
    _ = state.handle(.key(KeyEvent("g")), at: time)
    let effects = state.handle(.key(KeyEvent("b")), at: time)
    #expect(state.place.kind == .bookmarks)
    #expect(
      effects.contains(
        .catalogueBookmarks(.bookmarks, generation: state.place.isAwaitingBookmarks ? 1 : 0)))
    #expect(!effects.contains { if case .search = $0 { true } else { false } })
    // A key for an entry waits for the entries.
    #expect(state.handle(.key(KeyEvent("b")), at: time).isEmpty)
    let overtaken = BookmarkCatalog(of: Bookmarks(), for: .bookmarks)
    _ = state.handle(.bookmarksCatalogued(overtaken, generation: 0), at: time)
    #expect(state.place.isAwaitingBookmarks)
  }

  @Test func keysThatNeedTheBookmarksWaitUntilTheseAreRead() {
    var state = Scenario().state
    state.areBookmarksKnown = false
    #expect(state.handle(.key(KeyEvent("j")), at: time).isEmpty)
    #expect(state.place.entries.cursor == 1, "moving needs no bookmarks")
    #expect(state.handle(.key(KeyEvent("b")), at: time).isEmpty)
    #expect(state.handle(.key(KeyEvent("j")), at: time).isEmpty)
    #expect(state.place.entries.cursor == 1, "what follows such a key waits with it")
    let effects = state.handle(.bookmarksRead(many(2)), at: time)
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    #expect(state.bookmarks.count == 3)
    #expect(state.place.entries.cursor == 2)
  }
}
