/// A hash of 64 bits that takes eight bytes a step, little-endian.
///
/// It is the same on every machine and in every run. It detects changes, and is no protection
/// against forgery.
public struct ContentHash: Sendable {
  /// The hash of everything combined so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Creates the hash of nothing.
  public init() {}

  /// Combines bytes; their boundaries do not affect the hash.
  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 8 <= bytes.count {
      step(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    for byte in bytes[index...] { step(UInt64(byte)) }
  }

  /// Combines bytes and their number, so that boundaries between texts matter.
  public mutating func combine(counted bytes: UnsafeRawBufferPointer) {
    combine(bytes.count)
    combine(bytes)
  }

  /// Combines a number.
  public mutating func combine(_ number: Int) { step(UInt64(bitPattern: Int64(number))) }

  /// Combines a text and its length.
  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(counted: UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  private mutating func step(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }
}
