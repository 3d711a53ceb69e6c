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

  /// Returns what a text may have, tables apart: `~~`, `[^` and `]:`.
  static func syntax(of bytes: [UInt8], in range: Range<Int>) -> MarkdownPiece.Syntax {
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      guard let base = text.baseAddress else { return [] }
      var syntax: MarkdownPiece.Syntax = []
      let pairs = text.count - 1
      guard pairs >= 16 else {
        for index in 0..<max(0, pairs) { syntax.formUnion(pair(text[index], text[index + 1])) }
        return syntax
      }
      var (struck, notes, definitions) = (ByteBlock.none, ByteBlock.none, ByteBlock.none)
      var index = 0
      while index < pairs {
        // The last step processes some bytes again, which is faster than byte by byte.
        let place = base + min(index, pairs - 16)
        let (bytes, next) = (ByteBlock(place), ByteBlock(place + 1))
        struck = struck .| bytes.are(UInt8(ascii: "~")) .& next.are(UInt8(ascii: "~"))
        notes = notes .| bytes.are(UInt8(ascii: "[")) .& next.are(UInt8(ascii: "^"))
        definitions = definitions .| bytes.are(UInt8(ascii: "]")) .& next.are(UInt8(ascii: ":"))
        index += 16
      }
      if ByteBlock.holds(struck) { syntax.insert(.strikethrough) }
      if ByteBlock.holds(notes) { syntax.insert(.footnotes) }
      if ByteBlock.holds(definitions) { syntax.insert(.definitions) }
      return syntax
    }
  }

  private static func pair(_ byte: UInt8, _ next: UInt8) -> MarkdownPiece.Syntax {
    switch (byte, next) {
    case (UInt8(ascii: "~"), UInt8(ascii: "~")): .strikethrough
    case (UInt8(ascii: "["), UInt8(ascii: "^")): .footnotes
    case (UInt8(ascii: "]"), UInt8(ascii: ":")): .definitions
    default: []
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
