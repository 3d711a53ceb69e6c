/// Counts the bytes of a paragraph that may open markup: `& * < [ \ _ ` ~`.
struct OpenerCount {
  /// Openers of all kinds since the paragraph began.
  private(set) var total = 0
  /// Bars of the last line; each but the outer ones parts two cells.
  private(set) var bars = 0

  mutating func reset() { total = 0 }

  /// Adds those of a line and notes the syntax that the line needs.
  mutating func count(
    _ bytes: [UInt8], from start: Int, to end: Int, syntax: inout MarkdownPiece.Syntax
  ) {
    bars = 0
    bytes.withUnsafeBufferPointer { bytes in
      guard start < end, let first = bytes.baseAddress else { return }
      var block = start
      while block < end - 1 {
        let next = min(block + OpenerCount.bytesOfBlock, end - 1)
        add(first + block, next - block, &syntax)
        block = next
      }
      add(last: bytes[end - 1])
    }
  }
}

extension OpenerCount {
  /// So many that a sum of flags fits into a byte.
  private static let bytesOfBlock = 128

  /// Adds some bytes, behind which there is one more.
  ///
  /// No step depends on what the byte is, which the compiler makes 16 bytes a step of.
  private mutating func add(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ syntax: inout MarkdownPiece.Syntax
  ) {
    var (openers, bars, strikes, notes) = (UInt8(0), UInt8(0), UInt8(0), UInt8(0))
    for index in 0..<count {
      let (byte, next) = (start[index], start[index + 1])
      openers &+= OpenerCount.isOpener(byte)
      bars &+= flag(byte == UInt8(ascii: "|"))
      strikes |= flag(byte == UInt8(ascii: "~")) & flag(next == UInt8(ascii: "~"))
      notes |= flag(byte == UInt8(ascii: "[")) & flag(next == UInt8(ascii: "^"))
    }
    total += Int(openers)
    self.bars += Int(bars)
    if strikes != 0 { syntax.insert(.strikethrough) }
    if notes != 0 { syntax.insert(.footnotes) }
  }

  private mutating func add(last byte: UInt8) {
    total += Int(OpenerCount.isOpener(byte))
    bars += Int(flag(byte == UInt8(ascii: "|")))
  }

  @inline(__always)
  private static func isOpener(_ byte: UInt8) -> UInt8 {
    flag(byte == UInt8(ascii: "&")) | flag(byte == UInt8(ascii: "*"))
      | flag(byte == UInt8(ascii: "<")) | flag(byte == UInt8(ascii: "["))
      | flag(byte == UInt8(ascii: "\\")) | flag(byte == UInt8(ascii: "_"))
      | flag(byte == UInt8(ascii: "`")) | flag(byte == UInt8(ascii: "~"))
  }
}
