import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import TestSupport
import Testing

/// Any marks, any change, then undo: the bookmarks are unchanged.
struct MarkedChangesTests {
  /// All that a bookmark says, but for the time of its last change.
  private func said(_ bookmarks: Bookmarks) -> [Bookmark] {
    bookmarks.live.map { bookmark in
      var bookmark = bookmark
      bookmark.changed = bookmark.added
      return bookmark
    }
  }

  /// Marks some entries in one of the ways there are.
  private func mark(_ browser: inout Scenario, _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let row = Int.random(in: 1...8, using: &random)
      let keys = ["\(row) G Space", "\(row) G V j j V", "\(row) G V k", "C-a", "3 Space", "/ a"]
      browser.press(keys.randomElement(using: &random) ?? "")
      if browser.state.prompt != nil { browser.press("Enter") }
    }
  }

  /// Makes one change that can be undone; false if nothing was to change.
  private func change(_ browser: inout Scenario, _ random: inout SeededGenerator) -> Bool {
    let before = browser.saved.count
    browser.press(["b", "s", "U", "t"].randomElement(using: &random) ?? "")
    if browser.state.prompt != nil {
      if Bool.random(using: &random) { browser.press("C-u") }
      browser.type([" new", " ml new", ""].randomElement(using: &random) ?? "")
      browser.press("Enter")
    }
    #expect(browser.saved.count - before <= 1, "one change is one save")
    return browser.saved.count > before
  }

  @Test func oneUndoTakesBackWhatWasDoneToAllMarkedEntries() {
    var random = SeededGenerator(seed: 16)
    for _ in 0..<rounds(12, soak: 3_000) {
      var browser = Scenario()
      // There are bookmarks already, with tags of its own.
      for _ in 0..<3 {
        browser.press("\(Int.random(in: 1...8, using: &random)) G b s t")
        if browser.state.prompt != nil {
          browser.type("old ml")
          browser.press("Enter")
        }
      }
      for _ in 0..<4 {
        mark(&browser, &random)
        let before = said(browser.file)
        guard change(&browser, &random) else { continue }
        let after = said(browser.file)
        browser.press("u")
        #expect(said(browser.file) == before)
        #expect(said(browser.state.bookmarks) == before)
        browser.press("C-r")
        #expect(said(browser.file) == after)
      }
    }
  }
}
