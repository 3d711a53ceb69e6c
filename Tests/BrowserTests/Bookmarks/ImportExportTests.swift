import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// `:import` and `:export`.
struct ImportExportTests {
  private func bookmark(_ number: Int) -> Bookmark {
    Bookmark(
      url: "https://imported.example/\(number)", title: "Imported \(number)",
      added: Timestamp(milliseconds: 1_000 - number), changed: Timestamp(milliseconds: 1_000))
  }

  @Test func anImportIsOneChange() {
    var browser = Scenario()
    browser.press(":")
    browser.type("import ~/bookmarks.html")
    browser.press("Enter")
    #expect(browser.effects == [.importBookmarks(path: "~/bookmarks.html")])
    #expect(browser.state.message?.text == "reading ~/bookmarks.html")
    browser.send(
      .imported((0..<200).map { .add(bookmark($0)) }, words: "200 new, 0 known, 0 refused"))
    #expect(browser.state.message?.text == "saved: imported: 200 new, 0 known, 0 refused")
    #expect(browser.file.count == 200)
    // The one that was added first is first, whatever the order of the file.
    #expect(browser.file.live.first?.title == "Imported 199")
    browser.press("g b")
    #expect(browser.state.place.catalog.count == 200)
    browser.press("u")
    #expect(browser.file.count == 0)
    #expect(browser.state.message?.text == "saved: undone: import of 200 bookmarks")
    browser.press("C-r")
    #expect(browser.file.count == 200)
  }

  @Test func anImportOfWhatIsThereSaysSo() {
    var browser = Scenario()
    browser.send(.imported([], words: "0 new, 4 known"))
    #expect(browser.state.message?.text == "nothing to import: 0 new, 4 known")
    #expect(browser.saved.isEmpty)
  }

  @Test func theExportIsWhatThePlaceShows() {
    var browser = Scenario(bookmarks: Bookmarks((0..<3).map(bookmark)))
    browser.press(":")
    browser.type("export all.html")
    browser.press("Enter g b /")
    browser.type("\"imported 1\"")
    browser.press("Enter :")
    browser.type("export some.html")
    browser.press("Enter")
    let exported = browser.effects.compactMap { effect -> String? in
      guard case .exportBookmarks(let bookmarks, let path) = effect else { return nil }
      return "\(path): \(bookmarks.map(\.title).joined(separator: ", "))"
    }
    #expect(
      exported == ["all.html: Imported 2, Imported 1, Imported 0", "some.html: Imported 1"])
  }

  @Test func nothingToExportIsReported() {
    var browser = Scenario()
    browser.press(":")
    browser.type("export x.html")
    browser.press("Enter")
    #expect(browser.effects.isEmpty)
    #expect(browser.state.message?.text == "there is no bookmark to export")
  }
}
