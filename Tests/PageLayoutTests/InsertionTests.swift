import PageLayout
import Testing

/// Texts that are shown in a page without being in it.
struct InsertionTests {
  private func shown(_ markdown: String, _ inserted: (Int32, String)...) throws -> [String] {
    try lines(markdown) { options in
      options.insertions = inserted.map { PageInsertion(line: $0.0, text: $0.1) }
    }
  }

  @Test func theyAreBesideTheItemTheyFollow() throws {
    let markdown = "# A\n\n- one\n- two\n  - inner\n- three\n\nend\n"
    #expect(
      try shown(markdown, (3, "gone"), (3, "gone too"), (4, "after two"), (5, "innermost"))
        .dropFirst(3) == [
          "• one", "~ gone", "~ gone too", "• two", "  • inner", "  ~ innermost", "~ after two",
          "• three", "", "end",
        ])
  }

  @Test func theyFollowBlocksThatAreNoItems() throws {
    #expect(
      try shown("text\n\nmore\n", (0, "top"), (1, "middle"), (9, "end"))
        == ["~ top", "", "text", "", "~ middle", "", "more", "", "~ end"])
  }

  @Test func theyAreBetweenTheRowsOfATable() throws {
    #expect(
      try shown("| A |\n|---|\n| 1 |\n| 2 |\n", (3, "gone")) == ["A", "━", "1", "~ gone", "2"])
  }

  @Test func insideClosedDetailsTheyAreHidden() throws {
    let markdown = "<details>\n\n- one\n\n</details>\n\nend\n"
    #expect(
      try shown(markdown, (3, "gone"), (7, "last")) == ["▸ Details", "", "end", "", "~ last"])
  }

  @Test func theirTextIsOnlyText() throws {
    #expect(
      try shown("text\n", (1, "**no** `markup`\u{1B}[2J"))
        == ["text", "", "~ **no** `markup`␛[2J"])
  }

  /// Whatever the lines, each insertion is shown once and no text of the page is lost.
  @Test(arguments: 0..<60)
  func noneIsLostOrShownTwice(line: Int) throws {
    let markdown = """
      # Title

      Intro that
      goes on.

      > quoted
      > - item
      >   - inner

      1. first

         second paragraph

         | A | B |
         |---|---|
         | 1 | 2 |
      2. next

      ```
      code
      ```

      ## End
      <p>html</p>

      - a
        - b

          c
      - d
      [^1]

      [^1]: A note.
      """
    let without = try shown(markdown)
    let with = try shown(markdown, (Int32(line), "INSERTED"))
    #expect(with.count { $0.contains("~ INSERTED") } == 1)
    let isText = { (line: String) in line.contains { $0 != "│" && $0 != " " } }
    #expect(with.filter { !$0.contains("INSERTED") }.filter(isText) == without.filter(isText))
  }
}
