import CProcessor

/// A view of numbers of one, two or four bytes each, depending on the highest of them.
///
/// The width is not stored: it follows from the number of rows. If it does not match any of the
/// widths, the numbers have four bytes. The owner of the view must retain the image. Sendable
/// because the image is immutable.
public struct CompactNumbers: @unchecked Sendable {
  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline let width: Int
  /// How many numbers there are.
  public let count: Int

  /// Creates a view of a section with one number for each of `rows` rows.
  public init(_ section: CatalogSection, of image: CatalogImage, rows: Int) {
    self.init(image.section(section), rows: rows)
  }

  init(_ bytes: UnsafeRawBufferPointer, rows: Int) {
    self.bytes = bytes
    width = bytes.count == rows ? 1 : bytes.count / 2 == rows && bytes.count % 2 == 0 ? 2 : 4
    count = bytes.count / width
  }

  /// Returns a number, or `none` if the index is out of bounds.
  @inlinable
  @inline(__always)
  public func number(at index: Int, or none: UInt32) -> UInt32 {
    guard index >= 0, index < count else { return none }
    switch width {
    case 1: return UInt32(bytes.loadUnaligned(fromByteOffset: index, as: UInt8.self))
    case 2:
      return UInt32(
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: index &* 2, as: UInt16.self)))
    default:
      return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }
  }
}

/// A column of `CompactNumbers` that retains its image.
public struct CompactColumn: Sendable {
  private let image: CatalogImage
  @usableFromInline let numbers: CompactNumbers

  init(_ section: CatalogSection, of image: CatalogImage, rows: Int) {
    self.image = image
    numbers = CompactNumbers(section, of: image, rows: rows)
  }

  /// How many numbers there are.
  public var count: Int { numbers.count }

  /// Asks memory for a number, without waiting for it.
  public func prefetch(_ index: Int) {
    if index >= 0, index < numbers.count, let start = numbers.bytes.baseAddress {
      cprocessor_prefetch(start + index * numbers.width)
    }
  }

  /// A number; nil for an index that is out of bounds.
  @inlinable
  public subscript(index: Int) -> UInt32? {
    index >= 0 && index < numbers.count ? numbers.number(at: index, or: 0) : nil
  }
}

extension SectionPiece {
  /// Encodes numbers as `CompactNumbers` reads them, in two passes over them.
  public static func compact(_ numbers: [UInt32]) -> SectionPiece {
    switch numbers.max() ?? 0 {
    case ...UInt32(UInt8.max): .bytes(numbers.map { UInt8(truncatingIfNeeded: $0) })
    case ...UInt32(UInt16.max): .shorts(numbers.map { UInt16(truncatingIfNeeded: $0) })
    default: .words(numbers)
    }
  }
}
