/// Caches the numbers of recent categories by the arrays that hold them.
///
/// A page reader gives entries below one heading the same array, and mostly those below its next
/// occurrence too, so that their texts need not be looked up.
struct CategoryNumbers {
  /// Several times the categories of most pages, so that few share a slot.
  private static let slots = 256
  /// The address of the last path in each slot, and its number; no slots before the first path.
  private var recent: [(address: UInt, number: UInt32)] = []
  /// These paths, held so that their addresses are not reused.
  private var paths: [CategoryPath?] = []

  /// Returns the number of a category among `texts`, to which it is added if need be.
  mutating func number(of path: CategoryPath, in texts: inout InternedTexts) -> UInt32 {
    if recent.isEmpty {
      recent = Array(repeating: (.max, 0), count: Self.slots)
      paths = Array(repeating: nil, count: Self.slots)
    }
    let address = path.address
    // The upper bits of a product with the golden ratio (Knuth): addresses differ by few values.
    let place = Int((UInt64(address) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if recent[place].address == address { return recent[place].number }
    let number = texts.index { appendUnits(path.headings, to: &$0) }
    recent[place] = (address, number)
    paths[place] = path
    return number
  }
}
