import ListMarkdown
import ListModel
import Testing

/// A line consisting of tags does not hide the Markdown directly below it.
struct LoneTagTests {
  private func titles(_ text: String) throws -> [String] {
    let page = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page.issues.isEmpty)
    return page.entries.map { ([$0.title] + $0.category.headings).joined(separator: " < ") }
  }

  @Test func tablesAfterLineBreaksAreReadToTheEnd() throws {
    let rows = (1...30).map { "| [n\($0)](https://n.org/\($0)) | words that fill the row |\n" }
      .joined()
    let text = (1...20).map {
      "### Section \($0)\n| Name | What |\n|---|---|\n\(rows)\n**[Back](#index)**\n<br >\n<br >\n"
    }.joined()
    let found = try titles("# List\n\n" + text)
    #expect(found.count == 600)
    #expect(found.last == "n30 < Section 20")
  }

  @Test(arguments: [
    "<a name=\"x\" />", "<a id=\"x\"></a>", "<br>", "<p align=center>", "<div>", "<center>",
    "<details>",
    "<hr>", "<!-- comment -->", "</p>\n</div>", "<p align=\"center\">\n  Words.\n</p>",
    "<div><img src=i.png></div>",
    "</pre>",
  ])
  func aHeadingRightBelowTagsIsRead(tags: String) throws {
    let text = "# List\n\n## A\n\n- [a](https://a.org)\n\n\(tags)\n#### B\n- [b](https://b.org)\n"
    #expect(try titles(text) == ["a < A", "b < A < B"])
  }

  @Test func aHeadingInHTMLIsOneToo() throws {
    let text = "# List\n\n## A\n\n<h2>Words</h2>\n#### B\n- [b](https://b.org)\n"
    #expect(try titles(text) == ["b < Words < B"])
  }

  @Test(arguments: ["- ", "* ", "+ ", "1. "])
  func anItemRightBelowATagIsRead(marker: String) throws {
    #expect(try titles("## A\n\n<br>\n\(marker)[a](https://a.org)\n") == ["a < A"])
  }

  @Test func aTableRightBelowATagIsRead() throws {
    let text = "## A\n\n<center>\n| Name |\n|---|\n| [a](https://a.org) |\n"
    #expect(try titles(text) == ["a < A"])
  }

  @Test(arguments: [
    "<pre>", "<script>", "<style>", "<textarea>", "<!--", "<div>\n<pre>", "<div>\n<!--",
    "<p>\nwords",
  ])
  func anOpenOverlayHidesIt(tags: String) throws {
    #expect(try titles("## A\n\n\(tags)\n- [a](https://a.org)\n\n").isEmpty)
  }

  @Test func aTagBelowAnItemEndsNoList() throws {
    let text = """
      ## A

      - [k](https://k.org) <img src="a.png">
      <img src="b.png">
      \t- [l](https://l.org)
      - [m](https://m.org)
      """
    #expect(try titles(text) == ["k < A", "l < A < k", "m < A"])
  }

  @Test func linesKeepTheirNumbers() throws {
    let text =
      "<div>\nwords\n</div>\n## A\n<br>\n<br>\n- [a](https://a.org)\n\n- [b](https://b.org)\n"
    let page = try PageReader.read(Array(text.utf8), path: nil)
    #expect(page.lines == [7, 9])
  }
}
