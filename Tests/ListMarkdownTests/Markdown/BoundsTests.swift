import ListMarkdown
import ListModel
import Testing

/// Truncated text is reported, and the text before and after it is read.
struct BoundsTests {
  @Test(arguments: [
    ("[a](b) ", 3_000, "more than 1000 times the same markup"),
    ("x", 70_000, "the line is longer than 65536 bytes and was cut"),
    ("- ", 40, "nested more than 32 deep"),
    ("* \(String(repeating: "y", count: 100))\n  ", 25_000, "is too long: the rest"),
  ])
  func exceededBoundsAreReported(pattern: String, times: Int, message: String) throws {
    let text = String(repeating: pattern, count: times)
    let page = try PageReader.read(
      Array("* [first](https://f.org)\n\n# A\n\n\(text)x\n\n# B\n\n* [last](https://l.org)\n".utf8),
      path: nil)
    #expect(page.entries.first?.title == "first" && page.entries.last?.title == "last")
    #expect(page.issues.contains { $0.line >= 5 && $0.message.contains(message) })
  }

  /// The line that exceeds the bound of a block is a heading with too much markup for cmark.
  @Test func anItemThatIsCutAtAHeadingIsReadUpToIt() throws {
    let heading = "  # [a](https://a.org) \(String(repeating: "[z]", count: 40))\n"
    let text =
      "* [first](https://f.org)\n" + String(repeating: heading, count: 15_000)
      + "# B\n\n* [last](https://l.org)\n"
    let page = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page.entries.first?.title == "first" && page.entries.last?.title == "last")
    #expect(page.issues.contains { $0.line > 14_000 && $0.message.contains("is too long") })
  }

  @Test func cutTextIsListedAsLeftOut() throws {
    let links = (0..<1_100).map { "[a](pages/\($0).md) " }.joined()
    let account = try PageReader.account(Array("## A\n\n\(links)\n".utf8), path: nil)
    #expect(account.linkCount == 1_100 && account.leftOutLinkCount == 1_100)
    #expect(account.leftOut.count { $0.reason == .cut } == 100)
    #expect(account.page.issues.filter { $0.message.contains("markup") }.map(\.line) == [3])
  }

  @Test func aTableOfThirtyThousandLinksIsReadWhole() throws {
    let rows = (0..<30_000).map { "| [n\($0)](https://n.org/\($0)) | a | b | c | d | e | f |\n" }
    let text =
      "## A\n\n| N | A | B | C | D | E | F |\n|---|---|---|---|---|---|---|\n" + rows.joined()
    let page = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page.entries.count == 30_000 && page.issues.isEmpty)
    #expect(page.entries.last?.url == "https://n.org/29999")
  }

  @Test func aNestedListIsReadWhole() throws {
    let items = (0..<12_000).map {
      "  - [n\($0)](https://n.org/\($0)) - Some words on what it is.\n"
    }
    let page = try PageReader.read(Array(("- All\n" + items.joined()).utf8), path: nil)
    #expect(page.entries.count == 12_000 && page.issues.isEmpty)
  }

  @Test func tooManyEntriesAreCut() throws {
    let page = try PageReader.read(
      Array(String(repeating: "* [a](b)\n", count: 100_001).utf8), path: nil)
    #expect(page.entries.count == 100_000)
    #expect(page.issues.map(\.line) == [100_001])
  }
}
