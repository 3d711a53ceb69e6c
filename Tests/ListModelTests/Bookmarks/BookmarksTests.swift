import ListModel
import Testing

struct BookmarksTests {
  @Test func aLinkIsBookmarkedOnceHoweverItIsSpelled() {
    var bookmarks = Bookmarks()
    bookmarks.apply(.add(bookmark("https://example.com/a", at: 1)))
    bookmarks.apply(.add(bookmark("http://www.example.com/a/", at: 2, tags: ["x"])))
    #expect(bookmarks.count == 1)
    #expect(bookmarks[LinkKey("example.com/a")]?.url == "https://example.com/a")
    #expect(bookmarks[LinkKey("example.com/a")]?.tags == ["x"])
  }

  @Test func bookmarksAreInTheOrderTheyWereAdded() {
    var bookmarks = Bookmarks([bookmark("b.org", at: 2), bookmark("a.org", at: 1)])
    bookmarks.apply([.add(bookmark("d.org", at: 4)), .add(bookmark("c.org", at: 3))])
    #expect(bookmarks.live.map(\.url) == ["a.org", "b.org", "c.org", "d.org"])
    #expect(bookmarks[LinkKey("d.org")]?.url == "d.org")
  }

  @Test func ofOneMomentTheIdDecides() {
    let bookmarks = Bookmarks([
      bookmark("b.org", at: 1, id: "b"), bookmark("a.org", at: 1, id: "a"),
    ])
    #expect(bookmarks.live.map(\.id) == ["a", "b"])
  }

  @Test func aBookmarkWithoutMarksIsRemovedButRemembered() {
    var bookmarks = Bookmarks([bookmark("a.org", at: 1, note: "mine")])
    let key = LinkKey("a.org")
    bookmarks.apply(.set(key, [.later(true)], at: moment(2)))
    bookmarks.apply(.set(key, [.bookmarked(false)], at: moment(3)))
    #expect(bookmarks[key]?.later == true)
    bookmarks.apply(.set(key, [.later(false)], at: moment(4)))
    #expect(bookmarks[key] == nil)
    #expect(bookmarks.count == 0)
    #expect(bookmarks.record(of: key)?.note == "mine")
    bookmarks.apply(.add(bookmark("a.org", at: 5)))
    #expect(bookmarks[key]?.note == "mine")
    #expect(bookmarks[key]?.added == moment(5))
  }

  @Test func removedBookmarksAreForgottenInTheEnd() {
    var bookmarks = Bookmarks([bookmark("a.org", at: 1), bookmark("b.org", at: 2)])
    bookmarks.apply(.remove(LinkKey("a.org"), at: moment(10)))
    bookmarks.forget(removedBefore: moment(10))
    #expect(bookmarks.records.count == 2)
    bookmarks.forget(removedBefore: moment(11))
    #expect(bookmarks.records.map(\.url) == ["b.org"])
    #expect(bookmarks[LinkKey("b.org")] != nil)
  }

  @Test func changingAMissingBookmarkDoesNothing() {
    var bookmarks = Bookmarks([bookmark("a.org", at: 1)])
    let before = bookmarks
    bookmarks.apply(.set(LinkKey("b.org"), [.note("x")], at: moment(2)))
    bookmarks.apply(.remove(LinkKey("b.org"), at: moment(2)))
    #expect(bookmarks == before)
  }

  @Test func aClockSetBackDoesNotMakeAChangeVoid() {
    var bookmarks = Bookmarks([bookmark("a.org", at: 1_000)])
    bookmarks.apply(.set(LinkKey("a.org"), [.note("later, by an earlier clock")], at: moment(5)))
    #expect(bookmarks[LinkKey("a.org")]?.note == "later, by an earlier clock")
    #expect(bookmarks[LinkKey("a.org")]?.changed == moment(1_000))
  }

  @Test func theLastChangedStateOfABookmarkWins() {
    var old = bookmark("a.org", at: 1, id: "1", note: "old")
    var new = bookmark("a.org", at: 1, id: "1", note: "new")
    old.changed = moment(2)
    new.changed = moment(3)
    #expect(Bookmarks([new, old]).live == [new])
    #expect(Bookmarks([old, new]).live == [new])
  }

  @Test func twoBookmarksOfOneLinkAreJoined() throws {
    let both = Bookmarks([
      bookmark("a.org", at: 2, id: "1", tags: ["x", "y"], note: "one"),
      bookmark(
        "a.org/", at: 1, id: "2", isBookmarked: false, later: true, tags: ["y", "z"], note: "two"),
    ])
    let joined = try #require(both.live.first)
    #expect(both.records.count == 1)
    #expect(joined.isBookmarked && joined.later)
    #expect(joined.tags == ["x", "y", "z"])
    #expect(joined.note == "one\ntwo")
    #expect(joined.added == moment(1))
  }

  @Test func aBookmarkWithoutAnIdGetsOne() {
    var bookmarks = Bookmarks([bookmark("a.org", at: 1), bookmark("b.org", at: 2, id: "has")])
    var next = 0
    bookmarks.nameAll {
      next += 1
      return "new\(next)"
    }
    #expect(bookmarks.live.map(\.id) == ["new1", "has"])
  }
}

func moment(_ milliseconds: Int) -> Timestamp { Timestamp(milliseconds: milliseconds) }

func bookmark(
  _ url: String, at milliseconds: Int, id: String = "", isBookmarked: Bool = true,
  later: Bool = false,
  tags: [String] = [], note: String = ""
) -> Bookmark {
  Bookmark(
    id: id, url: url, title: "Title", isBookmarked: isBookmarked, later: later, tags: tags,
    note: note,
    added: moment(milliseconds), changed: moment(milliseconds))
}
