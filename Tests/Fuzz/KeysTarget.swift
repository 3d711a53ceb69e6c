import TerminalEvents

/// Whatever a terminal sends, after a silence a key is a key; and where the bytes are cut does
/// not matter.
func checkKeys(_ bytes: [UInt8]) {
  var whole = InputDecoder()
  var events: [TerminalEvent] = []
  whole.feed(bytes, into: &events)

  var pieces = InputDecoder()
  var same: [TerminalEvent] = []
  for byte in bytes { pieces.feed([byte], into: &same) }
  require(events == same, "cutting changes nothing")

  var flushes = 0
  while whole.pending != nil {
    whole.flush(into: &events)
    flushes += 1
    require(flushes <= 3, "a silence ends what is pending")
  }
  whole.feed([UInt8(ascii: "q")], into: &events)
  require(events.last == .key(KeyEvent(.character("q"))), "q is q after a silence")
  var memory = 0
  for case .paste(let text) in events { memory += text.utf8.count }
  require(memory <= 3 * bytes.count, "a paste is no longer than what came")
}
