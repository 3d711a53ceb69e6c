/// The SHA-1 digest for version 5 UUIDs (FIPS 180-4), not used for security.
///
/// A package for it would take longer to build than awl itself.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )

  /// Returns the 20 bytes of the digest of a message.
  static func digest(of message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.reserveCapacity(message.count + 72)
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    withUnsafeBytes(of: (UInt64(message.count) * 8).bigEndian) { padded.append(contentsOf: $0) }
    var hash = SHA1()
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      padded.withUnsafeBytes { bytes in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          hash.add(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]), words)
        }
      }
    }
    let words = [hash.state.0, hash.state.1, hash.state.2, hash.state.3, hash.state.4]
    return words.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  /// - Parameter words: buffer for the 80 words of the message schedule.
  private mutating func add(
    _ block: UnsafeRawBufferPointer, _ words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      words[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    for index in 16..<80 {
      let mixed = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
      words[index] = rotate(mixed, by: 1)
    }
    var (a, b, c, d, e) = state
    for index in 0..<80 {
      let (mixed, constant) = round(index, b, c, d)
      let next = rotate(a, by: 5) &+ mixed &+ e &+ constant &+ words[index]
      (a, b, c, d, e) = (next, a, rotate(b, by: 30), c, d)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  private func round(
    _ index: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32
  ) -> (mixed: UInt32, constant: UInt32) {
    switch index {
    case 0..<20: (b & c | ~b & d, 0x5A82_7999)
    case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
    case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
    default: (b ^ c ^ d, 0xCA62_C1D6)
    }
  }

  private func rotate(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
