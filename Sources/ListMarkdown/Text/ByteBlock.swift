/// Sixteen bytes of a text, compared in one step.
struct ByteBlock {
  let bytes: SIMD16<UInt8>

  /// Creates the sixteen bytes from an index on.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>) {
    bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Creates the first and the last bytes of a text of 4 to 16, some of them twice.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, count: Int) {
    let text = UnsafeRawPointer(start)
    let (first, last): (UInt64, UInt64)
    if count >= 8 {
      first = text.loadUnaligned(as: UInt64.self)
      last = (text + count - 8).loadUnaligned(as: UInt64.self)
    } else {
      first = UInt64(text.loadUnaligned(as: UInt32.self)) * 0x1_0000_0001
      last = UInt64((text + count - 4).loadUnaligned(as: UInt32.self)) * 0x1_0000_0001
    }
    bytes = unsafeBitCast(SIMD2(first, last), to: SIMD16<UInt8>.self)
  }

  /// Returns the lanes whose byte equals one.
  @inline(__always)
  func are(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== SIMD16(repeating: byte) }

  /// Returns the lanes whose byte lies in a range of this length from one byte on.
  @inline(__always)
  func within(_ first: UInt8, _ count: UInt8) -> SIMDMask<SIMD16<Int8>> {
    (bytes &- SIMD16(repeating: first)) .< SIMD16(repeating: count)
  }

  /// A mask without any lane.
  static var none: SIMDMask<SIMD16<Int8>> { SIMDMask(repeating: false) }

  /// Returns a one in each lane of a mask.
  @inline(__always)
  static func ones(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
    SIMD16(repeating: 0).replacing(with: SIMD16(repeating: 1), where: mask)
  }

  /// Returns the sum of sixteen bytes.
  @inline(__always)
  static func sum(_ bytes: SIMD16<UInt8>) -> Int {
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let halves = (words & 0x00FF_00FF_00FF_00FF) &+ (words &>> 8 & 0x00FF_00FF_00FF_00FF)
    let sums = (halves &* 0x0001_0001_0001_0001) &>> 48
    return Int(sums[0] + sums[1])
  }

  /// Returns the first lane of a mask that is set.
  @inline(__always)
  static func first(_ mask: SIMDMask<SIMD16<Int8>>) -> Int? {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    if words[0] != 0 { return words[0].trailingZeroBitCount >> 3 }
    return words[1] == 0 ? nil : 8 + words[1].trailingZeroBitCount >> 3
  }

  /// Returns whether any lane of a mask is set.
  @inline(__always)
  static func holds(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }
}
