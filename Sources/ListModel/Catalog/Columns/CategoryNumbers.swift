/// Caches the numbers of recent categories by the arrays that hold them.
///
/// A page reader gives entries below one heading the same array, and mostly those below its next
/// occurrence too, so that their texts need not be looked up.
struct CategoryNumbers {
  /// The last path in each slot, held so that its address is not reused.
  private var recent: [(path: CategoryPath, number: UInt32)?] = Array(repeating: nil, count: 64)

  /// Returns the number of a category among `texts`, to which it is added if need be.
  mutating func number(of path: CategoryPath, in texts: inout InternedTexts) -> UInt32 {
    let address = path.address
    let place = Int(address >> 5 & 63)
    if let known = recent[place], known.path.address == address { return known.number }
    let number = texts.index { appendUnits(path.headings, to: &$0) }
    recent[place] = (path, number)
    return number
  }
}
