import ListModel

/// The conditions that are no text, tested on 64 entries at a time.
struct EntryColumns {
  private let lists: CompactNumbers
  private let categories: CompactNumbers
  private let days: NumberView<Int32>
  private let stars: StarColumn
  private let marks: CompactNumbers
  private let urls: FoldedColumn

  init(_ index: SearchIndex) {
    lists = index.entryLists
    categories = index.entryCategories
    days = index.entryDays
    stars = index.entryStars
    marks = index.entryMarks
    urls = index.urls
  }

  /// Returns the entries that satisfy a condition.
  func entries(holding test: TermTest, _ word: Int, among entries: UInt64) -> UInt64 {
    switch test {
    case .text, .known: 0
    case .lists(let isMeant):
      select(word, entries) { isTrue(isMeant, lists.number(at: $0, or: .max)) }
    case .marks(let hasMark):
      select(word, entries) { isTrue(hasMark, marks.number(at: $0, or: .max)) }
    case .days(let range): select(word, entries) { range.contains(days.number(at: $0, or: .min)) }
    case .stars(let range):
      select(word, entries) {
        let count = stars.count(of: $0)
        return count >= 0 && range.contains(count)
      }
    case .host(let name): select(word, entries) { host(of: urls[$0].bytes, isIn: name) }
    case .entries(let words): word < words.count ? words[word] & entries : 0
    }
  }

  /// Returns the entries whose category has a nonzero number.
  func entries(
    inCategories numbers: UnsafeBufferPointer<UInt8>, _ word: Int, among entries: UInt64
  ) -> UInt64 {
    select(word, entries) { number(numbers, ofCategoryOf: $0) > 0 }
  }

  /// Returns the number of an entry's category; 0 for one that has none.
  @inline(__always)
  func number(_ numbers: UnsafeBufferPointer<UInt8>, ofCategoryOf entry: Int) -> Int {
    let category = Int(categories.number(at: entry, or: .max))
    return category < numbers.count ? Int(numbers[category]) : 0
  }

  @inline(__always)
  private func isTrue(_ table: UnsafeBufferPointer<Bool>, _ number: UInt32) -> Bool {
    Int(number) < table.count && table[Int(number)]
  }

  @inline(__always)
  private func select(_ word: Int, _ entries: UInt64, _ holds: (Int) -> Bool) -> UInt64 {
    var left = entries
    var selected: UInt64 = 0
    while left != 0 {
      let bit = left & (~left &+ 1)
      if holds(word << 6 | left.trailingZeroBitCount) { selected |= bit }
      left &= left &- 1
    }
    return selected
  }
}
