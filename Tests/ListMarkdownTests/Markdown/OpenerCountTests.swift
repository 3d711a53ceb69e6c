import TestSupport
import Testing

@testable import ListMarkdown

/// Counting sixteen bytes at a time is the same as counting byte by byte.
struct OpenerCountTests {
  @Test func aTextExceedsTheBoundsExactlyWhereItHasMoreThanTheyAllow() {
    let openers = Array("&*<[\\_`~".utf8)
    let alphabet = Array("abc ]^}{=|\n".utf8) + openers
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      // Mostly harmless letters, so that both results occur.
      let share = 1 + numbers.next(below: 12)
      let text = (0..<numbers.next(below: 400)).map { _ in
        numbers.next(below: share) > 0
          ? UInt8(ascii: "x") : alphabet[numbers.next(below: alphabet.count)]
      }
      let start = numbers.next(below: text.count + 1)
      let lines = text[start...].split(separator: 0x0A)
      let isOver =
        text[start...].count { openers.contains($0) } > MarkdownBounds.freeOpeners
        || lines.contains { $0.count { $0 == UInt8(ascii: "|") } > MarkdownBounds.columns }
      #expect(OpenerCount.exceedsBounds(text, in: start..<text.count) == isOver)
    }
  }

  @Test func syntaxIsFoundOnlyWithinTheRange() {
    let text = Array("~~a~~ [^1]".utf8)
    #expect(OpenerCount.syntax(of: text, in: 0..<text.count) == [.strikethrough, .footnotes])
    #expect(OpenerCount.syntax(of: text, in: 1..<3) == [])
    #expect(OpenerCount.syntax(of: text, in: 7..<text.count) == [])
  }

  @Test func syntaxIsFoundAtAnyPlace() {
    let pairs: [(String, MarkdownPiece.Syntax)] = [
      ("~~", .strikethrough), ("[^", .footnotes), ("]:", .definitions),
    ]
    for (pair, syntax) in pairs {
      for count in 0..<50 {
        for place in 0...count {
          let text = Array(repeating: 0x78, count: place) + pair.utf8
          let longer = text + Array(repeating: 0x78, count: count - place)
          #expect(OpenerCount.syntax(of: longer, in: 0..<longer.count) == syntax)
          #expect(OpenerCount.syntax(of: longer, in: place + 1..<longer.count) == [])
        }
      }
    }
  }
}
