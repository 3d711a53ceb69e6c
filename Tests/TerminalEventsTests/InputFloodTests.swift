import Testing

@testable import TerminalEvents

/// Hostile input, as a terminal, or a program that writes to it, can send.
struct InputFloodTests {
  @Test(
    arguments: [
      Array(repeating: 0xFF, count: 5),
      (0..<100_000).map { _ in UInt8.random(in: 0x80...0xFF) },
      (0..<200_000).map { _ in UInt8.random(in: 0...0xFF) },
      Array("\u{1B}[".utf8) + Array(String(repeating: "1;", count: 50_000).utf8),
      Array(String(repeating: "\u{1B}[<35;9999;9999M", count: 2_000).utf8),
      Array("\u{1B}]".utf8) + Array(repeating: 0x41, count: 1_000_000),
      Array("\u{1B}P".utf8) + Array(repeating: 0x1B, count: 100_001),
      Array(repeating: 0, count: 100_000),
      Array(repeating: 0x1B, count: 100_000),
      Array("\u{1B}[200~".utf8) + Array(repeating: 0x41, count: 1_000_000),
      Array("\u{1B}[200~\u{1B}[201~".utf8) + Array(repeating: 0x41, count: 1_000_000),
      Array(0...0x1F),
    ] as [[UInt8]])
  func afterAFloodAndAWaitAKeyIsAKey(flood: [UInt8]) {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for start in stride(from: 0, to: flood.count, by: 4_096) {
      decoder.feed(Array(flood[start..<min(start + 4_096, flood.count)]), into: &events)
    }
    decoder.flush(into: &events)
    // What came after a paste may itself have begun something.
    decoder.flush(into: &events)
    #expect(decoder.pending == nil)
    events = []
    decoder.feed([UInt8(ascii: "q")], into: &events)
    #expect(events == [.key(KeyEvent("q"))])
  }

  @Test func pastedTextIsNeverKeys() {
    #expect(events(of: "\u{1B}[200~q\rrm -rf\u{1B}x\u{1B}[201~") == [.paste("q\rrm -rf\u{1B}x")])
    #expect(events(of: "a\u{1B}[200~\u{1B}[201~b") == [.key("a"), .paste(""), .key("b")])
  }

  @Test func anEndInsideOfThePasteIsNotBelieved() {
    let text = "\u{1B}[200~one\u{1B}[201~Qtwo\u{1B}[201~"
    #expect(events(of: text) == [.paste("oneQtwo")])
    // Also where the pieces are cut directly after the false end.
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    decoder.feed(Array("\u{1B}[200~one\u{1B}[201~".utf8), into: &events)
    decoder.feed(Array("Qtwo\u{1B}[201~".utf8), into: &events)
    #expect(events.isEmpty)
    #expect(decoder.pending == .short)
    decoder.flush(into: &events)
    #expect(events == [.paste("oneQtwo")])
  }

  @Test func aPasteWithoutEndEndsAfterTheWait() {
    #expect(events(of: "\u{1B}[200~abc\u{1B}[20") == [.paste("abc\u{1B}[20")])
  }

  @Test func aLongPasteIsCutBetweenCharacters() {
    for offset in 0..<4 {
      let text = String(repeating: "x", count: offset) + String(repeating: "👍", count: 20_000)
      guard case .paste(let pasted) = events(of: "\u{1B}[200~\(text)\u{1B}[201~").first else {
        Issue.record("no paste")
        continue
      }
      #expect(text.utf8.starts(with: pasted.utf8))
      #expect(pasted.utf8.count > PasteCollector.limit - 4)
      #expect(pasted.utf8.count <= PasteCollector.limit)
    }
  }

  @Test func brokenTextIsRepairedWhenPasted() {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    let bytes = Array("\u{1B}[200~a".utf8) + [0xFF] + Array("b\u{1B}[201~".utf8)
    decoder.feed(bytes, into: &events)
    decoder.flush(into: &events)
    #expect(events == [.paste("a\u{FFFD}b")])
  }
}

extension TerminalEvent {
  fileprivate static func key(_ character: Unicode.Scalar) -> TerminalEvent {
    .key(KeyEvent(character))
  }
}

private func events(of text: String) -> [TerminalEvent] {
  var decoder = InputDecoder()
  var events: [TerminalEvent] = []
  decoder.feed(Array(text.utf8), into: &events)
  decoder.flush(into: &events)
  return events
}
