import BookmarkFormats
import ListModel
import Testing

/// What an import does to the bookmarks that are there.
struct ImportPlanTests {
  private func bookmark(_ url: String, tags: [String] = [], note: String = "") -> Bookmark {
    Bookmark(url: url, title: "T", tags: tags, note: note, added: now, changed: now)
  }

  @Test func aKnownLinkGetsTagsAndNothingElseChanges() {
    var present = bookmark("https://www.Example.org/a/", tags: ["x"], note: "mine")
    present.title = "My title"
    present.added = Timestamp(milliseconds: 5)
    let later = Timestamp(milliseconds: now.milliseconds + 1)
    var bookmarks = Bookmarks([present, bookmark("https://example.org/b", tags: ["y"])])
    let plan = ImportPlan(
      [
        bookmark("http://example.org/a", tags: ["y", "x"], note: "theirs"),
        bookmark("https://example.org/b", tags: ["y"]),
        bookmark("https://example.org/c"), bookmark("https://example.org/c#readme", tags: ["z"]),
      ], into: bookmarks, now: later)
    #expect(plan.summary == "1 new, 1 known, 1 with other tags")
    bookmarks.apply(plan.operations)
    present.tags = ["x", "y"]
    present.changed = later
    #expect(bookmarks[present.key] == present)
    #expect(bookmarks[LinkKey("https://example.org/c")]?.tags == ["z"])
    #expect(bookmarks.count == 3)
  }

  @Test func importingAgainChangesNothing() {
    var texts = HostileTexts(seed: 5)
    let imported = (0..<200).map { _ in texts.bookmark() }
    var bookmarks = Bookmarks()
    let first = ImportPlan(imported, into: bookmarks, now: now)
    bookmarks.apply(first.operations)
    let again = ImportPlan(imported, into: bookmarks, now: now)
    #expect(again.operations.isEmpty)
    #expect(again.known == first.new)
  }

  @Test func aRemovedBookmarkComesBack() {
    var bookmarks = Bookmarks([bookmark("https://example.org", tags: ["x"])])
    bookmarks.apply(.remove(LinkKey("https://example.org"), at: now))
    let plan = ImportPlan([bookmark("https://example.org", tags: ["y"])], into: bookmarks, now: now)
    #expect(plan.new == 1)
    bookmarks.apply(plan.operations)
    #expect(bookmarks[LinkKey("https://example.org")]?.tags == ["x", "y"])
  }

  @Test func fieldsThatAFormatLacksAreCounted() {
    let bookmarks = [bookmark("https://a.example", tags: ["ml infra"], note: "n")]
    #expect(BookmarkFormat.opml.losses(of: bookmarks) == ["notes (1)"])
    #expect(BookmarkFormat.pinboard.losses(of: bookmarks) == ["blanks in tags (1)"])
    #expect(BookmarkFormat.jsonl.losses(of: bookmarks) == [])
    #expect(
      BookmarkFormat.urls.losses(of: bookmarks) == [
        "titles (1)", "tags (1)", "notes (1)", "dates (1)",
      ])
  }
}
