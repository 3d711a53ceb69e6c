import ListModel
import Testing

struct BookmarkOperationTests {
  static let start = Bookmarks([
    bookmark("kept.org", at: 1, tags: ["t"], note: "n"),
    bookmark("both.org", at: 2, later: true),
    bookmark("gone.org", at: 3, kept: false, note: "was here"),
  ])

  static let operations: [BookmarkOperation] = [
    .add(bookmark("new.org", at: 4)),
    .add(bookmark("kept.org", at: 5, later: true, tags: ["u"], note: "more")),
    .add(bookmark("gone.org", at: 6)),
    .remove(LinkKey("kept.org"), at: moment(7)),
    .remove(LinkKey("both.org"), at: moment(7)),
    .set(LinkKey("kept.org"), [.kept(false)], at: moment(8)),
    .set(LinkKey("both.org"), [.kept(false)], at: moment(8)),
    .set(
      LinkKey("kept.org"), [.read(moment(9)), .tags([]), .note(""), .title("T")], at: moment(9)),
    .set(LinkKey("gone.org"), [.later(true)], at: moment(9)),
  ]

  @Test(arguments: operations)
  func theInverseTakesAChangeBack(operation: BookmarkOperation) throws {
    var bookmarks = Self.start
    let inverse = try #require(bookmarks.inverse(of: operation))
    bookmarks.apply([operation, inverse.dated(moment(20))])
    #expect(bookmarks.live.map(\.visible) == Self.start.live.map(\.visible))
  }

  @Test(arguments: operations)
  func applyingTwiceIsTheSameAsOnce(operation: BookmarkOperation) {
    var once = Self.start
    once.apply(operation)
    var twice = once
    twice.apply(operation)
    #expect(once == twice)
    #expect(once.inverse(of: operation) == nil)
  }

  @Test func undoingARemovalBringsTheBookmarkBackEvenIfTheFileLostIt() throws {
    let before = Self.start
    let inverse = try #require(before.inverse(of: .remove(LinkKey("kept.org"), at: moment(7))))
    var lost = Bookmarks()
    lost.apply(inverse)
    #expect(lost.live == before.live.filter { $0.url == "kept.org" })
  }

  @Test func aRedoneChangeBearsItsOwnMoment() {
    let again = BookmarkOperation.remove(LinkKey("a.org"), at: moment(1)).dated(moment(9))
    #expect(again == .remove(LinkKey("a.org"), at: moment(9)))
    #expect(again.key == LinkKey("https://a.org/"))
  }
}

extension Bookmark {
  /// The bookmark without the moment of its last change, which undoing does not turn back.
  fileprivate var visible: Bookmark {
    var copy = self
    copy.changed = Timestamp(milliseconds: 0)
    return copy
  }
}
