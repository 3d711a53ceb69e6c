import ListModel
import Testing

@testable import ListMarkdown

/// A line directly below a block quote belongs to it only if its last block is a paragraph.
struct QuoteTests {
  private func urls(_ quote: String) throws -> [String?] {
    let text = "## T\n\n- [a][r] - What.\n\n\(quote)\n[r]: https://r.org\n\n## U\n\n- [b][r]\n"
    return try PageReader.read(Array(text.utf8), path: nil, pieceBytes: 1).entries.map(\.url)
  }

  @Test(arguments: [
    "> | A | B |\n> |---|---|\n> | x | y |", "> # Heading", "> text\n>", "> ```\n> code\n> ```",
    "> <p>\n> words", "> <!-- a -->", "> * * *", "> ~~~\n> code", "> > | A |\n> > |---|",
  ])
  func aDefinitionBelowANonParagraphBlockCounts(quote: String) throws {
    #expect(try urls(quote) == ["https://r.org", "https://r.org"])
  }

  @Test(arguments: [
    "> text", "> - item", "> | A | B |\n> |---|\n> x", "> ```\n> code\n> ```\n> text",
    "> text\n> <b>", "> | A |\n> |---|\n> - item",
  ])
  func aLineBelowAParagraphIsPartOfIt(quote: String) throws {
    #expect(try urls(quote).allSatisfy { $0 != "https://r.org" })
  }

  @Test func aTableInAQuoteIsATable() throws {
    let text =
      "## T\n\n- [a](https://a.org)\n\n> | A | B |\n> |---|---|\n> | ~ | [q](https://q.org) |\n"
    let account = try PageReader.account(Array(text.utf8), path: nil)
    #expect(account.linkCount == 2)
    var kinds: [MarkdownNode.Kind] = []
    var reader = MarkdownReader(Array(text.utf8))
    _ = reader.read { block in
      if let first = block.node.firstChild, block.node.kind == .quote { kinds.append(first.kind) }
    }
    #expect(kinds == [.table])
  }
}
