import ListModel

/// Finds the symbols (emoji and the like) that lists put next to a title.
///
/// A symbol is one pictograph with everything joined to it: variation selectors, skin tones, joined
/// pictographs, or the second letter of a flag. `🎓⭐` are two symbols.
enum Symbols {
  /// Returns the symbol that starts at a position of a text: its end and its form without variation
  /// selectors; nil if there is none.
  static func symbol(in text: ByteSlice, at start: Int) -> (mark: Mark, end: Int)? {
    guard let (first, width) = scalar(in: text, at: start), isPictograph(first) else {
      return nil
    }
    var end = start + width
    var bytes = Array(text[start..<end])
    var joined = isRegionalIndicator(first)
    while let (next, width) = scalar(in: text, at: end) {
      if next == 0xFE0F || next == 0xFE0E {
        end += width
        continue
      }
      let belongs =
        joined ? isPictograph(next) : next == 0x200D || (0x1F3FB...0x1F3FF).contains(next)
      guard belongs else { break }
      joined = next == 0x200D
      bytes += text[end..<end + width]
      end += width
    }
    return (Mark(String(decoding: bytes, as: UTF8.self)), end)
  }

  /// Returns the symbol, or the name of one, that starts at a position of a text, and its end;
  /// arrows are separators.
  static func mark(in text: ByteSlice, at start: Int) -> (mark: Mark, end: Int)? {
    let length = Shortcode.length(atStartOf: text[start...])
    if length > 0 { return (Mark(text[start..<start + length].string), start + length) }
    return symbol(in: text, at: start)
  }

  /// Returns the start of the last symbol of a text; nil if the text does not end in one.
  ///
  /// A text of only symbols is split from its first one, so that joined ones stay whole.
  static func startOfTrailingSymbols(in text: ByteSlice) -> Int? {
    var start = text.endIndex
    while start > text.startIndex, text[start - 1] >= 0x80 || text[start - 1] == 0x20 {
      start -= 1
    }
    while start < text.endIndex {
      var index = start
      var isWhole = true
      while index < text.endIndex, isWhole {
        if text[index] == 0x20 {
          index += 1
        } else if let (_, end) = symbol(in: text, at: index) {
          index = end
        } else {
          isWhole = false
        }
      }
      if isWhole { return start }
      // Not only symbols up to the end: there is other text before and at `index`.
      start = index + (scalar(in: text, at: index)?.width ?? 1)
    }
    return nil
  }

  /// Returns the first scalar of UTF-8 and its width; nil at the end or if it is invalid.
  static func scalar(in text: ByteSlice, at index: Int) -> (value: UInt32, width: Int)? {
    guard index < text.endIndex else { return nil }
    let first = text[index]
    let width = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 0, index + width <= text.endIndex else { return nil }
    if width == 1 { return (UInt32(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (value, width)
  }
}

extension Symbols {
  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }

  /// Returns the blocks of pictographs, without the arrows and the signs of trade and copyright
  /// that are in ordinary text.
  private static func isPictograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F000...0x1FAFF: true
    case 0x2794, 0x2798...0x27AF, 0x27B1...0x27BE: false
    case 0x2600...0x27BF: true
    case 0x2B50, 0x2B55, 0x2B1B, 0x2B1C, 0x231A, 0x231B, 0x2328, 0x23CF: true
    case 0x23E9...0x23FA, 0x25AA, 0x25AB, 0x25B6, 0x25C0, 0x25FB...0x25FE: true
    case 0x203C, 0x2049, 0x3030, 0x303D, 0x3297, 0x3299: true
    default: false
    }
  }
}
