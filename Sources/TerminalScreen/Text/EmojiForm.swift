import Shortcodes

/// How emoji in a list's own text are shown.
package enum EmojiForm: String, Sendable {
  /// Unchanged, and shortcodes as their emoji.
  case keep
  /// Left out, leaving one of the blanks around them.
  case strip
  /// Written by name, as in `:rocket:`.
  case text

  /// Returns the replacement for a character; nil if it is shown unchanged.
  func replacement(for scalar: Unicode.Scalar) -> String? {
    guard self != .keep, Self.isEmoji(scalar) else { return nil }
    return self == .strip ? "" : ":\(Self.name(of: scalar)):"
  }

  /// Returns whether terminals show a character as a coloured picture of two columns.
  ///
  /// Regional indicators are letters here, and skin tones belong to the emoji before them.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x231A, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false
    default: scalar.properties.isEmojiPresentation
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    if let name = EmojiNames.name(of: scalar) { return name }
    let name = scalar.properties.name?.lowercased() ?? "emoji"
    return String(name.map { $0 == " " ? "_" : $0 })
  }

  /// Text of a page with its emoji, shortcodes aside, in this form.
  ///
  /// - Complexity: linear.
  package func rewritten(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var decoder = UTF8()
    var bytes = text.makeIterator()
    var skipsBlank = false
    while case .scalarValue(let scalar) = decoder.decodeRepairing(&bytes) {
      if let name = replacement(for: scalar) {
        output.append(contentsOf: name.utf8)
        skipsBlank = name.isEmpty && (output.isEmpty || output.last == 0x20)
      } else if !(skipsBlank && scalar == " ") {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        skipsBlank = false
      }
    }
    return output
  }
}

extension UTF8 {
  /// Returns the next scalar, U+FFFD for invalid UTF-8.
  fileprivate mutating func decodeRepairing(
    _ bytes: inout some IteratorProtocol<UInt8>
  ) -> UnicodeDecodingResult {
    let result = decode(&bytes)
    return result == .error ? .scalarValue(CodePoint.replacement) : result
  }
}
