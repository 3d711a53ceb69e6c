import TestSupport
import Testing

/// Marked entries in a real terminal.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct MarkedEntriesTests {
  @Test func thirtyAreBookmarkedAtOnceAndOneUndoTakesThemBack() throws {
    let home = try AwlHome()
    _ = try home.output("$awl bookmarks add https://aimstack.io")
    _ = try home.output("$awl bookmarks add https://other.example")
    let before = try home.output("$awl bookmarks export --format html")
    let session = try home.screen()
    session.press("3", "0", "Space", "b")
    #expect(session.wait(forText: "saved: 29 entries bookmarked"))
    #expect(session.wait(forText: "30 marked  84/84"))
    #expect(home.bookmarkLines.count == 32)
    session.press("u")
    #expect(session.wait(forText: "saved: undone"))
    #expect(try home.output("$awl bookmarks export --format html") == before)
    session.press("C-r")
    #expect(session.wait(forText: "saved: redone"))
    #expect(try home.output("$awl bookmarks | wc -l").contains("31"))
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }
}
