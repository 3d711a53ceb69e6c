/// Maps entries to rows of columns in which only some entries have a value.
///
/// For every 64 entries, up to the last one with a value: a bit for each entry, u64, and the number
/// of entries with a value before them, u64. The owner must retain the image. Sendable because the
/// image is immutable.
public struct SparseRows: @unchecked Sendable {
  @usableFromInline let bytes: UnsafeRawBufferPointer

  /// Creates a view of a section; if it is missing or empty, no entry has a value.
  public init(_ section: CatalogSection, of image: CatalogImage) {
    bytes = image.section(section)
  }

  /// Returns the row of an entry's value; nil for an entry without one.
  ///
  /// In a damaged image it can be any number.
  @inlinable
  @inline(__always)
  public func row(of entry: Int) -> Int? {
    let record = entry >> 6
    guard record >= 0, record < bytes.count / 16 else { return nil }
    let bits = word(at: record &* 16)
    let bit: UInt64 = 1 << UInt64(entry & 63)
    guard bits & bit != 0 else { return nil }
    let before = Int(truncatingIfNeeded: word(at: record &* 16 &+ 8))
    return before &+ (bits & (bit &- 1)).nonzeroBitCount
  }

  @inlinable
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

/// Builds the section of `SparseRows`.
struct SparseRowsBuilder {
  /// The content of the section.
  private(set) var words: [UInt64] = []
  private var count: UInt64 = 0

  /// Adds an entry with a value; entries must be added in ascending order.
  mutating func append(_ entry: Int) {
    let record = entry >> 6
    while words.count <= record * 2 { words += [0, count] }
    words[record * 2] |= 1 << UInt64(entry & 63)
    count += 1
  }
}
