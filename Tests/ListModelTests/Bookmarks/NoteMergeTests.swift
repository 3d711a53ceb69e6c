import ListModel
import TestSupport
import Testing

/// Notes that were changed in two places.
struct NoteMergeTests {
  private func merged(_ base: String, ours: String, theirs: String, times: Int = 1) -> String? {
    let url = "https://one.example"
    func bookmark(_ note: String) -> Bookmark {
      Bookmark(
        url: url, title: "One", note: note, added: Timestamp(milliseconds: 1),
        changed: Timestamp(milliseconds: 1))
    }
    var bookmarks = Bookmarks([bookmark(theirs)])
    for _ in 0..<times {
      bookmarks.apply(
        .mergeNote(bookmark(base), into: ours, at: Timestamp(milliseconds: 2)))
    }
    return bookmarks[LinkKey(url)]?.note
  }

  @Test(arguments: [
    ("a", "b", "a", "b"), ("a", "a", "b", "b"), ("a", "b", "b", "b"), ("", "mine", "", "mine"),
    ("a", "a\nmine", "a\ntheirs", "a\ntheirs\nmine"), ("a", "mine", "theirs", "mine\ntheirs"),
    ("a", "", "theirs", "theirs"), ("a", "mine", "", "mine"),
    ("", "mine", "theirs", "mine\ntheirs"), ("a", "a\nx", "a\nx\ny", "a\nx\ny"),
  ])
  func isMerged(base: String, ours: String, theirs: String, expected: String) {
    #expect(merged(base, ours: ours, theirs: theirs) == expected)
  }

  @Test func noLineOfEitherSideIsLostAndMergingAgainChangesNothing() {
    var random = SeededGenerator(seed: 3)
    func note() -> String {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        ["a", "b", "ü", "", "a b"].randomElement(using: &random) ?? ""
      }.joined(separator: "\n")
    }
    for _ in 0..<rounds(2_000, soak: 200_000) {
      let (base, ours, theirs) = (note(), note(), note())
      let once = merged(base, ours: ours, theirs: theirs) ?? ""
      #expect(merged(base, ours: ours, theirs: theirs, times: 2) == once)
      let lines = Set(once.split(separator: "\n").map(String.init))
      let before = Set(base.split(separator: "\n").map(String.init))
      for side in [ours, theirs] {
        for line in side.split(separator: "\n").map(String.init) where !before.contains(line) {
          #expect(lines.contains(line), "\(base) | \(ours) | \(theirs) -> \(once)")
        }
      }
    }
  }

  @Test func aRemovedBookmarkComesBackWithItsNote() {
    let bookmark = Bookmark(
      url: "https://one.example", title: "One", added: Timestamp(milliseconds: 1),
      changed: Timestamp(milliseconds: 1))
    var bookmarks = Bookmarks()
    bookmarks.apply(.mergeNote(bookmark, into: "typed", at: Timestamp(milliseconds: 2)))
    #expect(bookmarks[bookmark.key]?.note == "typed")
  }
}
