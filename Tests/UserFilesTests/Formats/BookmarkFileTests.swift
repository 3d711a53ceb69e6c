import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

struct BookmarkFileTests {
  @Test func theFirstBookmarkMakesFolderAndFile() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("data/awl/bookmarks.jsonl"))
    #expect(file.load() == BookmarkFileContents.nothing)
    let saved = try file.apply([.add(full)], now: moment(1_700_000_000_000))
    #expect(saved.bookmarks.live.map(\.url) == ["https://example.com/a"])
    #expect(saved.notices == [])
    #expect(file.load() == saved)
    #expect(mode(folder("data")) == 0o700)
    #expect(mode(folder("data/awl")) == 0o700)
    #expect(mode(file.path) == 0o600)
  }

  @Test func aLineHasItsFieldsInAFixedOrder() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    _ = try file.apply([.add(full)], now: moment(0))
    #expect(
      text(file.path) == """
        {"format":"awl-bookmarks","version":1}
        {"id":"00c0ffee","url":"https://example.com/a","title":"A \\"title\\"","list":"owner/name",\
        "category":["Libraries","Go"],"description":"Größe","day":"2022-02-11","stars":1500,\
        "kept":true,"later":true,"read":1600000000001,"tags":["x","y z"],"note":"two\\nlines",\
        "added":1600000000000,"changed":1600000000002}

        """)
  }

  @Test func aBookmarkWithoutAnIdGetsARandomOne() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let saved = try file.apply([.add(bookmark("a.org")), .add(bookmark("b.org"))], now: moment(0))
    let ids = saved.bookmarks.live.map(\.id)
    #expect(Set(ids).count == 2)
    #expect(ids.allSatisfy { $0.utf8.count == 32 })
    #expect(file.load() == saved)
  }

  @Test func aChangeTouchesOneLine() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let lines = [
      #"{"format":"awl-bookmarks","version":1,"made by":"hand"}"#,
      #"{ "url" : "https://a.org" , "id":"1", "title":"\u0041","x":[1, 2],"added":1}"#,
      #"{"id":"2","url":"https://b.org","y":{"z":null},"title":"B","added":2,"w":"\u00e9"}"#,
      #"{"id":"3","url":"https://c.org","added":3}"# + "\r",
    ]
    try put(lines.joined(separator: "\n").utf8, into: file.path)
    _ = try file.apply([.set(LinkKey("b.org"), [.note("n")], at: moment(9))], now: moment(9))
    var expected = lines
    expected[2] =
      #"{"id":"2","url":"https://b.org","title":"B","list":"","category":[],"description":"","day":null,"#
      + #""stars":null,"kept":true,"later":false,"read":null,"tags":[],"note":"n","added":2,"#
      + #""changed":9,"y":{"z":null},"w":"\u00e9"}"#
    #expect(text(file.path) == expected.joined(separator: "\n") + "\n")
  }

  @Test func bookmarksAreSortedByTheTimeTheyWereAdded() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    _ = try file.apply(
      [.add(bookmark("late.org", at: 9)), .add(bookmark("early.org", at: 1))], now: moment(9))
    _ = try file.apply([.add(bookmark("between.org", at: 5))], now: moment(9))
    #expect(file.load().bookmarks.live.map(\.url) == ["early.org", "between.org", "late.org"])
    let urls = text(file.path).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\"")[7]
    }
    #expect(urls == ["early.org", "between.org", "late.org"])
  }

  @Test func aRemovedBookmarkIsRememberedForNinetyDays() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let day = 86_400_000
    _ = try file.apply(
      [.add(bookmark("a.org", note: "mine")), .add(bookmark("b.org"))], now: moment(0))
    _ = try file.apply([.remove(LinkKey("a.org"), at: moment(day))], now: moment(day))
    let later = try file.apply(
      [.set(LinkKey("b.org"), [.note("x")], at: moment(91 * day))], now: moment(91 * day))
    #expect(later.bookmarks.live.map(\.url) == ["b.org"])
    #expect(later.bookmarks.record(of: LinkKey("a.org"))?.note == "mine")
    _ = try file.apply(
      [.set(LinkKey("b.org"), [.note("y")], at: moment(92 * day))], now: moment(91 * day + 1 + day))
    #expect(file.load().bookmarks.records.map(\.url) == ["b.org"])
  }

  @Test func twoWindowsKeepEachOthersChanges() throws {
    let folder = try TemporaryFolder()
    let one = BookmarkFile(path: folder("bookmarks.jsonl"))
    let other = BookmarkFile(path: folder("bookmarks.jsonl"))
    _ = try one.apply([.add(bookmark("a.org"))], now: moment(1))
    _ = try other.apply([.set(LinkKey("a.org"), [.tags(["t"])], at: moment(2))], now: moment(2))
    _ = try one.apply([.set(LinkKey("a.org"), [.note("n")], at: moment(3))], now: moment(3))
    let both = try other.apply([.add(bookmark("http://www.a.org/", later: true))], now: moment(4))
    #expect(both.bookmarks.count == 1)
    let kept = try #require(both.bookmarks[LinkKey("a.org")])
    #expect(kept.tags == ["t"] && kept.note == "n" && kept.later)
  }

  @Test func withoutOperationsNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    #expect(try file.apply([], now: moment(0)) == .nothing)
    #expect(folder.names() == [])
  }

  @Test func aFileDeletedMeanwhileIsMadeAgain() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    _ = try file.apply([.add(bookmark("a.org"))], now: moment(1))
    #expect(unlink(file.path) == 0)
    let saved = try file.apply([.add(bookmark("b.org"))], now: moment(2))
    #expect(saved.bookmarks.live.map(\.url) == ["b.org"])
  }
}
