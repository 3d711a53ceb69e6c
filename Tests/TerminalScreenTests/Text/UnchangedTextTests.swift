import TerminalScreen
import TestSupport
import Testing

struct UnchangedTextTests {
  private func unchanged(_ text: String, isURL: Bool = false) -> String? {
    var bytes = Array(text.utf8)
    let isUnchanged = bytes.withUnsafeMutableBytes {
      isURL ? SafeBytes.isShownUnchanged(UnsafeRawBufferPointer($0)) : SafeBytes.makeLine($0)
    }
    return isUnchanged ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Returns a text as a line with emoji; nil if the sanitiser must see it.
  private func withEmoji(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBytes { SafeBytes.lineWithEmoji(of: $0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func ordinaryTextIsTakenAsItIs() {
    for text in ["", "Kafka: a log", "naïve – 日本語 “x”", "C++ (fast) ~:~", "1:100:2"] {
      #expect(unchanged(text) == text)
    }
    #expect(unchanged("https://x.example/:rocket:", isURL: true) == "https://x.example/:rocket:")
  }

  @Test func lineFeedsBecomeSpaces() {
    #expect(unchanged("a\nb") == "a b")
    #expect(unchanged("\nAuth: No\n\n日本語\n") == " Auth: No  日本語 ")
    #expect(unchanged("https://x.example/\n", isURL: true) == nil)
  }

  /// Each byte at each place of texts around the length that a step of the scan takes.
  @Test func noByteIsOverlooked() {
    for length in 1...17 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: UInt8(ascii: "~"), count: length)
          bytes[place] = byte
          let isPrinting = byte >= 0x20 && byte < 0x7F
          let isTaken = bytes.withUnsafeBytes { SafeBytes.isShownUnchanged($0) }
          #expect(isTaken == isPrinting)
          let isLine = bytes.withUnsafeMutableBytes { SafeBytes.makeLine($0) }
          #expect(isLine == (isPrinting || byte == 0x0A))
          #expect(bytes[place] == (byte == 0x0A ? 0x20 : byte))
        }
      }
    }
  }

  @Test func textShownDifferentlyIsNot() {
    for text in [
      "a\u{1B}[2J", "a\tb", "a\r\nb", "a\n:rocket:", ":rocket: fast", "e\u{301}", "\u{202E}x",
      "👩\u{200D}💻", "\u{E000}",
    ] {
      #expect(unchanged(text) == nil)
    }
  }

  @Test func shortcodesBecomeEmoji() {
    #expect(withEmoji(":rocket: fast\n日本語") == "🚀 fast 日本語")
    #expect(withEmoji("std::star::x") == "std::star::x")
    for text in [":rocket:\u{1B}[2J", "`:rocket:`", ":rocket:\u{200D}", ":rocket:\u{301}"] {
      #expect(withEmoji(text) == nil)
    }
  }

  /// Beside the sanitiser, which says what may be shown.
  @Test func takenTextEqualsSanitisedText() {
    let pieces = [
      "a", "B ", ":rocket:", ":gear:", ":family:", ":", "`", "é", "e\u{301}", "\u{200D}", "👩", "💻",
      "\u{FE0F}", "☁",
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
      if let shown = withEmoji(text) {
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
