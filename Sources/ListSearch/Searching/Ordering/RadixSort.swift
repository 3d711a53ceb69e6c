/// Sorts numbers by eight-byte keys, from the last byte to the first; the sort is stable (Knuth,
/// "The Art of Computer Programming", 5.2.5).
///
/// Takes a pass for each byte in which keys differ, and twelve additional bytes per number.
struct RadixSort {
  private(set) var values: [UInt32] = []
  private var keys: [UInt64] = []

  mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
    keys.reserveCapacity(count)
  }

  mutating func append(_ value: UInt32, key: UInt64) {
    values.append(value)
    keys.append(key)
  }

  mutating func sort() {
    var (otherValues, otherKeys) = (values, keys)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      var places = [Int](repeating: 0, count: 257)
      for key in keys { places[Int(key >> shift & 255) + 1] += 1 }
      guard !places.contains(keys.count) else { continue }
      for digit in 1..<257 { places[digit] += places[digit - 1] }
      for (value, key) in zip(values, keys) {
        let digit = Int(key >> shift & 255)
        otherValues[places[digit]] = value
        otherKeys[places[digit]] = key
        places[digit] += 1
      }
      swap(&values, &otherValues)
      swap(&keys, &otherKeys)
    }
  }
}
