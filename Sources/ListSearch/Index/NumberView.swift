import ListModel

/// A view of a column of numbers; the index owns the memory.
struct NumberView<Number: FixedWidthInteger> {
  let count: Int
  private let bytes: UnsafeRawBufferPointer

  init(_ section: CatalogSection, of image: CatalogImage) {
    self.init(image.section(section))
  }

  /// Creates a view of numbers that the caller owns.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    count = bytes.count / MemoryLayout<Number>.size
  }

  /// Returns a number, or another one for an index that is out of bounds.
  @inline(__always)
  func number(at index: Int, or none: Number) -> Number {
    guard index >= 0, index < count else { return none }
    return bytes.loadUnaligned(
      fromByteOffset: index &* MemoryLayout<Number>.size, as: Number.self)
  }
}
