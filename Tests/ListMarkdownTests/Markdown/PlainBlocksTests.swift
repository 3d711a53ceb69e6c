import Foundation
import TestSupport
import Testing

@testable import ListMarkdown

/// Blocks that are read without cmark are those that cmark would have found.
struct PlainBlocksTests {
  @Test(arguments: [
    "* a\n* b\n\n\n# T #\n## U\n\n- [c](d) - e\n- f\ntext\n",
    "* a\n- b\n+ c\n1. d\n* e\n***\n* * *\n- - -\n",
    "* a\n\n*\n* \n*\tb\n *  c\n",
    "* a\n---\n* b\n===\n* ---\n* ===\n",
    "* a\n*\u{0C}b\n-\u{0B}c\n+\td\n\u{0C}e\n\n\u{0B}f\n",
    "* a\n-\n* b\n--\n-  \n",
    "* ```\n# a\n* b\n```\n# c\n* d\n",
    "* <!--\n# a\n* b\n-->\n* c\n",
    "* 1. a\n* 10 b\n* 2) c\n* > d\n* # e\n* - f\n*      g\n*     h\n* : i\n* | j\n",
    "* a\n\n  b\n\n    c\n* d\n\ne\n  * f\n",
    "```\n# a\n* b\n```\n# c\n* d\n",
    "<pre>\n# a\n\n* b\n</pre>\n# c\n",
    "# a #\n# b#\n# #\n#\n#c\n####### d\n#  e  \n# f \\#\n",
    "* [x]\n* [ ] a\n* [x](y z)\n* [x](<y z>)\n* [x](y \"z\")\n* [x]()\n* [x] (y)\n",
    "* [a](b)(c)[d](e(f)g)[h](i)j)[k](l(m)\n* [n](\(String(repeating: "(", count: 33))\n",
    "* [a](b?c=d&e=f)[g](h&amp;i)[j](k&l;m) & n &amp; o&p &\n",
    "* a\\_b \\[c\\] [d\\_e](f\\_g) [h\\_i](j_k) \\\\ \\a \\\n* \\* l\n",
    "* `a` b `c` ``d`` ` e ` `f\n* `g [h](i) j` [`k`](l) [m `n](o) p` q](r)\n* ` `\n",
    "* a_b _c_ d_ _e __f__ g__h é_i\n* *j* **k** l*m 2 * 3\n",
    "* ![a](b) [![c](d)](e) ! !a ![f] ![^g](h) [^i](j) !\n* !\n",
    "* a ] b [c\n* ]\n* [d](e) ] f\n* [[g](h)](i)\n",
    "* ~~a~~ ~b~ c~d [e](~f)\n* <b>g</b> h < i > j <k@l.m>\n",
    "* a  \n* b   \n\n* \u{A0}c\u{A0}\n* d\u{85}\n* \u{FEFF}e\n",
    "\u{FEFF}* a\n\u{FEFF}* b\n", "* a\u{0}b `\u{0}` [\u{1}](c)\n* d\te `f\tg`\n",
    "| a |\n|---|\n* b\n| c |\n|---|\n| d |\n# e\n* f\n", "* a | b\n- | -\n* c\n",
    "a\n# b\n===\n* c", "# a", "* a", "*", "#", "", "\n\n", "  \n* a\n   \n* b\n \nc\n",
  ])
  func blocksAreThoseOfCmark(text: String) throws {
    try check(text)
    // Below a paragraph and below an item, and with another bullet.
    try check("text\n" + text)
    try check("+ item\n" + text)
    try check(text.replacing("*", with: "-"))
  }

  @Test func blocksOfRandomTextsAreThoseOfCmark() throws {
    var plain = 0
    for seed in 0..<rounds(3_000, soak: 200_000) {
      var random = SeededGenerator(seed: UInt64(seed) &* 6_364_137 + 5)
      let lines = (0...random.next(below: 12)).map { _ in PlainBlocksTests.line(&random) }
      plain += try check(lines.joined(separator: "\n"))
    }
    #expect(plain > 1_000)
  }

  @Test func blocksOfRandomReadmesAreThoseOfCmark() throws {
    for seed in 0..<rounds(60, soak: 3_000) { try check(RandomReadme(seed: seed).text) }
  }

  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func blocksOfPublishedPagesAreThoseOfCmark() throws {
    for (number, path) in PublishedPages.paths().enumerated() where number % 20 == 3 {
      try check(String(decoding: PublishedPages.bytes("track/content/" + path), as: UTF8.self))
    }
  }

  /// Compares the two trees of each piece that may be read without cmark; returns how many there
  /// are.
  @discardableResult
  private func check(_ text: String) throws -> Int {
    let bytes = Array(text.utf8)
    let scanned = BlockScanner.scan(bytes)
    let headings = scanned.headings.map(\.offset).filter { bytes[$0] == UInt8(ascii: "#") }
    let pieces = scanned.pieces.filter(\.isPlain)
    for piece in pieces {
      let found = PlainBlocksTests.tree(
        .plain(bytes, piece.range, headings: headings), piece.syntax)
      let expected = PlainBlocksTests.tree(.parts([bytes[piece.range]]), piece.syntax)
      try #require(found == expected, "\(text.debugDescription)")
    }
    return pieces.count
  }

  /// The nodes of a tree in order, with all that a reader of entries may see of them.
  private static func tree(_ text: TreeText, _ syntax: MarkdownPiece.Syntax) -> [String] {
    var nodes: [String] = []
    MarkdownTree.parse(text, syntax: syntax, in: TreeMemory()) { document in
      var level = 0
      var node = document.firstChild
      while let current = node {
        nodes.append(String(repeating: " ", count: level) + describe(current))
        if let child = current.firstChild {
          level += 1
          node = child
          continue
        }
        var ended = current
        while ended.next == nil, let parent = ended.parent, level > 0 {
          ended = parent
          level -= 1
        }
        node = ended.next
      }
    }
    return nodes
  }

  private static func describe(_ node: MarkdownNode) -> String {
    let literal = node.withLiteral { String(decoding: $0, as: UTF8.self) }
    let url = node.withURL { String(decoding: $0, as: UTF8.self) }
    let isBlock = [.paragraph, .heading, .list, .item, .quote, .code, .html, .table, .tableRow]
      .contains(node.kind)
    return "\(node.kind) \(isBlock ? node.line : 0) \(node.headingLevel) \(node.isOrdered) "
      + "\(literal.debugDescription) \(url.debugDescription)"
  }

  /// What lines begin with.
  private static let starts = [
    "", "", "* ", "*   ", "* ", "- ", "+ ", "*", "*\t", " * ", "  ", "    ", "    * ", "# ", "## ",
    "#", "1. ", "> ", "```", "~~~", "<!--", "-->", "<div>", "</div>", "<br>", "---", "===",
    "* * *", "| a | b |", "|---|---|", "[a]: ", "\t", " ", "* - ", "*     ", "* ```", "* <p>",
  ]

  private static let markup = [
    "a", "b c", " ", "  ", "é", "\u{1F680}", "[a](b)", "[", "](c)", "]", "(", ")", "![d](e)", "!",
    "`", "``", "`f`", "\\", "\\_", "\\*", "*", "**", "_", "__", "&", " & ", "&amp;", ";", "<", ">",
    "<b>", "~", "~~", "#", " #", "|", ":", "-", "+", "=", "1.", "2)", "\t", "\u{1}", "<h:i>", "^",
    "https://g.org", "[^1]", "\"", "(j(k))", "]: l", "\u{A0}",
  ]

  private static func line(_ random: inout SeededGenerator) -> String {
    var line = starts[random.next(below: starts.count)]
    guard random.next(below: 6) > 0 else { return line }
    for _ in 0...random.next(below: 6) { line += markup[random.next(below: markup.count)] }
    return line
  }
}
