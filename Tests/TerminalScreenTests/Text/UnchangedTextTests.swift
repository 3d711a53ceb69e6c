import TerminalScreen
import TestSupport
import Testing

struct UnchangedTextTests {
  private func unchanged(_ text: String, isURL: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var text = text
    let isUnchanged = text.withUTF8 { text in
      let raw = UnsafeRawBufferPointer(text)
      return isURL
        ? SafeBytes.appendUnchanged(raw, to: &bytes)
        : SafeBytes.appendShownUnchanged(raw, to: &bytes)
    }
    #expect(isUnchanged || bytes.isEmpty)
    return isUnchanged ? String(decoding: bytes, as: UTF8.self) : nil
  }

  @Test func ordinaryTextIsTakenAsItIs() {
    for text in ["", "Kafka: a log", "naïve – 日本語 “x”", "C++ (fast) ~:~", "1:100:2"] {
      #expect(unchanged(text) == text)
    }
    #expect(unchanged("https://x.example/:rocket:", isURL: true) == "https://x.example/:rocket:")
  }

  @Test func textShownDifferentlyIsNot() {
    for text in [
      "a\u{1B}[2J", "a\tb", ":rocket: fast", "e\u{301}", "\u{202E}x", "👩\u{200D}💻", "\u{E000}",
    ] {
      #expect(unchanged(text) == nil)
    }
  }

  /// Beside the sanitiser, which says what may be shown.
  @Test func takenTextEqualsSanitisedText() {
    let pieces = [
      "a", "B ", ":rocket:", ":", "`", "é", "e\u{301}", "\u{200D}", "👩", "💻", "\u{FE0F}", "☁",
      "\u{200B}",
      "\t", "\n", "\u{1B}", "\u{202E}", "日", "\u{0627}", "\u{200C}", "\u{E000}", "🇩", "\u{AD}", "~",
    ]
    var random = SeededGenerator(seed: 3)
    var count = 0
    for _ in 0..<rounds(4_000, soak: 400_000) {
      let text = (0..<Int.random(in: 0...5, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      if let shown = unchanged(text) {
        count += 1
        #expect(shown.utf8.elementsEqual(SafeText.shownPiped(text).utf8))
        #expect(shown.utf8.elementsEqual(SafeText.shown(text, limit: .max).text.utf8))
      }
      if let shown = unchanged(text, isURL: true) {
        #expect(shown.utf8.elementsEqual(SafeText.url(text).text.utf8))
      }
    }
    #expect(count > 100)
  }
}
