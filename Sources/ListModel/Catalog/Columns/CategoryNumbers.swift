/// Caches the numbers of recent categories by the arrays that hold them.
///
/// A page reader gives entries below one heading the same array, and mostly those below its next
/// occurrence too, so that their texts need not be looked up.
struct CategoryNumbers {
  /// The address of the last path in each slot, and its number.
  private var recent = [(address: UInt, number: UInt32)](repeating: (.max, 0), count: 64)
  /// These paths, held so that their addresses are not reused.
  private var paths = [CategoryPath?](repeating: nil, count: 64)

  /// Returns the number of a category among `texts`, to which it is added if need be.
  mutating func number(of path: CategoryPath, in texts: inout InternedTexts) -> UInt32 {
    let address = path.address
    let place = Int(address >> 5 & 63)
    if recent[place].address == address { return recent[place].number }
    let number = texts.index { appendUnits(path.headings, to: &$0) }
    recent[place] = (address, number)
    paths[place] = path
    return number
  }
}
