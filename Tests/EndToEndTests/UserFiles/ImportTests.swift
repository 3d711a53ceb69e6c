import TestSupport
import Testing

/// `awl bookmarks import`, `export` and `undo`, by the built program.
struct ImportTests {
  private let file = """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <DL><p>
      <DT><H3>Read</H3>
      <DL><p>
        <DT><A HREF="https://example.org/a" ADD_DATE="1644605100" TAGS="x">A</A>
        <DT><A HREF="https://example.org/b">B \u{1B}[31mred</A>
        <DT><A HREF="javascript:alert(1)">C</A>
      </DL><p>
    </DL><p>

    """

  @Test func aDryRunReportsAndChangesNothing() throws {
    let home = try AwlHome()
    _ = try home.file("b.html", file)
    _ = try home.output("$awl bookmarks add https://www.example.org/a/ --title Mine")
    let before = home.bookmarkLines
    #expect(
      try home.output("cd; $awl bookmarks import --dry-run b.html 2>&1") == """
        awl: b.html is an HTML bookmarks file
        b.html:7: a link of javascript:: javascript:alert(1)
        1 new, 0 known, 1 with other tags, 1 refused
        status 0

        """)
    #expect(home.bookmarkLines == before)
  }

  @Test func anImportIsOneChangeThatIsUndone() throws {
    let home = try AwlHome()
    _ = try home.file("b.html", file)
    _ = try home.output("$awl bookmarks add https://www.example.org/a/ --title Mine")
    let before = home.bookmarkLines
    #expect(
      try home.output("cd; $awl bookmarks import - < b.html 2>/dev/null")
        == "1 new, 0 known, 1 with other tags, 1 refused\nstatus 0\n")
    #expect(home.bookmarkLines.count == 3)
    #expect(
      home.bookmarkLines.contains {
        $0.contains(#""title":"Mine""#) && $0.contains(#"["x","Read"]"#)
      })
    let again = try home.output("cd; $awl bookmarks import b.html 2>/dev/null")
    #expect(again == "0 new, 2 known, 0 with other tags, 1 refused\nstatus 0\n")
    #expect(try home.output("$awl bookmarks undo") == "undone: import of -\nstatus 0\n")
    #expect(try home.output("$awl bookmarks undo 2>&1") == "awl: nothing to undo\nstatus 1\n")
    let listed = try home.output("$awl bookmarks list --format json")
    #expect(listed.contains(#""title":"Mine""#) && listed.contains(#""tags":[]"#))
    #expect(!listed.contains("example.org/b"))
    #expect(before.count == 2)
  }

  @Test func undoLeavesWhatWasChangedSince() throws {
    let home = try AwlHome()
    _ = try home.file("u.txt", "https://a.example\nhttps://b.example\n")
    _ = try home.output("cd; $awl bookmarks import u.txt")
    _ = try home.output("$awl bookmarks add https://c.example")
    #expect(try home.output("$awl bookmarks undo").hasPrefix("undone: import of u.txt"))
    let left = try home.output("$awl bookmarks list")
    #expect(left.contains("c.example") && !left.contains("a.example"))
  }

  @Test func anExportGoesToAFileByItsName() throws {
    let home = try AwlHome()
    _ = try home.file("b.html", file)
    _ = try home.output("cd; $awl bookmarks import b.html")
    #expect(
      try home.output("cd; $awl bookmarks export out.md 2>&1; cat out.md")
        == """
        awl: markdown cannot store dates (2)
        exported 2 to out.md
        - [A](https://example.org/a) <!-- TAGS: x, Read -->
        - [B \\[31mred](https://example.org/b) <!-- TAGS: Read -->
        status 0

        """)
    #expect(
      try home.output("cd; $awl bookmarks export out.md 2>&1").contains("--force replaces it"))
    #expect(
      try home.output("cd; $awl bookmarks export --format urls --filter example.org/b 2>/dev/null")
        == "https://example.org/b\nstatus 0\n")
    #expect(try home.output("$awl bookmarks export --filter nothing").hasSuffix("status 1\n"))
  }

  @Test func aFileThatIsNotBookmarksIsRefused() throws {
    let home = try AwlHome()
    _ = try home.file("text", "only words\n")
    let reported = try home.output("cd; $awl bookmarks import text 2>&1")
    #expect(reported.hasPrefix("awl: text: not a bookmark format that awl knows (html, firefox, "))
    #expect(reported.hasSuffix("status 4\n"))
    let missing = try home.output("cd; $awl bookmarks import missing 2>&1")
    #expect(missing == "awl: missing: No such file or directory\nstatus 4\n")
    _ = try home.file("cut.json", "[{\"href\":\"https://a.example\"")
    let cut = try home.output("cd; $awl bookmarks import cut.json 2>&1")
    #expect(cut == "awl: cut.json: line 1: the file is cut off\nstatus 4\n")
  }
}

/// The same on the screen.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct ImportOnScreenTests {
  @Test func anImportIsShownAndUndone() throws {
    let home = try AwlHome()
    _ = try home.file(
      "in.csv", "url,title\nhttps://a.example,First\nhttps://b.example,Second\nftp://c,C\n")
    let session = try home.screen()
    session.press(":")
    session.type("import ~/in.csv")
    session.press("Enter")
    #expect(session.wait(forText: "CSV, 2 new, 0 known, 0 with other tags, 1 refused"))
    session.press("g", "b")
    #expect(session.wait(forText: "Second"))
    session.press(":")
    session.type("export ~/out.md")
    session.press("Enter")
    #expect(session.wait(forText: "exported 2 to ~/out.md as markdown"))
    #expect(text(home.folder("out.md")).contains("- [Second](https://b.example)"))
    session.press("u")
    #expect(session.wait(forText: "undone: import of 2 bookmarks"))
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
    #expect(try home.output("$awl bookmarks") == "status 0\n")
  }
}
