import TerminalEvents

/// Whatever a terminal sends, after a silence a key is a key; and where the bytes are cut does
/// not matter, with the mouse on as with the mouse off.
func checkKeys(_ bytes: [UInt8]) {
  for readsMouse in [false, true] { checkKeys(bytes, readsMouse: readsMouse) }
}

private func checkKeys(_ bytes: [UInt8], readsMouse: Bool) {
  var whole = InputDecoder()
  whole.readsMouse = readsMouse
  var events: [TerminalEvent] = []
  whole.feed(bytes, into: &events)

  var pieces = InputDecoder()
  pieces.readsMouse = readsMouse
  var same: [TerminalEvent] = []
  for byte in bytes { pieces.feed([byte], into: &same) }
  require(events == same, "cutting changes nothing")
  require(whole.takeResponses() == pieces.takeResponses(), "nor does it change answers")

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
