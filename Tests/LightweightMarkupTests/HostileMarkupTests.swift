import LightweightMarkup
import TestSupport
import Testing

/// Documents that would cost a parser with unbounded lookahead quadratic time.
struct HostileMarkupTests {
  static let patterns = [
    "* ", "- ", "[[", "[[a", "]]", "][", "[[a][b", "<<", "<http://a", "@@", "*a ", "/a ", "*/_",
    "+a",
    "#+begin_a\n", ":a:\n", "* a\n:b:\n", "| a ", "|\n", "** a\n", "- a :: ", "[fn:1", "`a ",
    "`a <",
    "``", "a_ ", "a-", "a:", "|a", "|a| ", ":a:`", ":a:", "[1]", "_`a", ".. _a:\n", ".. _a: a_\n",
    ".. |a| replace:: |a|\n\n|a|\n", "=== ===\n", "+-+\n| a", "+-", "a\n=\n", "a\n b\n  c\n",
    "__ a\n",
    "a::\n\n", "* a\n\n  ", "\\", "https://a", "https://a[", "https://a[image:", "link:", "link:a[",
    "xref:a", "<<a,", "#a ", "+a+", "++", "^a", "{a}", ":a: {a}{a}\n", "****\n", "----\n",
    "|===\n|",
    "a:: ", "term::\n", "+\n", "[a]\n", "* a\n** b\n*** c\n", "1. ", "\u{E9}", "\t", "\n", "(", "&",
    "!",
    "if::[]\n", "```\n", "....a\n", "image:a[", "a|", "[.a]#",
  ]

  /// Eight times the document takes about eight times the time, and not 64 times.
  @Test(arguments: [MarkupLanguage.org, .reStructuredText, .asciidoc])
  func theTimeGrowsWithTheLength(language: MarkupLanguage) throws {
    for pattern in Self.patterns {
      let time = { (bytes: Int) throws -> Double in
        let text = Array(String(repeating: pattern, count: bytes / pattern.utf8.count).utf8)
        return try threadSeconds {
          let translation = try #require(MarkupTranslation(text, from: language))
          #expect(translation.lines.count == translation.markdown.count { $0 == 0x0A })
        }
      }
      let (short, long) = (try time(2_000), try time(16_000))
      // Shorter times may be noise.
      #expect(long < short * 28 + 0.1, "\(language) \(pattern.debugDescription)")
    }
  }

  @Test(arguments: [MarkupLanguage.org, .reStructuredText, .asciidoc])
  func anyMixOfPatternsIsReadToItsEnd(language: MarkupLanguage) throws {
    var state: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.patterns[Int(state >> 33) % Self.patterns.count]
        if state >> 60 < 4 { text += "\n" }
      }
      let bytes = Array(text.utf8)
      let translation = try #require(MarkupTranslation(bytes, from: language))
      let lines = bytes.count { $0 == 0x0A } + 1
      #expect(translation.lines.count == translation.markdown.count { $0 == 0x0A })
      #expect(translation.lines.allSatisfy { (1...lines + 1).contains($0) }, "\(text)")
      #expect(String(validating: translation.markdown, as: UTF8.self) != nil)
    }
  }

  @Test func mutuallyRecursiveAttributesStayBounded() throws {
    var text = ":a0: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
    for number in 1..<40 { text += ":a\(number): {a\(number - 1)}{a\(number - 1)}\n" }
    text += "\n* {a39}\n"
    let translation = try #require(MarkupTranslation(Array(text.utf8), from: .asciidoc))
    #expect(translation.markdown.count < 16 << 20)
  }
}
