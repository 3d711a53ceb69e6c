import ListMarkdown
import ListModel
import Testing

/// READMEs whose entries are no items of a list.
struct ReadmeFormTests {
  private func entries(_ text: String) throws -> [String] {
    let page = try PageReader.read(Array(text.utf8), path: "/name/README.md")
    return page.entries.map { "\($0.category): \($0.title) <\($0.url ?? "")> \($0.description)" }
  }

  private func tips(_ count: Int, _ text: (Int) -> String) -> String {
    (1...count).map { "### Tip \($0)\n\n\(text($0))\n\n" }.joined()
  }

  @Test func headingsWithTextBelowAreTipsWhereTheyAreMostOfAReadme() throws {
    let readme =
      "# Snippets\n\n> All in one place.\n\n## Contents\n\n- [Tip 1](#tip-1)\n\n## Rewriting\n\n"
      + "This needs a module.\n\n" + tips(12) { "Do [this](https://d\($0).org):\n\n```\nrun\n```" }
      + "## Links\n\n- [a](https://a.org)\n\n## License\n\nCC0\n"
    let found = try entries(readme)
    #expect(found.count == 13)
    #expect(found[0] == "Rewriting: Tip 1 <https://d1.org> Do this:\nrun")
    #expect(found[11] == "Rewriting: Tip 12 <https://d12.org> Do this:\nrun")
    #expect(found[12] == "Links: a <https://a.org> ")
  }

  @Test func aTipHasTheLinkOfItsPictureAndWhatIsListedInIt() throws {
    let readme =
      "# Savers\n\n## Clocks\n\n"
      + tips(10) { "> Flips.\n\n- free\n\n[![](s.png)](https://s\($0).org)" }
    #expect(try entries(readme)[9] == "Clocks: Tip 10 <https://s10.org> Flips.\nfree")
  }

  @Test func textBelowATipIsNotPartOfIt() throws {
    let readme = tips(10) { "Words.\n\n#### [Demo](https://d\($0).org)\n\nMore." }
    let found = try entries("# Tips\n\n## All\n\n" + readme)
    #expect(found.count == 10)
    #expect(found.allSatisfy { $0.hasPrefix("All: Tip ") && $0.hasSuffix("Words.") })
  }

  @Test func inOtherListsHeadingsWithTextAreProse() throws {
    let list = (1...20).map { "- [n\($0)](https://n\($0).org)\n" }.joined()
    #expect(
      try entries("# List\n\n## A\n\n" + tips(12) { _ in "Words." } + "## B\n\n" + list).count == 20
    )
    // A program's README is no list of tips either.
    #expect(try entries("# Tool\n\n## Use\n\n" + tips(9) { _ in "Words." }).isEmpty)
  }

  @Test func htmlHasItemsRowsTermsAndLines() throws {
    let readme = """
      # Book

      <p align="center"><a href="https://site.org">Site</a> • <a href="https://x.org">X</a></p>

      ## Tools

      <p>
      &nbsp;:small_orange_diamond: <a href="https://a.org?x=1&amp;y"><b>A</b></a> - is a shell &amp; more.<br>
      &nbsp;:small_orange_diamond: <a href="https://b.org">B</a>, as in a sentence.<br>
      </p>

      <p>• <a href="https://c.org">C</a> – That, see
      <a href="https://d.org">this</a>.<br></p>

      <ul>
        <li><a href="https://e.org">E</a>: what it does.
        <ul><li>By <a href="https://f.org">F</a></li></ul></li>
        <li><a href="#top">Top</a></li>
      </ul>

      <dl><dt><a href="https://g.org">G</a></dt><dd>What it is.</dd></dl>

      <table><tr><th>Name</th></tr><tr><td><a href="https://h.org">H</a></td><td>What.</td></tr></table>
      """
    #expect(
      try entries(readme) == [
        "Tools: A <https://a.org?x=1&y> is a shell & more.",
        "Tools: B <https://b.org> as in a sentence.",
        "Tools: C <https://c.org> That, see this.", "Tools: E <https://e.org> what it does.",
        "Tools: F <https://f.org> By F", "Tools: G <https://g.org> What it is.",
        "Tools: H <https://h.org> What.",
      ])
  }

  @Test func badgesSponsorsContributorsAndCommentsAreNoEntries() throws {
    let readme = """
      # A

      ## Tools

      <a href="https://s.org"><img src="s.png"></a>
      <table><tr><td><a href="https://u.org"><img src="u.png"><br><b>User</b></a></td></tr></table>
      <p>See <a href="https://p.org">this</a> for more.</p>
      <!-- <li><a href="https://hidden.org">Hidden</a></li> -->
      <p align="right"><a href="https://github.com/a/b#readme">⬆ Back to top</a></p>
      <pre><li><a href="https://code.org">Code</a></li></pre>
      """
    #expect(try entries(readme) == [])
  }

  @Test func linesOfALinkMayGoOnAndBeginWithASymbol() throws {
    let readme = """
      ## Rooms

      [__A__](https://a.org) [<img src="h.png">](https://home.org) \\
      Channels: `x`, **[`more`](more.md#more)** \\
      Language: English

      [B](https://b.org)
      : A term with its definition.

      ⭐ [C](https://c.org) - Starred.
      <a href="https://d.org">D</a> - In HTML.

      ### 12. [E](https://e.org)

      Numbered.
      """
    #expect(
      try entries(readme) == [
        "Rooms: A <https://a.org> Channels: x, more Language: English",
        "Rooms: B <https://b.org> A term with its definition.", "Rooms: C <https://c.org> Starred.",
        "Rooms: D <https://d.org> In HTML.", "Rooms: E <https://e.org> Numbered.",
      ])
  }
}
