import TestSupport
import Testing

/// `awl show` as the built program.
struct ShowTests {
  private static let page = """
    # A Page

    Text with **strong** and `code`.

    ## Things

    - [One](https://one.example) - The first.

    ## Other

    More.

    """

  @Test func withoutATerminalThePageIsPlain() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    #expect(
      try home.output("$awl show \(page) --width 20") == """
        A Page
        ━━━━━━━━━━━━━━━━━━━━

        Text with strong and
        `code`.

        Things
        ──────

        • One - The first.

        Other
        ─────

        More.
        status 0

        """)
  }

  @Test func aSectionIsPrintedAlone() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    let text = try home.output("cat \(page) | $awl show - --section things")
    #expect(text == "Things\n──────\n\n• One - The first.\nstatus 0\n")
    #expect(try home.output("$awl show \(page) --section none").hasSuffix("status 1\n"))
  }

  /// However a repository is followed, its list is shown as its README has it.
  @Test(arguments: ["things", "things.git", "things.bundle"])
  func aFollowedRepositoryIsItsREADME(source: String) throws {
    let repository = try SampleRepository()
    try repository.commit(["readme.md": Self.page])
    let home = try AwlHome()
    let path = home.folder(source)
    let words =
      source.hasSuffix("bundle")
      ? ["bundle", "create", path, "HEAD", "--all"]
      : ["clone", "--quiet"] + (source.hasSuffix("git") ? ["--bare"] : []) + [".", path]
    _ = try repository.git(words)
    if source == "things" { _ = try repository.git(["-C", path, "remote", "remove", "origin"]) }
    _ = try home.output("$awl follow \(path)")
    let text = try home.output("$awl show $($awl lists | cut -d ' ' -f 1)")
    #expect(text.contains("Text with strong and `code`."), "\(text)")
  }

  @Test func theBuiltInListIsItsREADME() throws {
    let home = try AwlHome()
    let text = try home.output("$awl show")
    #expect(text.contains("Broad Overviews\n───────────────\n"))
    #expect(!text.utf8.contains(0x1B))
    #expect(try home.output("$awl show awesome-seml --daily").contains("Feb 11, 2022\n"))
    #expect(try home.output("$awl show --weekly").contains("Feb 07 - Feb 13, 2022\n"))
  }

  @Test func markdownIsTheSourceAndHTMLEscapesAll() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", "# A <script>\r\n\n[x](javascript:alert(1)) <b>y</b>\n")
    let markdown = try home.output("$awl show \(page) --format markdown")
    #expect(markdown == "# A <script>\n\n[x](javascript:alert(1)) <b>y</b>\nstatus 0\n")
    let html = try home.output("$awl show \(page) --format html")
    #expect(!html.contains("<script") && !html.contains("javascript:"))
    #expect(html.contains("<strong>y</strong>"))
  }

  @Test func aTerminalGetsStylesAndThePagerWhatIsLong() throws {
    let home = try AwlHome()
    let page = try home.file("page.md", Self.page)
    let terminal = try home.terminal("exec $awl show \(page)")
    #expect(terminal.wait(forText: "\u{1B}[1mThings\u{1B}[0m"))
    #expect(terminal.waitForEnd() == .exited(0))
    let long = try home.terminal(
      "exec $awl show \(page)", environment: ["PAGER": "sed s/Things/PAGED/"], rows: 8)
    #expect(long.wait(forText: "PAGED"))
    #expect(long.waitForEnd() == .exited(0))
    let none = try home.terminal(
      "exec $awl show --no-pager \(page)", environment: ["PAGER": "sed s/Things/PAGED/"], rows: 8)
    #expect(none.wait(forText: "Things"))
    #expect(none.waitForEnd() == .exited(0))
  }
}
