import CProcessor
import ListModel

/// A view of a column of folded texts; the index owns the memory.
///
/// Has the layout of the catalog's text columns. Offsets are clamped to the column, so a damaged
/// one yields wrong texts, never an out-of-bounds read.
struct FoldedColumn {
  let count: Int
  /// The contiguous texts.
  let text: UnsafeRawBufferPointer
  /// A bit for each byte before which a word begins or ends; empty if they are to be found from
  /// the bytes.
  let boundaries: UnsafeRawBufferPointer
  private let ends: UnsafeRawBufferPointer
  /// Kept by the index.
  private let lengths: Unmanaged<TextLengths>
  private let usualLength: Int

  /// - Parameter lengths: receives the objects that the caller must retain as long as it uses the
  ///   column.
  init(
    _ section: UnsafeRawBufferPointer,
    boundaries: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0),
    keptBy lengths: inout [TextLengths]
  ) {
    count = Self.count(of: section)
    let start = 4 + (count + 1) * 4
    let none = UnsafeRawBufferPointer(start: nil, count: 0)
    ends = count > 0 ? UnsafeRawBufferPointer(rebasing: section[4..<start]) : none
    text = count > 0 ? UnsafeRawBufferPointer(rebasing: section[start...]) : none
    self.boundaries = count > 0 ? boundaries : none
    let ownLengths = TextLengths(endingAt: ends, total: text.count)
    usualLength = ownLengths.usual
    self.lengths = .passUnretained(ownLengths)
    lengths.append(ownLengths)
  }

  /// Returns how many texts a section holds; 0 for one that is none of texts.
  static func count(of section: UnsafeRawBufferPointer) -> Int {
    let claimed = section.count >= 4 ? Int(section.loadUnaligned(as: UInt32.self)) : 0
    return 4 + (claimed + 1) * 4 <= section.count ? claimed : 0
  }

  /// A text as it is matched; empty for an index out of bounds.
  @inline(__always)
  subscript(index: Int) -> FoldedSlice {
    guard index >= 0, index < count else {
      return FoldedSlice(column: text, boundaries: boundaries, start: 0, count: 0)
    }
    let low = ends.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
    let high = ends.loadUnaligned(fromByteOffset: index * 4 + 4, as: UInt32.self)
    let start = min(Int(low), text.count)
    var length = max(0, min(Int(high), text.count) - start)
    if length > usualLength { length = limit(length) }
    return FoldedSlice(column: text, boundaries: boundaries, start: start, count: length)
  }

  /// Asks memory for the texts of some of the 64 entries of a word, without waiting for them.
  @inline(__always)
  func prefetch(_ entries: UInt64, of word: Int) {
    guard let base = text.baseAddress, word << 6 + 64 <= count else { return }
    var left = entries
    while left != 0 {
      let entry = word << 6 | left.trailingZeroBitCount
      left &= left &- 1
      let low = ends.loadUnaligned(fromByteOffset: entry * 4, as: UInt32.self)
      let high = ends.loadUnaligned(fromByteOffset: entry * 4 + 4, as: UInt32.self)
      let end = min(Int(high), text.count)
      var place = min(Int(low), end)
      while place < end {
        cprocessor_prefetch(base + place)
        place += 64
      }
      cprocessor_prefetch(base + end)
    }
  }

  @inline(never)
  private func limit(_ length: Int) -> Int {
    lengths._withUnsafeGuaranteedRef { $0.limit(length) }
  }
}

/// A folded text with its word boundaries.
struct FoldedSlice {
  /// The column that contains the text.
  let column: UnsafeRawBufferPointer
  /// One bit per byte of the column for word boundaries, including humps; see FoldedColumnBuilder.
  let boundaries: UnsafeRawBufferPointer
  /// The start of the text in its column, which ends with it.
  let start: Int
  let count: Int
  /// The bit of its first byte.
  private let firstBoundary: Int

  @inline(__always)
  init(column: UnsafeRawBufferPointer, boundaries: UnsafeRawBufferPointer, start: Int, count: Int) {
    self.column = column
    self.boundaries = boundaries
    self.start = start
    self.count = count
    firstBoundary = start
  }

  /// Creates a text in place of a folded one of the same length, with its boundaries.
  @inline(__always)
  init(_ text: FoldedSlice, boundariesOf folded: FoldedSlice) {
    column = text.column
    start = text.start
    count = text.count
    boundaries = folded.boundaries
    firstBoundary = folded.firstBoundary
  }

  /// Creates a separate text, without humps unless given.
  init(
    _ bytes: UnsafeRawBufferPointer,
    boundaries: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) {
    self.init(column: bytes, boundaries: boundaries, start: 0, count: bytes.count)
  }

  /// The text without its boundaries.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: column[start..<(start + count)])
  }

  /// Whether it is ASCII without zeros, so that folding changes nothing but the case.
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

  /// Returns a byte; the caller must check the offset.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { column[start &+ offset] }

  /// Returns whether a word begins or ends at an offset, seen from the byte before it.
  @inline(__always)
  func isBoundary(_ offset: Int) -> Bool {
    guard offset > 0, offset < count else { return true }
    if boundaries.count > 0 { return hasBoundary(offset) }
    return !isWordByte(self[offset - 1]) || !isWordByte(self[offset])
  }

  /// Returns whether a word begins with the byte at an offset.
  @inline(__always)
  func isWordStart(_ offset: Int) -> Bool { isWordByte(self[offset]) && isBoundary(offset) }

  /// Returns whether a word begins at an offset though the byte before it is of a word, too.
  @inline(__always)
  func isHump(_ offset: Int) -> Bool {
    offset > 0 && hasBoundary(offset) && isWordByte(self[offset - 1]) && isWordByte(self[offset])
  }

  /// At which of sixteen places from one of the column on a word begins or ends, a bit for each.
  ///
  /// The last place may be just after the text. Sixteen bytes have to follow it in the column.
  @inline(__always)
  func boundaries(from place: Int) -> UInt32 {
    guard boundaries.count > 0 else { return boundariesByBytes(from: place) }
    let bit = firstBoundary &+ place &- start
    guard bit >> 3 &+ 4 <= boundaries.count else { return lastBoundaries(from: place) }
    return boundaries.loadUnaligned(fromByteOffset: bit >> 3, as: UInt32.self)
      >> UInt32(truncatingIfNeeded: bit & 7) & 0xFFFF
  }

  /// Returns whether this many bytes after the text, and their word boundaries, are readable.
  @inline(__always)
  func canBeRead(to length: Int) -> Bool {
    start &+ count &+ length <= column.count
      && (firstBoundary &+ count &+ length) >> 3 &+ 8 <= boundaries.count
  }

  /// Returns the word boundaries of 57 positions of the column, one bit each, if `canBeRead` is true for
  /// that many.
  @inline(__always)
  func wideBoundaries(from place: Int) -> UInt64 {
    let bit = firstBoundary &+ place &- start
    return boundaries.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
      >> UInt64(truncatingIfNeeded: bit & 7)
  }

  /// Returns the same at the end of the readable range.
  @inline(never)
  private func lastBoundaries(from place: Int) -> UInt32 {
    (0..<16).reduce(0) { $0 | (isBoundary(place &- start &+ $1) ? 1 << UInt32($1) : 0) }
  }

  @inline(__always)
  private func boundariesByBytes(from place: Int) -> UInt32 {
    let words = wordBytes(column, place)
    let isAfterWord = place > start && isWordByte(column[place &- 1])
    let left = start &+ count &- place
    let end: UInt32 = left >= 0 && left < 16 ? 1 &<< UInt32(truncatingIfNeeded: left) : 0
    return ~(words & (words << 1 | (isAfterWord ? 1 : 0))) | end
  }

  @inline(__always)
  private func hasBoundary(_ offset: Int) -> Bool {
    let bit = firstBoundary &+ offset
    return bit >> 3 < boundaries.count && boundaries[bit >> 3] >> UInt8(bit & 7) & 1 == 1
  }
}
