import TerminalEvents
import TestSupport
import Testing

/// What terminals answer, and what only looks like an answer.
struct TerminalAnswerTests {
  @Test(
    arguments: [
      ("\u{1B}]11;rgb:0000/8080/ffff\u{7}", .background(red: 0, green: 128, blue: 255)),
      ("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\", .background(red: 253, green: 246, blue: 227)),
      ("\u{1B}]11;rgb:f/80/fff\u{7}", .background(red: 255, green: 128, blue: 255)),
      ("\u{1B}]11;rgba:1111/2222/3333/ffff\u{7}", .background(red: 17, green: 34, blue: 51)),
      ("\u{1B}[?2026;2$y", .mode(2026, isSupported: true)),
      ("\u{1B}[?2026;1$y", .mode(2026, isSupported: true)),
      ("\u{1B}[?2026;0$y", .mode(2026, isSupported: false)),
      ("\u{1B}[?2026;4$y", .mode(2026, isSupported: false)),
      ("\u{1B}[?62;22;52;1;2;3;4;5c", .attributes), ("\u{1B}[?1;2c", .attributes),
    ] as [(String, TerminalResponse)])
  func answersAreRead(bytes: String, response: TerminalResponse) {
    #expect(responses(Array(bytes.utf8)) == [response])
    #expect(responses(Array(bytes.utf8), inPiecesOf: 1) == [response], "one byte at a time")
  }

  @Test(arguments: [
    "\u{1B}]11;?\u{7}", "\u{1B}]11;rgb:00/00\u{7}", "\u{1B}]11;rgb:00/00/00/00\u{7}",
    "\u{1B}]11;rgb:00000/0/0\u{7}", "\u{1B}]11;rgb:-1/0/0\u{7}", "\u{1B}]11;rgb://\u{7}",
    "\u{1B}]11;red\u{7}", "\u{1B}]10;rgb:0/0/0\u{7}", "\u{1B}]11\u{7}", "\u{1B}]\u{7}",
    "\u{1B}]11;rgb:0/0/0\u{18}", "\u{1B}]11;rgb:0/0/0\u{1B}[A", "\u{1B}P11;rgb:0/0/0\u{1B}\\",
    "\u{1B}]11;rgb:0/0/0;\(String(repeating: "x", count: 100))\u{7}",
    "\u{1B}[2026;2$y", "\u{1B}[?2026$y", "\u{1B}[?2026;2;2$y", "\u{1B}[?2026;2y",
    "\u{1B}[?2026;$2y", "\u{1B}[?2026;2$$y", "\u{1B}[>0;276;0c", "\u{1B}[0c", "\u{1B}[<0;1;1c",
  ])
  func otherSequencesAreSwallowed(bytes: String) {
    #expect(responses(Array(bytes.utf8)).isEmpty)
  }

  @Test func anAnswerLeavesTheKeysAroundIt() {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    decoder.feed(Array("a\u{1B}]11;rgb:0/0/0\u{1B}\\b\u{1B}[?1;2cc".utf8), into: &events)
    #expect(events == ["a", "b", "c"].map { .key(KeyEvent($0)) })
    #expect(decoder.takeResponses().count == 2)
    #expect(decoder.takeResponses().isEmpty)
  }

  @Test func aFloodOfResponsesTakesNoMemory() {
    let flood = String(repeating: "\u{1B}[?2026;2$y\u{1B}]11;rgb:0/0/0\u{7}", count: 10_000)
    #expect(responses(Array(flood.utf8)).count <= 16)
  }

  /// The bytes of responses and reports, in any order: whatever the result, the next key is
  /// decoded.
  @Test func chanceNeverSwallowsTheNextKey() {
    var random = SeededGenerator(seed: 19)
    let parts = [
      "\u{1B}", "[", "]", "?", "<", "$", ";", ":", "/", "0", "11", "2026", "rgb", "ffff", "y", "c",
      "M", "m", "\\", "\u{7}", "\u{18}", "\u{9B}", "é", "P", "64", "\u{1B}[<64;5;5M",
      "\u{1B}]11;rgb:", "\u{1B}[?2026;2$y",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...30, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      var decoder = InputDecoder()
      decoder.readsMouse = Bool.random(using: &random)
      var events: [TerminalEvent] = []
      decoder.feed(Array(text.utf8), into: &events)
      decoder.flush(into: &events)
      events = []
      decoder.feed([UInt8(ascii: "q")], into: &events)
      #expect(events == [.key(KeyEvent("q"))], "after \(text.debugDescription)")
    }
  }

  private func responses(_ bytes: [UInt8], inPiecesOf size: Int = 4_096) -> [TerminalResponse] {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      decoder.feed(Array(bytes[start..<min(start + size, bytes.count)]), into: &events)
    }
    return decoder.takeResponses()
  }
}
