import CProcessor

/// A column of texts: `count: u32`, `count + 1` ends as u32, then the UTF-8 of all texts.
///
/// Offsets are clamped into the column, so a damaged image yields wrong text, never a read
/// outside, and all texts together are never much longer than the column. It keeps the image
/// alive, whose memory is never written: so it is Sendable.
public struct TextColumn: @unchecked Sendable {
  private let image: CatalogImage
  private let ends: UnsafeRawBufferPointer
  private let text: UnsafeRawBufferPointer
  private let lengths: TextLengths
  /// How many texts there are.
  public let count: Int

  init(_ section: CatalogSection, of image: CatalogImage) {
    self.init(image.section(section), of: image)
  }

  /// Creates a column that is a part of a section.
  init(_ bytes: UnsafeRawBufferPointer, of image: CatalogImage) {
    let claimed = bytes.count >= 4 ? Int(bytes.loadUnaligned(as: UInt32.self)) : 0
    let start = 4 + (claimed + 1) * 4
    guard claimed > 0, start <= bytes.count else {
      let none = UnsafeRawBufferPointer(start: nil, count: 0)
      self.init(head: none, text: none, of: image)
      return
    }
    self.init(
      head: UnsafeRawBufferPointer(rebasing: bytes[..<start]),
      text: UnsafeRawBufferPointer(rebasing: bytes[start...]), of: image)
  }

  /// Creates a column whose texts do not follow its head: the number of texts and all ends.
  init(head: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer, of image: CatalogImage) {
    self.image = image
    self.text = text
    count = max(0, head.count / 4 - 2)
    ends = UnsafeRawBufferPointer(rebasing: head.dropFirst(4))
    lengths = TextLengths(endingAt: ends, total: text.count)
  }

  /// The bytes of all texts; valid as long as the column is held.
  public var allBytes: UnsafeRawBufferPointer { text }

  /// Returns the range of a text in `allBytes`; empty for an index that is out of bounds.
  public func range(at index: Int) -> Range<Int> {
    guard index >= 0, index < count else { return 0..<0 }
    let start = ends.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
    let end = ends.loadUnaligned(fromByteOffset: index * 4 + 4, as: UInt32.self)
    let low = min(Int(start), text.count)
    return low..<low + lengths.limit(min(Int(end), text.count) - low)
  }

  /// Asks memory for what `range` reads, without waiting for it.
  public func prefetchRange(at index: Int) {
    if index >= 0, index < count, let start = ends.baseAddress {
      cprocessor_prefetch(start + index * 4)
    }
  }

  /// Asks memory for the start of a text; waits for its range only.
  public func prefetch(at index: Int) {
    if let start = bytes(at: index).baseAddress { cprocessor_prefetch(start) }
  }

  /// Returns the UTF-8 of a text; valid as long as the column is held.
  public func bytes(at index: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text[range(at: index)])
  }

  /// Returns the UTF-8 of some texts that follow on one another; valid as long as the column is
  /// held.
  ///
  /// In a damaged column a text may end before the one in front of it, and is then empty. Costs a
  /// pass over the ends.
  func bytes(of texts: Range<Int>) -> UnsafeRawBufferPointer {
    let start = range(at: texts.lowerBound).lowerBound
    let end = texts.reduce(start) { max($0, range(at: $1).upperBound) }
    return UnsafeRawBufferPointer(rebasing: text[start..<end])
  }

  /// A text, with what is not UTF-8 replaced.
  public subscript(index: Int) -> String {
    String(decoding: bytes(at: index), as: UTF8.self)
  }
}

/// A column of numbers of one width.
public struct NumberColumn<Number: FixedWidthInteger & Sendable>: @unchecked Sendable {
  private let image: CatalogImage
  @usableFromInline let bytes: UnsafeRawBufferPointer
  /// How many numbers there are.
  public let count: Int

  init(_ section: CatalogSection, of image: CatalogImage) {
    self.init(image.section(section), of: image)
  }

  /// Creates a column that is a part of a section.
  init(_ bytes: UnsafeRawBufferPointer, of image: CatalogImage) {
    self.image = image
    self.bytes = bytes
    count = bytes.count / MemoryLayout<Number>.size
  }

  /// A number; nil for an index that is out of bounds.
  @inlinable
  public subscript(index: Int) -> Number? {
    guard index >= 0, index < count else { return nil }
    return Number(
      littleEndian: bytes.loadUnaligned(
        fromByteOffset: index * MemoryLayout<Number>.size, as: Number.self))
  }

  /// Asks memory for a number, without waiting for it.
  public func prefetch(_ index: Int) {
    if index >= 0, index < count, let start = bytes.baseAddress {
      cprocessor_prefetch(start + index * MemoryLayout<Number>.size)
    }
  }

  /// Whether no number is less than the one before it; costs a pass over them.
  var isRising: Bool {
    guard count > 1 else { return true }
    var falls = false
    for index in 1..<count { falls = (self[index] ?? 0) < (self[index - 1] ?? 0) || falls }
    return !falls
  }
}
