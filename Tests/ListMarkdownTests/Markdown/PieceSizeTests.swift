import Foundation
import ListModel
import TestSupport
import Testing

@testable import ListMarkdown

/// A page reads the same wherever the pieces end that cmark-gfm is given.
struct PieceSizeTests {
  @Test(arguments: [1, 256, 1_000, 5_000])
  func theSizeOfPiecesMakesNoDifference(size: Int) throws {
    for seed in 0..<rounds(60, soak: 3_000) {
      let text = RandomReadme(seed: seed).text
      let whole = try read(text, pieceBytes: .max)
      let found = try read(text, pieceBytes: size)
      try #require(found == whole, "seed \(seed)\n\(difference(found, whole))")
    }
  }

  /// `====` makes a heading only of a paragraph that is open at its place.
  @Test(arguments: [
    ("> words\n====\nText\n====\n", ["T: b"]),
    ("> - item\n====\nText\n====\n", ["T: b"]),
    ("> - # item\nwords\n2. more\nText\n====\n", ["words 2. more Text: b"]),
    ("> words\n2. [c](https://c.org)\n\n   Text\n   ====\n", ["T: c", "T: b"]),
    ("> words\n-\n  [c](https://c.org)\n\n  Text\n  ====\n", ["T: c", "T: b"]),
    ("> - item\n> | A | B |\n> |---|---|\n| C | D |\nText\n====\n", ["T: b"]),
    ("| A | B |\n|---|---|\n====\nText\n====\n", ["T: b"]),
    ("| A | B |\n|---|---|\n2. [c](https://c.org)\n\n   Text\n   ====\n", ["T: c", "T: b"]),
    ("words\n    ====\nText\n====\n", ["words ==== Text: b"]),
    ("words\n    * * *\nText\n====\n", ["words * * * Text: b"]),
  ])
  func noPieceEndsWithinAParagraph(blocks: String, entries: [String]) throws {
    let text = "# List\n\n## T\n\n- [a](https://a.org)\n\n\(blocks)\n- [b](https://b.org)\n"
    for size in [1, .max] {
      let page = try PageReader.read(Array(text.utf8), path: nil, pieceBytes: size)
      #expect(page.entries.map { "\($0.category): \($0.title)" } == ["T: a"] + entries)
    }
  }

  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func ofRealReadmesNoPieceLosesAnything() throws {
    let folder = RealData.path("readmes")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let text = String(decoding: PublishedPages.bytes("readmes/" + name), as: UTF8.self)
      let whole = try read(text, pieceBytes: .max)
      for size in [256, 3_000] {
        let found = try read(text, pieceBytes: size)
        #expect(found == whole, "\(name) \(size)\n\(difference(found, whole))")
      }
    }
  }

  private func read(_ text: String, pieceBytes: Int) throws -> String {
    try PageReader.read(Array(text.utf8), path: nil, pieceBytes: pieceBytes).outline
  }

  private func difference(_ found: String, _ whole: String) -> String {
    let (found, whole) = (
      found.components(separatedBy: "\n"), whole.components(separatedBy: "\n")
    )
    let line = zip(found, whole).prefix { $0 == $1 }.count
    return "\(found.dropFirst(line).prefix(4))\n\(whole.dropFirst(line).prefix(4))"
  }
}
