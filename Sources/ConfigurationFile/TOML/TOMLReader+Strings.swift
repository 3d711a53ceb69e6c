extension TOMLReader {
  /// Reads a string of any of the four kinds.
  mutating func readString() throws(ConfigurationIssue) -> String {
    guard let quote = peek() else { throw fault("a text is missing") }
    let isLong = peek(1) == quote && peek(2) == quote
    let start = self
    advance(isLong ? 3 : 1)
    // A line end directly after the quotes is not part of the text.
    if isLong { advance(peek() == "\n" ? 1 : peek() == "\r" && peek(1) == "\n" ? 2 : 0) }
    var text = String.UnicodeScalarView()
    while let scalar = peek() {
      if scalar == quote, !isLong {
        advance()
        return String(text)
      }
      if scalar == quote, peek(1) == quote, peek(2) == quote {
        // Up to two quotes before the closing three belong to the text.
        for _ in 0..<2 where peek(3) == quote {
          text.append(quote)
          advance()
        }
        advance(3)
        return String(text)
      }
      if scalar == "\\", quote == "\"" {
        try readEscape(into: &text, isLong: isLong)
        continue
      }
      let isLineEnd = scalar == "\n" || scalar == "\r" && peek(1) == "\n"
      guard isLong && isLineEnd || Self.isAllowedInText(scalar) else {
        throw isLineEnd
          ? start.fault("the text has no end") : fault("a control character in a text")
      }
      text.append(scalar)
      advance()
    }
    throw start.fault("the text has no end")
  }

  private mutating func readEscape(
    into text: inout String.UnicodeScalarView, isLong: Bool
  ) throws(ConfigurationIssue) {
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "\"": "\"", "\\": "\\",
    ]
    guard let letter = peek(1) else { throw fault("the text has no end") }
    if let scalar = simple[letter] {
      text.append(scalar)
      advance(2)
      return
    }
    if letter == "u" || letter == "U" {
      let count = letter == "u" ? 4 : 8
      let digits = String(String.UnicodeScalarView((2..<2 + count).compactMap { peek($0) }))
      guard digits.utf8.count == count, digits.utf8.first != UInt8(ascii: "+"),
        let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
      else { throw fault("\\\(letter) needs \(count) digits of a character") }
      text.append(scalar)
      advance(2 + count)
      return
    }
    guard isLong, try skipEscapedLineEnd() else {
      throw fault("\\\(letter) is not an escape: a \\ is written \\\\, or the text in '…'")
    }
  }

  /// Skips a `\` at the end of a line and all following white space; returns false if other text
  /// follows.
  private mutating func skipEscapedLineEnd() throws(ConfigurationIssue) -> Bool {
    var ahead = 1
    while peek(ahead) == " " || peek(ahead) == "\t" { ahead += 1 }
    guard peek(ahead) == "\n" || peek(ahead) == "\r" && peek(ahead + 1) == "\n" else {
      return false
    }
    advance(ahead)
    while let scalar = peek(), " \t\n\r".unicodeScalars.contains(scalar) { advance() }
    return true
  }
}
