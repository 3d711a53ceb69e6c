internal import CNcurses

/// Shortens the sequences with which ncurses changes attributes.
///
/// Most terminal descriptions select the normal character set again with each change of attributes,
/// which ends a line-drawing set selected before. Lines are drawn in Unicode or ASCII here and no
/// other set is ever selected, so this part is left out, with a leading 0 that is the default: a
/// tenth of the bytes of a frame.
enum StyleSequences {
  /// Parts of the descriptions of xterm, of tmux and older terminals and of the Linux console, with
  /// their replacements.
  ///
  /// Without a first number a terminal assumes 0.
  private static let parts = [
    ("%?%p9%t\u{1B}(0%e\u{1B}(B%;", ""), ("%?%p9%t\u{0E}%e\u{0F}%;", ""),
    ("\u{1B}[0;10%?", "\u{1B}[%?"), ("\u{1B}[0%?", "\u{1B}[%?"),
  ]
  private static let usualSets = [("\u{1B}(B", ""), ("\u{0F}", "")]

  /// Shortens them in the description that ncurses has read, before their first use.
  static func shorten() {
    edit("sgr", parts)
    edit("sgr0", usualSets)
  }

  /// Edits a sequence in place: ncurses has no function to set one, but returns its own copy.
  ///
  /// It stays if it would become longer, or empty.
  private static func edit(_ name: String, _ parts: [(String, String)]) {
    guard let place = tigetstr(name), Int(bitPattern: place) != -1 else { return }
    let found = Array(String(cString: place).utf8)
    var text = found
    for (part, other) in parts { text.replace(Array(part.utf8), with: other.utf8) }
    guard !text.isEmpty, text.count < found.count else { return }
    for (index, byte) in text.enumerated() { place[index] = CChar(bitPattern: byte) }
    place[text.count] = 0
  }
}

extension [UInt8] {
  /// Replaces the first occurrence of a text.
  fileprivate mutating func replace(_ text: [UInt8], with other: String.UTF8View) {
    guard
      let start = indices.first(where: { self[$0...].starts(with: text) })
    else { return }
    replaceSubrange(start..<start + text.count, with: other)
  }
}
