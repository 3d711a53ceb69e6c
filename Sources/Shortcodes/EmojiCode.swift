/// A shortcode in a text: `:name:` with a name that GitHub shows as an emoji.
///
/// None begins right after an ASCII letter, a digit or another colon, unless a shortcode ends
/// there: `std::star::x` and `1:100:2` have none.
public struct EmojiCode {
  /// Bytes that it takes in the text, colons included.
  public let length: Int
  /// The emoji as UTF-8; the bytes live as long as the program.
  public let emoji: UnsafeBufferPointer<UInt8>

  /// No name is longer.
  private static let longestName = 48

  /// Creates the shortcode whose first colon is at an index; nil if there is none.
  ///
  /// - Parameter isBehindAnother: whether a shortcode ends at the index.
  /// - Complexity: constant; at most 50 bytes are read.
  public init?(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, isBehindAnother: Bool = false
  ) {
    guard text[index] == UInt8(ascii: ":") else { return nil }
    if index > 0, !isBehindAnother {
      let before = text[index - 1]
      guard before != UInt8(ascii: ":"), !Self.isLetterOrDigit(before) else { return nil }
    }
    let start = index + 1
    var end = start
    let last = min(text.count, start + Self.longestName)
    while end < last, Self.isOfName(text[end]) { end += 1 }
    guard end > start, end < text.count, text[end] == UInt8(ascii: ":") else { return nil }
    let name = UnsafeBufferPointer(rebasing: text[start..<end])
    guard let emoji = ShortcodeTable.part(for: name[0]).emoji(named: name) else { return nil }
    self.emoji = emoji
    length = end + 1 - index
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }
}

extension EmojiCode {
  /// Returns whether a text has a shortcode, code spans not looked at; one pass over the text.
  public static func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most texts have no colon, which a pass without a branch finds sixteen bytes a step.
    var hasColon = false
    for byte in text { hasColon = byte == UInt8(ascii: ":") || hasColon }
    return hasColon && occurs(atColonsOf: text)
  }

  /// Returns the same for a text that is known to have a colon.
  public static func occurs(atColonsOf text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices where text[index] == UInt8(ascii: ":") {
      if EmojiCode(at: index, of: text) != nil { return true }
    }
    return false
  }

  /// Appends a text with emoji for its shortcodes; one pass over the text.
  public static func appendShown(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    var written = 0
    var index = 0
    var end = -1
    while index < text.count {
      if text[index] == UInt8(ascii: ":"),
        let code = EmojiCode(at: index, of: text, isBehindAnother: index == end)
      {
        output.append(contentsOf: text[written..<index])
        output.append(contentsOf: code.emoji)
        index += code.length
        (written, end) = (index, index)
      } else {
        index += 1
      }
    }
    output.append(contentsOf: text[written...])
  }

  /// Returns the shortcodes of an emoji, with their colons, ignoring variation selectors.
  ///
  /// One pass over the table of some 40 KB.
  public static func codes(of emoji: some Sequence<UInt8>) -> [[UInt8]] {
    let wanted = withoutSelectors(emoji)
    var codes: [[UInt8]] = []
    guard wanted.first ?? 0 >= 0xC2 else { return codes }
    for part in ShortcodeTable.parts {
      part.forEach { name, emoji in
        if emoji[0] == wanted[0], withoutSelectors(emoji) == wanted {
          codes.append([UInt8(ascii: ":")] + name + [UInt8(ascii: ":")])
        }
      }
    }
    return codes
  }

  /// Returns the bytes without U+FE0F, which requests emoji presentation and is often left out.
  private static func withoutSelectors(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    for byte in bytes {
      kept.append(byte)
      if kept.suffix(3).elementsEqual([0xEF, 0xB8, 0x8F]) { kept.removeLast(3) }
    }
    return kept
  }
}
