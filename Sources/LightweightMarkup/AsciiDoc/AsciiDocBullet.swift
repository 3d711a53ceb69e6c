/// The marker of an item: `* `, `** `, `- `, `. `, `1. `, or a term with `:: `.
struct AsciiDocBullet {
  /// Equal for the items of the same list.
  let marker: [UInt8]
  let isOrdered: Bool
  /// The text, or the term.
  let text: ArraySlice<UInt8>
  private(set) var isTerm = false
  private(set) var definition: ArraySlice<UInt8> = []

  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first else { return nil }
    var rest = line
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "."): rest = line.drop { $0 == first }
    case UInt8(ascii: "-"): rest = line.dropFirst()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      rest = line.drop { $0 >= 0x30 && $0 <= 0x39 }
      rest = rest.first == UInt8(ascii: ".") ? rest.dropFirst() : line
    default: break
    }
    if rest.startIndex > line.startIndex, line.count - rest.count <= 10,
      let blank = rest.first, blank <= 0x20
    {
      isOrdered = first != UInt8(ascii: "*") && first != UInt8(ascii: "-")
      let isNumber = first >= 0x30 && first <= 0x39
      marker = isNumber ? Array("1.".utf8) : Array(line[..<rest.startIndex])
      text = AsciiDocBullet.withoutBox(rest.trimmingBlanks)
      return
    }
    guard let term = AsciiDocBullet.term(line) else { return nil }
    (text, marker, definition) = term
    isOrdered = false
    isTerm = true
  }

  /// `[ ] `, `[x] ` and `[*] `.
  private static func withoutBox(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    ["[ ] ", "[x] ", "[*] "].contains { text.starts(with: $0.utf8) }
      ? text.dropFirst(4).trimmingBlanks : text
  }

  /// `term:: definition`, with two to four colons or two semicolons.
  private static func term(
    _ line: ArraySlice<UInt8>
  ) -> (text: ArraySlice<UInt8>, marker: [UInt8], definition: ArraySlice<UInt8>)? {
    var index = line.startIndex
    while index + 1 < line.endIndex {
      let sign = line[index]
      guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: ";"), line[index + 1] == sign else {
        index += 1
        continue
      }
      let signs = line[index...].prefix { $0 == sign }
      let after = signs.endIndex
      if index > line.startIndex, line[index - 1] > 0x20, signs.count <= 4,
        after == line.endIndex || line[after] <= 0x20
      {
        return (line[..<index], Array(signs), line[after...].trimmingBlanks)
      }
      index = after
    }
    return nil
  }
}
