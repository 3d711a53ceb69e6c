/// A slice of bytes without reference counting, unlike an array slice.
typealias ByteSlice = Slice<UnsafeBufferPointer<UInt8>>

extension RandomAccessCollection<UInt8> where SubSequence == Self, Index == Int {
  var string: String { String(decoding: self, as: UTF8.self) }

  var trimmingTrailingSpaces: Self {
    var end = endIndex
    while end > startIndex, self[end - 1] == 0x20 { end -= 1 }
    return self[..<end]
  }

  var trimmingLeadingSpaces: Self { drop { $0 == 0x20 } }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The same bytes as a buffer, whose indices start at 0.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self) }
}
