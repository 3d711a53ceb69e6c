extension HostilePage {
  /// Blocks that are deep, or many.
  static let blocks: [HostilePage] = [
    HostilePage("32 nested quotes", times: "> ", then: "a"),
    HostilePage("33 nested lists") { n in
      // A nested list grows with the square of its depth by itself.
      let depth = max(1, Int(Double(n).squareRoot() * 10))
      return (0..<depth).map { times("  ", $0) + "* a\n" }.joined()
    },
    HostilePage("43 nested bullets on a line") { times("- ", $0) + "x\n" },
    HostilePage("43 bullets and lines") { times("- ", $0) + times("x\n", $0) },
    HostilePage("46 columns") { n in
      times("|a", n) + "\n" + times("|-", n) + "\n" + times("|b", n) + "\n"
    },
    HostilePage("46 short rows") { n in
      times("|a", 300) + "\n" + times("|-", 300) + "\n" + times("|\n", n)
    },
    HostilePage("46 rows without end", times: "|a|b|\n|-|-|\n"),
    HostilePage("52 headings of all levels") { n in
      (0..<n).map { times("#", $0 % 6 + 1) + " a\n" }.joined()
    },
    HostilePage("52 headings with links") { n in
      (0..<n).map { times("#", $0 % 6 + 1) + " [a](b)\n" }.joined()
    },
    HostilePage("18 one line", times: "abcdefgh"),
    HostilePage("19 empty lines", times: "\n"),
    HostilePage("empty items", times: "*\n"),
    HostilePage("items", times: "* [a](b)\n"),
    HostilePage("one paragraph", times: "a [b](c) d\n"),
    HostilePage("items that are no items", times: "a\n         - [x\n"),
    HostilePage("ordered items that are no items") { "a\n" + times("  2. [x\n", $0) },
    HostilePage("bullets behind a break") { "* * *\np\n" + times("        - [x\n", $0) },
    HostilePage("bullets behind a fence") {
      "- ```\n      - a\n  ```\n  p\n" + times("        - [x\n", $0)
    },
    HostilePage("a fence without end") { "```\n" + times("- [x](y)\n\n", $0) },
    HostilePage("a comment without end") { "<!--\n" + times("- [x](y)\n\n", $0) },
    HostilePage("items with paragraphs") { "* [a](b)\n" + times("\n  c\n", $0) },
    HostilePage("a heading with paragraphs") { "## [a](b)\n" + times("\nc [d](e)\n", $0) },
  ]
}
