import TerminalEvents
import Testing

/// Bytes of terminals, and the keys they stand for.
struct InputDecoderTests {
  @Test(arguments: [
    ("j", "j"), ("G", "G"), (" ", "Space"), ("é中👍", "é 中 👍"),
    ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"), ("\u{7F}", "Backspace"),
    ("\u{8}", "Backspace"),
    ("\0", "C-Space"), ("\u{1}\u{3}\u{1A}", "C-a C-c C-z"), ("\u{11}\u{13}", "C-q C-s"),
    ("\u{1C}\u{1D}\u{1E}\u{1F}", "C-\\ C-] C-^ C-_"),
    ("\u{1B}b", "A-b"), ("\u{1B}\u{7F}", "A-Backspace"), ("\u{1B}\u{1}", "C-A-a"),
    ("\u{1B}éé", "A-é é"),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", "Up Down Right Left"),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", "Up Down Right Left"),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", "Home End Home End"),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", "Home End Home End"),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", "Ins Del PgUp PgDn"),
    ("\u{1B}[Z", "S-Tab"), ("\u{1B}[1;2Z", "S-Tab"),
    ("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[25~\u{1B}[34~", "F1 F5 F12 F13 F20"),
    ("\u{1B}[[A\u{1B}[[E", "F1 F5"),
    ("\u{1B}[1;5C\u{1B}[1;3D\u{1B}[1;2A", "C-Right A-Left S-Up"),
    ("\u{1B}[1;8A\u{1B}[1;9B", "C-A-S-Up A-Down"),
    ("\u{1B}[5;5~\u{1B}[3;2~", "C-PgUp S-Del"), ("\u{1B}O5C", "C-Right"), ("\u{1B}[1;5R", "C-F3"),
    ("\u{1B}OM\u{1B}Oj\u{1B}Ok\u{1B}Op\u{1B}Oy\u{1B}OX", "Enter * + 0 9 ="),
    ("\u{1B}[97;5u\u{1B}[13;2u\u{1B}[97:65;6u", "C-a S-Enter C-a"),
    ("\u{1B}[27;5;105~", "C-i"), ("\u{1B}[27u\u{1B}[9;2u", "Esc S-Tab"),
  ])
  func keysAreDecoded(bytes: String, keys: String) {
    #expect(decoded([Array(bytes.utf8)]) == keys)
    #expect(decoded(bytes.utf8.map { [$0] }) == keys, "one byte at a time")
  }

  @Test(arguments: [
    // Focus, mouse in three forms, answers to queries that were never made.
    "\u{1B}[I\u{1B}[O", "\u{1B}[<35;9999;9999M\u{1B}[<0;1;1m", "\u{1B}[M !!", "\u{1B}[35;10;10M",
    "\u{1B}[?1;2c", "\u{1B}[>0;276;0c", "\u{1B}[24;80R", "\u{1B}[0n", "\u{1B}[8;24;80t",
    "\u{1B}[?2026;2$y", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}P1+r544e=78\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}Pq\u{18}", "\u{1B}^x\u{1A}",
    "\u{1B}[201~", "\u{1B}[99~", "\u{1B}[5;5X", "\u{1B}[1;99A", "\u{1B}[1;2;3;4;5A", "\u{1B}[0u",
    "\u{1B}[55296u", "\u{1B}[1114112u", "\u{1B}[133u", "\u{1B}[ A", "\u{1B}[[Z",
    "\u{85}\u{9B}",
  ])
  func repliesAndReportsAreSwallowed(bytes: String) {
    #expect(decoded([Array((bytes + "q").utf8)]) == "q")
    #expect(decoded((bytes + "q").utf8.map { [$0] }) == "q", "one byte at a time")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFF], "q"), ([0xC0, 0xAF], "q"), ([0xE2, 0x82], "q"), ([0xED, 0xA0, 0x80], "q"),
      ([0xF5, 0x80, 0x80, 0x80], "q"), ([0xF4, 0x90, 0x80, 0x80], "q"), ([0x80], "q"),
      ([0xC3, 0xC3, 0xA9], "é q"),
      ([0xF0, 0x80, 0x80, 0x80], "q"), ([0xE0, 0x80, 0x80], "q"), ([0x9B, 0x41], "A q"),
    ] as [([UInt8], String)])
  func brokenUTF8IsDroppedAndTheNextKeyIsNot(bytes: [UInt8], keys: String) {
    #expect(decoded([bytes + [UInt8(ascii: "q")]]) == keys)
  }

  @Test func escapeAloneIsAKeyAfterTheWait() {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    decoder.feed([0x1B], into: &events)
    #expect(events.isEmpty)
    #expect(decoder.pending == .short)
    decoder.flush(into: &events)
    #expect(events == [.key(KeyEvent(.escape))])
    #expect(decoder.pending == nil)
  }

  @Test(
    arguments: [
      ([0x1B, 0x1B], "Esc Esc"), ([0x1B, 0x1B, 0x5B, 0x41], "Esc Up"), ([0x1B, 0x5B], "A-["),
      ([0x1B, 0x4F], "A-O"), ([0x1B, 0x5D], "A-]"), ([0x1B, 0x50], "A-P"),
      ([0x1B, 0x5B, 0x31], ""),
      ([0xE2, 0x82], ""), ([0x1B, 0x5D, 0x31], ""),
    ] as [([UInt8], String)])
  func unfinishedSequencesEndAfterTheTimeout(bytes: [UInt8], keys: String) {
    #expect(decoded([bytes]) == keys)
    #expect(decoded([bytes, nil, [UInt8(ascii: "q")]]) == (keys.isEmpty ? "q" : keys + " q"))
  }

  @Test func aSequenceThatIsCutOffLetsTheNextKeyThrough() {
    #expect(decoded([Array("\u{1B}[1;\u{3}".utf8)]) == "C-c")
    #expect(decoded([Array("\u{1B}[1;\u{1B}[A".utf8)]) == "Up")
    #expect(decoded([Array("\u{1B}]0;x\u{1B}[A".utf8)]) == "Up")
    #expect(decoded([Array("\u{1B}[1é".utf8)]) == "é")
  }
}

/// The keys of bytes that arrive in the given pieces, nil being a wait, and one more at the end.
private func decoded(_ pieces: [[UInt8]?]) -> String {
  var decoder = InputDecoder()
  var events: [TerminalEvent] = []
  for piece in pieces {
    if let piece { decoder.feed(piece, into: &events) } else { decoder.flush(into: &events) }
  }
  decoder.flush(into: &events)
  let names = events.map { event in
    if case .key(let key) = event { return key.description }
    return "\(event)"
  }
  return names.joined(separator: " ")
}
