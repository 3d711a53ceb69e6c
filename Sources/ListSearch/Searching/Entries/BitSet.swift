/// Calls back with the place of each bit that is set.
@inline(__always)
func forEachBit(_ words: UnsafeMutableBufferPointer<UInt64>, _ body: (Int) -> Void) {
  for word in words.indices {
    var left = words[word]
    while left != 0 {
      body(word << 6 | left.trailingZeroBitCount)
      left &= left &- 1
    }
  }
}

/// Returns how many bits are set.
func bitCount(_ words: UnsafeMutableBufferPointer<UInt64>) -> Int {
  words.reduce(0) { $0 + $1.nonzeroBitCount }
}

/// Returns how many bits are set in a part of a bit set.
func bitCount(_ words: UnsafeMutableBufferPointer<UInt64>, in range: Range<Int>) -> Int {
  guard !range.isEmpty, range.upperBound <= words.count << 6 else { return 0 }
  let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
  var count = 0
  for word in first...last {
    var bits = words[word]
    if word == first { bits &= .max << UInt64(range.lowerBound & 63) }
    if word == last { bits &= .max >> UInt64(63 - (range.upperBound - 1) & 63) }
    count += bits.nonzeroBitCount
  }
  return count
}
