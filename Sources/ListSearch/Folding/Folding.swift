import ListModel

/// Calls back for each code point of a text that is not dropped, with what it folds to and where it
/// was; dropped code points after it count to it, so that a match covers its combining marks.
@inline(__always)
func forEachFolded(
  _ source: UnsafeRawBufferPointer, keepingCase: Bool,
  _ body: (_ folded: FoldedScalar, _ origin: Range<Int>) -> Void
) {
  var offset = 0
  var pending: (folded: FoldedScalar, start: Int)?
  while offset < source.count {
    let start = offset
    let folded = FoldedScalar(folding: decodeVoiced(source, &offset), keepingCase: keepingCase)
    if folded == .dropped { continue }
    if let (previous, origin) = pending { body(previous, origin..<start) }
    pending = (folded, start)
  }
  if let (previous, origin) = pending { body(previous, origin..<source.count) }
}

/// Returns the folded form of a text on its own, in which texts are equal that differ in case or
/// accents.
package func foldedBytes(_ text: some StringProtocol, keepingCase: Bool = false) -> [UInt8] {
  var bytes: [UInt8] = []
  withRawUTF8(of: text) { fold($0, keepingCase: keepingCase, into: &bytes) }
  return bytes
}

/// Adds the folded form of a text.
package func fold(_ source: UnsafeRawBufferPointer, keepingCase: Bool, into bytes: inout [UInt8]) {
  var offset = 0
  while offset < source.count {
    let end = endOfASCII(source, from: offset)
    if end > offset {
      append(ascii: UnsafeRawBufferPointer(rebasing: source[offset..<end]), keepingCase, to: &bytes)
      offset = end
      continue
    }
    let folded = FoldedScalar(folding: decodeVoiced(source, &offset), keepingCase: keepingCase)
    if folded.first != 0 { bytes.append(utf8: folded.first) }
    if folded.second != 0 { bytes.append(utf8: folded.second) }
    if folded.third != 0 { bytes.append(utf8: folded.third) }
  }
}

/// Returns the first byte from a place on that is not ASCII, or is 0, which is folded too.
///
/// Nearly all text is ASCII; eight bytes are compared in a step.
func endOfASCII(_ source: UnsafeRawBufferPointer, from start: Int) -> Int {
  let high: UInt64 = 0x8080_8080_8080_8080
  var offset = start
  while offset + 8 <= source.count {
    let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    // The borrow shows in the high bit of a byte that is 0 (Warren, "Hacker's Delight", 6-1); of one
    // above it, too, which costs at most a closer look.
    guard (word | (word &- 0x0101_0101_0101_0101)) & high == 0 else { break }
    offset += 8
  }
  while offset < source.count, source[offset] < 0x80, source[offset] != 0 { offset += 1 }
  return offset
}

/// Appends ASCII text, in lower case unless the case is preserved.
func append(
  ascii source: UnsafeRawBufferPointer, _ keepingCase: Bool, to bytes: inout [UInt8]
) {
  let start = bytes.count
  bytes.append(contentsOf: source)
  guard !keepingCase else { return }
  bytes.withUnsafeMutableBufferPointer { bytes in
    // Without branches, so that the compiler vectorises it to 16 bytes per step.
    for index in start..<bytes.count {
      let isUpper: UInt8 = bytes[index] &- UInt8(ascii: "A") < 26 ? 0x20 : 0
      bytes[index] |= isUpper
    }
  }
}

/// Returns the UTF-8 of a text, in place if it is contiguous.
func withRawUTF8<Result>(
  of text: some StringProtocol, _ body: (UnsafeRawBufferPointer) -> Result
) -> Result {
  if let result = text.utf8.withContiguousStorageIfAvailable({
    body(UnsafeRawBufferPointer($0))
  }) {
    return result
  }
  return Array(text.utf8).withUnsafeBytes(body)
}
