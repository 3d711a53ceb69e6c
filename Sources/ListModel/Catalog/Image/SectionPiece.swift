/// A section of an image and the pieces of its content.
public typealias SectionContent = (section: CatalogSection, pieces: [SectionPiece])

/// A piece of a section, as the array in which it was built.
///
/// Nothing is copied before writing: a section is the concatenation of its pieces, in
/// little-endian.
public enum SectionPiece: @unchecked Sendable {
  /// Texts, and other bytes.
  case bytes([UInt8])
  /// Numbers of two bytes.
  case shorts([UInt16])
  /// Numbers of four bytes.
  case words([UInt32])
  /// Numbers of four bytes, some of which may be negative, such as days.
  case days([Int32])
  /// Numbers of eight bytes.
  case longs([UInt64])
  /// A section of an image, which is held until the new one is written.
  case mapped(UnsafeRawBufferPointer)

  var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .shorts(let shorts): shorts.count * 2
    case .words(let words): words.count * 4
    case .days(let days): days.count * 4
    case .longs(let longs): longs.count * 8
    case .mapped(let bytes): bytes.count
    }
  }

  /// Calls `body` with the bytes, which are valid inside it only.
  public func withBytes<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var failure: Failure?
    // An array's own method takes any error and forgets its type.
    func call(_ bytes: UnsafeRawBufferPointer) {
      do throws(Failure) { try body(bytes) } catch { failure = error }
    }
    switch self {
    case .bytes(let bytes): bytes.withUnsafeBytes(call)
    case .shorts(let shorts): shorts.withUnsafeBytes(call)
    case .words(let words): words.withUnsafeBytes(call)
    case .days(let days): days.withUnsafeBytes(call)
    case .longs(let longs): longs.withUnsafeBytes(call)
    case .mapped(let bytes): call(bytes)
    }
    if let failure { throw failure }
  }
}
