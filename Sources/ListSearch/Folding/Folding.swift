import ListModel

/// Calls back for each code point of a text that is not dropped, with what it folds to and where it
/// stood; dropped code points behind it count to it, so that a match covers its combining marks.
@inline(__always)
func forEachFolded(
  _ source: UnsafeRawBufferPointer, keepingCase: Bool,
  _ body: (_ folded: FoldedScalar, _ origin: Range<Int>) -> Void
) {
  var offset = 0
  var pending: (folded: FoldedScalar, start: Int)?
  while offset < source.count {
    let start = offset
    let folded = FoldedScalar(folding: decodeScalar(source, &offset), keepingCase: keepingCase)
    if folded == .dropped { continue }
    if let (previous, origin) = pending { body(previous, origin..<start) }
    pending = (folded, start)
  }
  if let (previous, origin) = pending { body(previous, origin..<source.count) }
}

/// The folded form of a text on its own.
func foldedBytes(_ text: some StringProtocol, keepingCase: Bool = false) -> [UInt8] {
  var bytes: [UInt8] = []
  withRawUTF8(of: text) { fold($0, keepingCase: keepingCase, into: &bytes) }
  return bytes
}

/// Adds the folded form of a text.
func fold(_ source: UnsafeRawBufferPointer, keepingCase: Bool, into bytes: inout [UInt8]) {
  var offset = 0
  while offset < source.count {
    let byte = source[offset]
    if byte < 0x80, byte != 0 {
      bytes.append(keepingCase ? byte : asciiLowercased(byte))
      offset += 1
      continue
    }
    let folded = FoldedScalar(folding: decodeScalar(source, &offset), keepingCase: keepingCase)
    if folded.first != 0 { bytes.append(utf8: folded.first) }
    if folded.second != 0 { bytes.append(utf8: folded.second) }
  }
}

/// The UTF-8 of a text, in place where it lies in one piece.
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
