import Shortcodes

extension TextPattern {
  /// Returns the alternatives to a word that is an emoji or a shortcode.
  ///
  /// Texts are searched as written, and many spell 🚀 as `:rocket:`: an emoji also searches for its
  /// shortcodes, and a shortcode for its emoji and the emoji's other shortcodes.
  func otherSpellings(_ text: [UInt8]) -> [TextPattern] {
    spellings(text).compactMap {
      TextPattern(
        $0, isFuzzy: false, isAnchoredAtStart: isAnchoredAtStart, isAnchoredAtEnd: isAnchoredAtEnd)
    }
  }

  private func spellings(_ text: [UInt8]) -> [[UInt8]] {
    guard let first = text.first else { return [] }
    guard first == UInt8(ascii: ":") else { return first < 0x80 ? [] : EmojiCode.codes(of: text) }
    return text.withUnsafeBufferPointer {
      guard let code = EmojiCode(at: 0, of: $0), code.length == text.count else { return [] }
      return [Array(code.emoji)] + EmojiCode.codes(of: code.emoji).filter { $0 != text }
    }
  }
}
