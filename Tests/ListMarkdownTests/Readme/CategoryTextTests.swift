import ListMarkdown
import ListModel
import Testing

/// A README's text on its categories, apart from their entries.
struct CategoryTextTests {
  private func texts(_ text: String) throws -> [String] {
    try PageReader.read(Array(text.utf8), path: nil).list.categoryTexts.map {
      "\($0.category): \($0.text)"
    }
  }

  @Test func proseOfACategoryIsItsText() throws {
    #expect(
      try texts(
        """
        # A list

        What is good.

        ## Tools

        *Tools that are fast.* See [the site](https://site.org).

        - [a](https://a.org) - What.

        Related: [b](https://b.org), https://c.org.

        > Try them.

        ### Small

        - [d](https://d.org)

        ## Plain

        - [e](https://e.org)
        """) == [
          """
          Tools: Tools that are fast. See the site <https://site.org>.
          Related: b <https://b.org>, https://c.org.
          Try them.
          """
        ])
  }

  @Test(arguments: [
    "**[Back to top](#contents)**", "[⬆](#tools) [Index](#index)", "![](picture.png)", "---",
    "```\ncode\n```", "| A | B |\n|---|---|\n| c | d |", "<p>markup</p>",
    "To the extent possible under law, somebody has waived it.",
  ])
  func emptyCategoryProseIsDropped(block: String) throws {
    #expect(
      try texts("## Tools\n\n- [a](https://a.org)\n\n\(block)\n\n- [b](https://b.org)\n") == [])
  }

  @Test func theTextOfAnEntryIsNotItsCategorys() throws {
    #expect(try texts("## Tools\n\n- [a](https://a.org)\n\n  Said of a.\n") == [])
    #expect(try texts("## License\n\nAll of it is [free](https://cc0.org).\n") == [])
  }

  @Test func longTextsAreCutAndReported() throws {
    let paragraph = String(repeating: "é ", count: 900)
    let one = "## Tools\n\n\(paragraph)\n\n- [a](https://a.org)\n"
    let page = try PageReader.read(Array(one.utf8), path: nil)
    let text = try #require(page.list.categoryTexts.first).text
    #expect(text.utf8.count <= 2_003 && text.hasSuffix("…"))
    #expect(page.issues.map(\.line) == [3])
    let many = (0..<100).map { "## T\($0)\n\n\(paragraph)\n\n- [a](https://a.org/\($0))\n" }
    let all = try PageReader.read(Array(many.joined(separator: "\n").utf8), path: nil)
    #expect(all.list.categoryTexts.reduce(0) { $0 + $1.text.utf8.count } < 70_000)
    #expect(all.issues.contains { $0.message.contains("the rest was not read") })
    #expect(all.entries.count == 100)
  }
}
