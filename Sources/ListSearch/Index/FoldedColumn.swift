/// A view of folded texts on end, with where each ends; the index keeps the memory.
///
/// Laid out as the catalog's columns of texts. Offsets are clamped into the column, so that a
/// damaged one gives wrong texts, never a read outside.
struct FoldedColumn {
  let count: Int
  /// All texts on end.
  let text: UnsafeRawBufferPointer
  /// A bit a byte where a word begins inside a run of letters; none if they are not known.
  let humps: UnsafeRawBufferPointer
  private let ends: UnsafeRawBufferPointer

  init(
    _ section: UnsafeRawBufferPointer,
    humps: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) {
    let claimed = section.count >= 4 ? Int(section.loadUnaligned(as: UInt32.self)) : 0
    let start = 4 + (claimed + 1) * 4
    guard claimed > 0, start <= section.count else {
      count = 0
      text = UnsafeRawBufferPointer(start: nil, count: 0)
      ends = text
      self.humps = text
      return
    }
    count = claimed
    ends = UnsafeRawBufferPointer(rebasing: section[4..<start])
    text = UnsafeRawBufferPointer(rebasing: section[start...])
    self.humps = humps
  }

  /// A text as it is matched; an empty one for an index that is out of bounds.
  @inline(__always)
  subscript(index: Int) -> FoldedSlice {
    guard index >= 0, index < count else {
      return FoldedSlice(column: text, humps: humps, start: 0, count: 0)
    }
    let low = ends.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
    let high = ends.loadUnaligned(fromByteOffset: index * 4 + 4, as: UInt32.self)
    let start = min(Int(low), text.count)
    return FoldedSlice(
      column: text, humps: humps, start: start, count: max(0, min(Int(high), text.count) - start))
  }
}

/// A folded text and where words begin inside its runs of letters and digits.
struct FoldedSlice {
  /// The bytes among which the text lies.
  let column: UnsafeRawBufferPointer
  /// A bit for each byte of the column; see HumpFinder.
  let humps: UnsafeRawBufferPointer
  /// Where the text begins in its column; it ends there, too.
  let start: Int
  let count: Int
  /// The bit of its first byte.
  private let firstHump: Int

  @inline(__always)
  init(column: UnsafeRawBufferPointer, humps: UnsafeRawBufferPointer, start: Int, count: Int) {
    self.column = column
    self.humps = humps
    self.start = start
    self.count = count
    firstHump = start
  }

  /// A text in place of a folded one of the same length, whose humps it has.
  @inline(__always)
  init(_ text: FoldedSlice, humpsOf folded: FoldedSlice) {
    column = text.column
    start = text.start
    count = text.count
    humps = folded.humps
    firstHump = folded.firstHump
  }

  /// A text on its own, whose humps are not known unless told.
  init(
    _ bytes: UnsafeRawBufferPointer,
    humps: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) {
    self.init(column: bytes, humps: humps, start: 0, count: bytes.count)
  }

  /// The text alone.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: column[start..<(start + count)])
  }

  /// Whether it is ASCII without zeros, so that nothing of it is dropped or changed by folding but
  /// the case.
  var isPlain: Bool {
    var offset = start
    let end = start + count
    while offset < end {
      let byte = column[offset]
      if byte >= 0x80 || byte == 0 { return false }
      offset += 1
    }
    return true
  }

  /// A byte; the caller answers for the offset.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { column[start &+ offset] }

  /// Whether a word begins or ends at an offset, seen from the byte before it.
  @inline(__always)
  func isBoundary(_ offset: Int) -> Bool {
    guard offset > 0, offset < count else { return true }
    return !isWordByte(self[offset - 1]) || !isWordByte(self[offset]) || isHump(offset)
  }

  /// Whether a word begins with the byte at an offset.
  @inline(__always)
  func isWordStart(_ offset: Int) -> Bool {
    guard isWordByte(self[offset]) else { return false }
    return offset == 0 || !isWordByte(self[offset - 1]) || isHump(offset)
  }

  /// At which of sixteen places from one of the column on a hump is, a bit for each.
  @inline(__always)
  func humps(from place: Int) -> UInt32 {
    let bit = firstHump &+ place &- start
    guard bit >> 3 &+ 4 <= humps.count else { return fewHumps(from: place) }
    return humps.loadUnaligned(fromByteOffset: bit >> 3, as: UInt32.self)
      >> UInt32(
        truncatingIfNeeded: bit & 7) & 0xFFFF
  }

  /// The same at the end of what is known of humps.
  @inline(__always)
  private func fewHumps(from place: Int) -> UInt32 {
    guard humps.count > 0 else { return 0 }
    return (0..<16).reduce(0) { $0 | (isHump(place &- start &+ $1) ? 1 << UInt32($1) : 0) }
  }

  @inline(__always)
  func isHump(_ offset: Int) -> Bool {
    let bit = firstHump &+ offset
    return bit >> 3 < humps.count && humps[bit >> 3] >> UInt8(bit & 7) & 1 == 1
  }
}
