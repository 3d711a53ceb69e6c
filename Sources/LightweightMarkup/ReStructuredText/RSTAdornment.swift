/// Lines of one repeated character, which make a line of text a section title.
struct RSTAdornment: Hashable {
  let sign: UInt8
  let hasOverline: Bool

  /// Returns whether a line consists of one character only, from its beginning.
  static func isAdornment(_ lines: DocumentLines, _ number: Int) -> Bool {
    let line = lines[number]
    guard !line.isBlank, line.indent == 0, let sign = lines.bytes[line.range].first,
      isSign(sign)
    else { return false }
    return lines.bytes[line.range].allSatisfy { $0 == sign }
  }

  /// Returns the title that begins on a line, as its adornment, its text's line and how many lines
  /// it takes; nil if none does.
  static func title(
    _ lines: DocumentLines, at number: Int
  ) -> (adornment: RSTAdornment, text: Int, count: Int)? {
    let first = lines[number]
    guard !first.isBlank else { return nil }
    if isAdornment(lines, number) {
      let (above, below) = (lines.text(number), lines.text(number + 2))
      guard number + 2 < lines.count, !lines[number + 1].isBlank,
        isAdornment(lines, number + 2), above.first == below.first,
        !isAdornment(lines, number + 1), isLongEnough(above, for: lines.text(number + 1))
      else { return nil }
      return (RSTAdornment(sign: above[above.startIndex], hasOverline: true), number + 1, 3)
    }
    guard first.indent == 0, number + 1 < lines.count, isAdornment(lines, number + 1) else {
      return nil
    }
    let below = lines.text(number + 1)
    guard isLongEnough(below, for: lines.text(number)) else { return nil }
    return (RSTAdornment(sign: below[below.startIndex], hasOverline: false), number, 2)
  }

  /// Returns whether an adornment is as long as its title, or has at least four characters.
  private static func isLongEnough(_ line: ArraySlice<UInt8>, for text: ArraySlice<UInt8>) -> Bool {
    line.count >= 4 || line.count >= text.count(where: { $0 & 0xC0 != 0x80 })
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isWord(byte)
  }
}
