import Testing

@testable import ListHistory

struct BlockEdgesTests {
  /// The first lines of all parts but the first.
  private func edges(_ text: String) -> [String] {
    var lines: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var part = BlockEdges.part(at: 0, of: bytes, isBelowLink: false)
      while part.range.upperBound < bytes.count {
        let start = part.range.upperBound
        let end = BlockEdges.endOfLine(from: start, in: bytes)
        lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
        part = BlockEdges.part(at: start, of: bytes, isBelowLink: part.endsBelowLink)
      }
    }
    return lines
  }

  private let filler = String(repeating: "Some words that fill a part.\n", count: 10)

  @Test func headingsAreEdges() {
    #expect(edges("# A\n\(filler)\n## B\n\(filler)\n### C\n") == ["## B", "### C"])
  }

  @Test func aHeadingRightBelowATagIsAnEdge() {
    #expect(edges("\(filler)\n<a name=\"b\" />\n## B\n\(filler)\n# C\n") == ["## B", "# C"])
  }

  @Test func headingsThatAreCloseShareAPart() {
    #expect(edges("# A\n## B\n\(filler)\n## C\n") == ["## C"])
  }

  @Test(arguments: [
    "```\n# B\n```\n", "~~~\n```\n# B\n~~~\n", "<!--\n\n# B\n\n-->\n", "<pre>\n\n# B\n\n</pre>\n",
    "<div>\ntext\n# B\n\n", "    # B\n", "- item\n\n  # B\n", "####### B\n", "#B\n",
  ])
  func hiddenTextIsNotAnEdge(text: String) {
    #expect(edges(filler + text) == [])
    #expect(edges(filler + text + filler + "# C\n") == ["# C"])
  }

  @Test func someItemsAreEdgesButNotBelowALink() {
    let items = (0..<200).map { "- [N\($0)](https://n.org/\($0)) - Some words on it.\n" }.joined()
    let found = edges("# A\n\n" + items)
    #expect((10...30).contains(found.count))
    #expect(edges("# B\n\n- first\n" + items) == found)
    #expect(edges("# [A](https://a.org)\n\n" + items) == [])
    #expect(edges("[A](https://a.org)\n---\n\n" + items) == [])
  }
}
