import TestSupport
import Testing

@testable import TerminalScreen

/// How every kind of code point is shown.
struct SafeTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("Füße, naïve, Ωμέγα", "Füße, naïve, Ωμέγα"),
    ("中文 한국어 日本語", "中文 한국어 日本語"),
    ("A\rB", "A B"),
    ("A\r\nB\nC", "A B C"),
    ("a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f", "a b c d e f"),
    ("a\tb", "a b"),
    ("AB\u{8}\u{8}CD", "AB␈␈CD"),
    ("\u{0}\u{1}\u{1B}\u{1F}\u{7F}", "␀␁␛␟␡"),
    ("\u{1B}]0;PWN\u{7}", "␛]0;PWN␇"),
    ("\u{1B}P$qm\u{1B}\\", "␛P$qm␛\\"),
    ("\u{9B}2J\u{80}\u{9F}", "\u{FFFD}2J\u{FFFD}\u{FFFD}"),
    ("\u{E000}\u{F8FF}\u{10FFFD}\u{F0000}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a\u{2800}b", "a b"),
    ("e\u{301}", "e\u{301}"),
    ("\u{301}e", "\u{25CC}\u{301}e"),
  ])
  func controlsAndUnknownCharactersAreReplaced(original: String, shown: String) {
    #expect(SafeText(original).text.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(SafeText(original).hiddenCount == 0)
  }

  @Test(arguments: [0x378, 0x1FAE9, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func invalidCharactersAreReplaced(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(SafeText("a\(scalar)b").text == "a\u{FFFD}b")
  }

  @Test(
    arguments: [
      0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x00AD...0x00AD,
      0x034F...0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200D,
      0x2060...0x2064, 0x206A...0x206F, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
      0xFFF9...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF,
    ] as [ClosedRange<UInt32>])
  func hiddenCharactersAreRemovedAndCounted(range: ClosedRange<UInt32>) throws {
    for value in range {
      let scalar = try #require(Unicode.Scalar(value))
      let text = SafeText("safe\(scalar)txt.exe")
      #expect(text.text == "safetxt.exe")
      #expect(text.hiddenCount == 1)
      #expect(text.width == 11)
    }
  }

  @Test(arguments: [
    ("❤\u{FE0F} heart", "❤ heart", 7),
    ("⚠\u{FE0E}", "⚠", 1),
    ("👍🏽!", "👍!", 3),
    ("👨\u{200D}👩\u{200D}👧\u{200D}👦!", "👨!", 3),
    ("🏳\u{FE0F}\u{200D}🌈", "🏳", 1),
    ("👩🏽\u{200D}💻", "👩", 2),
    ("🧔‍♂️ x", "🧔 x", 4),
    ("🇩🇪", "DE", 2),
    ("1\u{FE0F}\u{20E3}", "1", 1),
    ("⭐🎓", "⭐🎓", 4),
  ])
  func emojiAreShownSoThatAllAgreeOnTheirWidth(original: String, shown: String, width: Int) {
    let text = SafeText(original)
    #expect(text.text.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(text.width == width)
    #expect(text.hiddenCount == 0)
  }

  @Test(arguments: [
    // Persian "I want": without the non-joiner it would be joined.
    ("می\u{200C}خواهم", "می\u{200C}خواهم", 0),
    ("good\u{200C}com", "goodcom", 1),
    ("می\u{200C}", "می", 1),
    ("می\u{200C}x", "میx", 1),
    ("ب\u{64F}\u{200C}\u{64F}x", "ب\u{64F}\u{64F}x", 1),
    ("a\u{200D}b", "ab", 1),
    ("👨\u{200D}x", "👨x", 1),
    ("👨\u{200D}1", "👨1", 1),
    ("👨\u{200D}", "👨", 1),
    ("\u{200D}👨", "👨", 1),
  ])
  func joinersAreKeptOnlyWhereTheyAreSpelling(original: String, shown: String, hidden: Int) {
    let text = SafeText(original)
    #expect(text.text.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(text.hiddenCount == hidden)
  }

  @Test(arguments: [
    ("a" + String(repeating: "\u{301}", count: 100_000), 1),
    ("a" + String(repeating: "\u{301}\u{316}", count: 50_000), 1),
    (String(repeating: "\u{1F468}\u{200D}", count: 50_000), 2),
    (String(repeating: "\u{915}\u{94D}", count: 50), 50),
    (String(repeating: "\u{FDFD}", count: 200), 200),
  ])
  func runsOfMarksAndJoinersAreBounded(original: String, width: Int) {
    let text = SafeText(original, limit: .max)
    #expect(text.width == width)
    #expect(text.text.unicodeScalars.count <= width * 5)
  }

  @Test func aMarkBeyondTheFourthIsDropped() {
    let text = SafeText("e\u{301}\u{302}\u{303}\u{304}\u{305}f")
    let expected = "e\u{301}\u{302}\u{303}\u{304}f"
    #expect(text.text.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func addressesShowWhatIsHidden() {
    let text = SafeText.url("https://h/\u{202E}gpj.exe\n\u{200B}x\u{FE0F}")
    #expect(text.text == "https://h/<U+202E>gpj.exe␊<U+200B>x<U+FE0F>")
    #expect(text.hiddenCount == 3)
    #expect(SafeText.url("https://h/a\u{200C}b\u{200D}c").text == "https://h/a<U+200C>b<U+200D>c")
  }

  @Test func aSelectorBehindAJoinerChangesNothing() {
    #expect(SafeText("👩\u{200D}\u{FE0F}👧x") == SafeText("👩x"))
  }

  @Test func textsAreComparedByTheirBytes() {
    #expect(SafeText("caf\u{E9}") != SafeText("cafe\u{301}"))
  }

  @Test func invalidBytesAreReplaced() {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0xE2, 0x82],
    ] {
      let text = SafeText(bytes: [0x41] + bytes + [0x42])
      #expect(text.text.hasPrefix("A\u{FFFD}"))
      #expect(text.text.hasSuffix("B"))
    }
  }

  @Test func longTextIsCutAtTheLimit() {
    #expect(SafeText("abcdef", limit: 3).text == "abc…")
    #expect(SafeText("äbcdef", limit: 3).text == "äbc…")
    #expect(SafeText("abc", limit: 3).text == "abc")
    #expect(SafeText.lines("ab\ncdefg", limit: 5).map(\.text) == ["ab", "cd…"])
  }

  @Test func rangesOfTheOriginalAreFoundOnTheScreen() {
    // Bytes: "x" 0, U+202E 1..<4, "ä" 4..<6, "中" 6..<9, "!" 9.
    let text = SafeText("x\u{202E}ä中!")
    #expect(text.columns(ofSource: 0..<1) == 0..<1)
    #expect(text.columns(ofSource: 4..<6) == 1..<2)
    #expect(text.columns(ofSource: 6..<10) == 2..<5)
    #expect(text.columns(ofSource: 9..<10) == 4..<5)
    #expect(text.columns(ofSource: 10..<12) == nil)
    #expect(SafeText("plain").columns(ofSource: 1..<3) == 1..<3)
  }

  @Test func sanitisingIsIdempotent() {
    let seed = seed(1)
    var random = SeededGenerator(seed: seed)
    for round in 0..<2_000 {
      let limit: UInt32 = [0x80, 0x3100, 0x20000][round % 3]
      let scalars = (0..<20).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random))
      }
      let once = SafeText(String(String.UnicodeScalarView(scalars)), limit: .max)
      let twice = SafeText(once.text, limit: .max)
      #expect(
        once.text.unicodeScalars.elementsEqual(twice.text.unicodeScalars),
        "seed \(seed), round \(round)")
      #expect(once.width == twice.width)
      #expect(twice.hiddenCount == 0)
    }
  }
}
