import TestSupport
import Testing

@testable import TerminalEvents

/// Hostile input, as a terminal, or a program that writes to it, can send.
struct InputFloodTests {
  /// Many bytes, with a name: the bytes themselves would make megabytes of a log.
  struct Flood: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) { (testDescription, self.bytes) = (name, bytes) }
  }

  static let floods: [Flood] = {
    let seed = seed(1)
    var random = SeededGenerator(seed: seed)
    func bytes(_ count: Int, from least: UInt8) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: least...0xFF, using: &random) }
    }
    func many(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
    func many(_ text: String, _ count: Int) -> [UInt8] {
      Array(String(repeating: text, count: count).utf8)
    }
    return [
      Flood("broken UTF-8", many(0xFF, 5)),
      Flood("random bytes above ASCII, seed \(seed)", bytes(100_000, from: 0x80)),
      Flood("random bytes, seed \(seed)", bytes(200_000, from: 0)),
      Flood("a sequence without end", many("\u{1B}[", 1) + many("1;", 50_000)),
      Flood("reports of the mouse", many("\u{1B}[<35;9999;9999M", 2_000)),
      Flood("a command without end", many("\u{1B}]", 1) + many(0x41, 1_000_000)),
      Flood("a reply of Escapes", many("\u{1B}P", 1) + many(0x1B, 100_001)),
      Flood("NULs", many(0, 100_000)),
      Flood("Escapes", many(0x1B, 100_000)),
      Flood("a paste without end", many("\u{1B}[200~", 1) + many(0x41, 1_000_000)),
      Flood("text after a paste", many("\u{1B}[200~\u{1B}[201~", 1) + many(0x41, 1_000_000)),
      Flood("each control character", Array(0...0x1F)),
    ]
  }()

  @Test(arguments: floods) func afterAFloodAndAWaitAKeyIsAKey(flood: Flood) {
    let flood = flood.bytes
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
