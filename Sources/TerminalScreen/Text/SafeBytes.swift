import Shortcodes

/// The sanitiser for long texts that are laid out as bytes, equivalent to `SafeText`.
///
/// A page has some hundred thousand characters, of which a screen shows few: creating cells for all
/// of them would take longer than parsing the page.
package enum SafeBytes {
  /// Appends sanitised bytes that should be UTF-8.
  ///
  /// LF, VT and FF are left for the caller to interpret; no other byte below 0x20 is. Text appended
  /// in one call passes through `SafeText` unchanged.
  package static func append(
    _ untrusted: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    var plain = 0
    while plain < untrusted.count, isPlain(untrusted[plain]) { plain += 1 }
    guard plain < untrusted.count else {
      output.append(contentsOf: untrusted)
      return
    }
    let start = output.count
    if !appendScalars(untrusted, to: &output) {
      output.removeLast(output.count - start)
      appendLines(untrusted, to: &output)
    }
  }

  /// Returns whether a text is one line with each character shown unchanged, so that no form of
  /// `SafeText` changes it.
  ///
  /// One pass over the bytes. Nearly all texts of lists are of this kind.
  package static func isShownUnchanged(_ untrusted: UnsafeRawBufferPointer) -> Bool {
    ASCIIScan(untrusted).isPrinting || isKept(untrusted, isLineFeedKept: false)
  }

  /// Turns a list's own text into one line, if only its line feeds need to be replaced by spaces;
  /// returns false for a text that needs `SafeText`.
  ///
  /// Gives the same as `SafeText.shown` and `SafeText.shownPiped`, in one pass over the bytes.
  package static func makeLine(_ untrusted: UnsafeMutableRawBufferPointer) -> Bool {
    let text = UnsafeRawBufferPointer(untrusted)
    let scan = ASCIIScan(text)
    if scan.hasColon, EmojiCode.occurs(atColonsOf: text.assumingMemoryBound(to: UInt8.self)) {
      return false
    }
    if scan.isPrinting { return true }
    guard isKept(text, isLineFeedKept: true) else { return false }
    replaceLineFeeds(in: untrusted)
    return true
  }

  /// Returns a list's own text as one line with emoji for its shortcodes; nil for a text that needs
  /// `SafeText`.
  ///
  /// For the texts that `makeLine` refuses only because of their shortcodes, as it does most.
  package static func lineWithEmoji(of untrusted: UnsafeRawBufferPointer) -> [UInt8]? {
    guard !untrusted.contains(UInt8(ascii: "`")) else { return nil }
    var line: [UInt8] = []
    EmojiCode.appendShown(untrusted.assumingMemoryBound(to: UInt8.self), to: &line)
    return line.withUnsafeMutableBytes { line in
      guard isKept(UnsafeRawBufferPointer(line), isLineFeedKept: true) else { return false }
      replaceLineFeeds(in: line)
      return true
    } ? line : nil
  }

  private static func replaceLineFeeds(in text: UnsafeMutableRawBufferPointer) {
    for index in text.indices where text[index] == UInt8(ascii: "\n") {
      text[index] = UInt8(ascii: " ")
    }
  }

  private static func isKept(
    _ untrusted: UnsafeRawBufferPointer, isLineFeedKept: Bool
  ) -> Bool {
    var index = 0
    while index < untrusted.count {
      if index + 8 <= untrusted.count,
        ASCIIScan.isPrinting(untrusted.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let byte = untrusted[index]
      if byte >= 0x20 && byte < 0x7F || byte == UInt8(ascii: "\n") && isLineFeedKept {
        index += 1
        continue
      }
      // Most texts are ASCII with a character or two of another kind, so only these are decoded.
      var bytes = untrusted[index...].makeIterator()
      var decoder = UTF8()
      guard case .scalarValue(let scalar) = decoder.decode(&bytes),
        case .keep = CodePoint.treatment(of: scalar)
      else { return false }
      index += UTF8.width(scalar)
    }
    return true
  }

  /// Returns the columns of a sanitised character; 0 for a combining mark.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    default:
      guard case .keep(let width) = CodePoint.treatment(of: scalar) else { return 0 }
      return Int(width)
    }
  }

  /// Returns the same if letters of ambiguous width take the given number of columns, 1 or 2.
  package static func columns(of scalar: Unicode.Scalar, ambiguousColumns: Int) -> Int {
    let columns = columns(of: scalar)
    return ambiguousColumns == 2 && columns == 1 && AmbiguousWidth.isWide(scalar) ? 2 : columns
  }
}

extension SafeBytes {
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte >= 0x0A && byte <= 0x0C
  }

  /// Appends character by character; false if one depends on more than the one before it.
  private static func appendScalars(
    _ untrusted: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    var decoder = UTF8()
    var bytes = untrusted.makeIterator()
    var marks = -1
    while true {
      let scalar: Unicode.Scalar
      switch decoder.decode(&bytes) {
      case .scalarValue(let value): scalar = value
      case .error: scalar = CodePoint.replacement
      case .emptyInput: return true
      }
      if scalar.value < 0x7F, isPlain(UInt8(scalar.value)) {
        output.append(UInt8(scalar.value))
        marks = scalar.value < 0x20 ? -1 : 0
        continue
      }
      switch CodePoint.treatment(of: scalar) {
      case .keep:
        append(scalar, to: &output)
        marks = 0
      case .mark:
        if marks < 0 {
          append(CodePoint.dottedCircle, to: &output)
          marks = 0
        }
        if marks < 4 { append(scalar, to: &output) }
        marks += 1
      case .replaced(let substitute):
        append(substitute, to: &output)
        marks = 0
      case .tab, .lineBreak:
        output.append(0x20)
        marks = 0
      case .hidden, .cosmetic: break
      case .joiner, .nonJoiner: return false
      }
    }
  }

  /// Appends line by line by way of `SafeText`.
  private static func appendLines(
    _ untrusted: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    var start = 0
    for index in 0...untrusted.count {
      let isEnd = index == untrusted.count
      guard isEnd || untrusted[index] >= 0x0A && untrusted[index] <= 0x0C else { continue }
      let line = String(decoding: untrusted[start..<index], as: UTF8.self)
      output.append(contentsOf: SafeText(line, limit: .max).text.utf8)
      if !isEnd { output.append(untrusted[index]) }
      start = index + 1
    }
  }

  @inline(__always)
  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
