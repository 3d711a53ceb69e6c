import TestSupport
import Testing

@testable import ListMarkdown

/// Runs of white space in an entry's text become one space.
struct WhiteSpaceTests {
  private static let parts = [
    "a", "words", "é", "ww", ":", "://", ":s", "\u{2B50}", "\u{2014}", "\u{C2}", "\u{80}", "\u{1}",
    "sixteen-or-more-letters", " ", " ", "  ", "\t", "\u{A0}", "\u{2028}", "\u{2029}", "\u{B}",
  ]
  private static let spaces: [Unicode.Scalar] = [
    " ", "\t", "\u{B}", "\u{A0}", "\u{2028}", "\u{2029}",
  ]

  @Test func randomWhiteSpaceBecomesSingleSpaces() throws {
    for seed in 0..<rounds(4_000, soak: 200_000) {
      var random = SeededGenerator(seed: UInt64(seed) &* 31 + 7)
      var collector = InlineCollector()
      var whole = ""
      for _ in 0...random.next(below: 3) {
        var text = ""
        for _ in 0..<random.next(below: 14) {
          text += WhiteSpaceTests.parts[random.next(below: WhiteSpaceTests.parts.count)]
        }
        Array(text.utf8).withUnsafeBufferPointer { collector.append($0) }
        whole += text
      }
      let words = whole.unicodeScalars.split { WhiteSpaceTests.spaces.contains($0) }
      let expected = words.map { String($0) }.joined(separator: " ")
      let found = String(decoding: collector.result.text, as: UTF8.self)
      try #require(
        found.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(whole.debugDescription)")
    }
  }
}
