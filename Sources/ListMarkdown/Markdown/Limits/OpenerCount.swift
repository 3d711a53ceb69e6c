import Glibc

/// Counts the bytes of a paragraph that may open markup: `& * < [ \ _ ` ~`.
enum OpenerCount {
  /// Returns whether a paragraph has more openers than it may always have, or a line of it more
  /// bars than a table may have columns; each bar but the outer ones separates two cells.
  static func exceedsBounds(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      guard likelyOpeners(text) > min(MarkdownBounds.freeOpeners, MarkdownBounds.columns) else {
        return false
      }
      return text.count(where: isOpener) > MarkdownBounds.freeOpeners
        || text.split(separator: 0x0A).contains { line in
          line.count { $0 == UInt8(ascii: "|") } > MarkdownBounds.columns
        }
    }
  }

  /// Returns the extensions beyond CommonMark, tables apart, that a text needs: `~~` and `[^`.
  ///
  /// Both contain a rare byte.
  static func syntax(of bytes: [UInt8], in range: Range<Int>) -> MarkdownPiece.Syntax {
    var syntax: MarkdownPiece.Syntax = []
    if has(UInt8(ascii: "~"), after: UInt8(ascii: "~"), bytes, range) {
      syntax.insert(.strikethrough)
    }
    if has(UInt8(ascii: "^"), after: UInt8(ascii: "["), bytes, range) {
      syntax.insert(.footnotes)
    }
    return syntax
  }

  /// Returns whether a byte occurs after another one; quick where it is rare.
  static func has(
    _ byte: UInt8, after before: UInt8, _ bytes: [UInt8], _ range: Range<Int>
  ) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      guard let base = text.baseAddress else { return false }
      var start = 1
      while start < text.count, let found = memchr(base + start, Int32(byte), text.count - start) {
        let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if text[place - 1] == before { return true }
        start = place + 1
      }
      return false
    }
  }
}

extension OpenerCount {
  /// Returns an upper bound of the openers and bars of a text: `]`, `^` and `}` count too, and some
  /// bytes twice.
  private static func likelyOpeners(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard text.count >= 16, let base = text.baseAddress else { return text.count }
    var total = 0
    var index = 0
    while index < text.count {
      // This many steps keep the sums within a byte.
      let end = min(index + 255 * 16, text.count)
      var sums = SIMD16<UInt8>(repeating: 0)
      while index < end {
        // The last step processes some bytes again, which is faster than byte by byte.
        let bytes = ByteBlock(base + min(index, text.count - 16))
        // `[ \ ] ^ _ `` and `| } ~`, then the others.
        sums &+= ByteBlock.ones(
          bytes.within(0x5B, 6) .| bytes.within(0x7C, 3) .| bytes.are(UInt8(ascii: "*"))
            .| bytes.are(UInt8(ascii: "<")) .| bytes.are(UInt8(ascii: "&")))
        index += 16
      }
      total += ByteBlock.sum(sums)
    }
    return total
  }

  private static func isOpener(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "["),
      UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
