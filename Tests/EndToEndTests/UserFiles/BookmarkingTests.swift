import TestSupport
import Testing

/// Bookmarks saved by the built program.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct BookmarkingTests {
  @Test func aBookmarkIsOnTheDiskWhenTheScreenSaysSo() throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.press("b")
    #expect(session.wait(forText: "saved"))
    let lines = home.bookmarkLines
    try #require(lines.count == 2)
    #expect(lines[1].contains(#""url":"https://aimstack.io","title":"Aim","list":"SE-ML/"#))
    #expect(lines[1].contains(#""kept":true,"later":false"#))
    session.press("g", "b")
    #expect(session.wait(forText: " awl  Bookmarks · 1 entry"))
    #expect(session.screen[2].contains("│ b  Aim"))
    session.press("q")
    #expect(session.wait(forText: "84/84"))
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
    #expect(try home.output("$awl bookmarks").contains("kept  Aim  https://aimstack.io\n"))
  }

  @Test func bookmarksOfAnotherProgramAreShown() throws {
    let home = try AwlHome()
    let session = try home.screen()
    #expect(try home.output("$awl bookmarks add https://aimstack.io --title Elsewhere") != "")
    session.press("g", "b")
    #expect(session.wait(forText: " awl  Bookmarks · 1 entry"))
    #expect(try home.output("$awl entries --filter is:kept").contains("aimstack.io"))
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test func twoScreensLoseNoneOfTheirChanges() throws {
    let home = try AwlHome()
    let first = try home.screen()
    let second = try home.screen()
    second.press("G")
    #expect(second.wait(forText: "84/84 ─"))
    for _ in 0..<6 {
      first.press("b", "j")
      second.press("b", "k")
    }
    for session in [first, second] {
      session.press("Q")
      #expect(session.wait(forText: "status 0"), "\(session.screen)")
    }
    #expect(home.bookmarkLines.count == 13)
  }

  /// A screen on which a bookmark was added that cannot be saved.
  private func screenAfterFailedSave(_ home: AwlHome) throws -> TmuxSession {
    let session = try home.screen(environment: ["XDG_STATE_HOME": home.folder("state")])
    // The bookmarks have been read once their place is shown.
    session.press("g", "b")
    #expect(session.wait(forText: "Bookmarks · 0 entries"))
    session.press("q")
    // Nobody can make a folder in a file, not even root.
    _ = try home.file(".local", "")
    session.press("b")
    #expect(session.wait(forText: "bookmarks.jsonl: cannot"))
    return session
  }

  @Test func unsavedBookmarksAreRescuedAndReported() throws {
    let home = try AwlHome()
    let session = try screenAfterFailedSave(home)
    session.press("Q")
    #expect(session.wait(forText: "status 5"), "\(session.screen)")
    #expect(session.wait(forText: "all bookmarks are in"))
    let rescued = names(in: home.folder("state/awl")).filter { $0.hasPrefix("bookmarks") }
    try #require(rescued.count == 1)
    #expect(text(home.folder("state/awl/" + rescued[0])).contains("https://aimstack.io"))
  }

  @Test func bookmarksShowWhatCouldNotBeSavedYet() throws {
    let home = try AwlHome()
    let session = try screenAfterFailedSave(home)
    session.press("g", "b")
    #expect(session.wait(forText: " awl  Bookmarks · 1 entry"))
    // The file, which is not there, has been read when this is answered.
    session.press("g", "b", "g", "h", "g", "b")
    #expect(session.wait(forText: " awl  Bookmarks · 1 entry"))
    session.press("Q")
    #expect(session.wait(forText: "all bookmarks are in"))
  }

  @Test func undoingInAFileThatWasDamagedMeanwhileLosesNothing() throws {
    let home = try AwlHome()
    let session = try home.screen()
    for keys in ["b", "j", "b"] { session.press(keys) }
    #expect(session.wait { _ in home.bookmarkLines.count == 3 })
    let path = home.folder(".local/share/awl/bookmarks.jsonl")
    let lines = home.bookmarkLines
    // The first bookmark's line is cut, and another program has put in a bookmark of its own.
    let damaged =
      [lines[0], String(lines[1].prefix(40)), lines[2], #"{"url":"https://other.example"}"#]
      .joined(separator: "\n") + "\n"
    try put(damaged.utf8, into: path)
    session.press("u")
    #expect(session.wait { _ in text(path) != damaged })
    #expect(home.bookmarkLines.contains(String(lines[1].prefix(40))))
    #expect(home.bookmarkLines.contains { $0.contains("https://other.example") })
    #expect(home.bookmarkLines.contains { $0.contains(#""kept":false,"later":false"#) })
    let copies = names(in: home.folder(".local/share/awl")).filter { $0.contains(".corrupt-") }
    #expect(copies.map { text(home.folder(".local/share/awl/" + $0)) } == [damaged])
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }
}
