import ListModel
import Testing

struct BookmarkOperationTests {
  static let start = Bookmarks([
    bookmark("kept.org", at: 1, tags: ["t"], note: "n"),
    bookmark("both.org", at: 2, later: true),
    bookmark("gone.org", at: 3, isBookmarked: false, note: "was here"),
  ])

  static let operations: [BookmarkOperation] = [
    .edit(bookmark("kept.org", at: 1, tags: ["t"], note: "n"), [.later(true)], at: moment(9)),
    .edit(bookmark("gone.org", at: 3), [.note("typed")], at: moment(9)),
    .add(bookmark("new.org", at: 4)),
    .add(bookmark("kept.org", at: 5, later: true, tags: ["u"], note: "more")),
    .add(bookmark("gone.org", at: 6)),
    .remove(LinkKey("kept.org"), at: moment(7)),
    .remove(LinkKey("both.org"), at: moment(7)),
    .set(LinkKey("kept.org"), [.bookmarked(false)], at: moment(8)),
    .set(LinkKey("both.org"), [.bookmarked(false)], at: moment(8)),
    .set(
      LinkKey("kept.org"), [.read(moment(9)), .tags([]), .note(""), .title("T")], at: moment(9)),
    .set(LinkKey("gone.org"), [.later(true)], at: moment(9)),
  ]

  @Test(arguments: operations)
  func aChangeIsUndoneAndRedone(operation: BookmarkOperation) {
    var bookmarks = Self.start
    var log = BookmarkChangeLog()
    #expect(log.carryOut(.make([operation], number: 0), on: &bookmarks).isDone)
    let changed = bookmarks.live.map(\.visible)
    #expect(changed != Self.start.live.map(\.visible))
    #expect(log.carryOut(.undo(number: 0, at: moment(20)), on: &bookmarks).isDone)
    #expect(bookmarks.live.map(\.visible) == Self.start.live.map(\.visible))
    #expect(log.carryOut(.redo(number: 0, at: moment(21)), on: &bookmarks).isDone)
    #expect(bookmarks.live.map(\.visible) == changed)
  }

  @Test(arguments: operations)
  func applyingTwiceIsTheSameAsOnce(operation: BookmarkOperation) {
    var once = Self.start
    once.apply(operation)
    var twice = once
    twice.apply(operation)
    #expect(once == twice)
  }

  /// After an error it is unknown whether a change is on the disk; it is requested again.
  @Test(arguments: operations)
  func aRepeatedRequestDoesNothing(operation: BookmarkOperation) {
    var bookmarks = Self.start
    var log = BookmarkChangeLog()
    for _ in 0..<2 { _ = log.carryOut(.make([operation], number: 0), on: &bookmarks) }
    for _ in 0..<2 {
      #expect(log.carryOut(.undo(number: 0, at: moment(20)), on: &bookmarks).conflicts == [])
    }
    #expect(bookmarks.live.map(\.visible) == Self.start.live.map(\.visible))
  }

  @Test func undoingARemovalBringsTheBookmarkBackEvenIfTheFileLostIt() {
    var bookmarks = Self.start
    var log = BookmarkChangeLog()
    _ = log.carryOut(
      .make([.remove(LinkKey("kept.org"), at: moment(7))], number: 0), on: &bookmarks)
    var lost = Bookmarks()
    #expect(!log.carryOut(.undo(number: 0, at: moment(8)), on: &lost).isBroughtBack)
    #expect(
      lost.live.map(\.visible) == Self.start.live.filter { $0.url == "kept.org" }.map(\.visible))
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
