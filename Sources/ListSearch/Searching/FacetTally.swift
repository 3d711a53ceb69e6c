import ListModel

/// Counts matches for each facet value; each thread that counts has one.
///
/// A class, so that it is not copied for each 64 entries.
final class FacetTally {
  private let choice: FacetChoice
  private let index: SearchIndex
  private let entryCategories: NumberView<UInt32>
  private let entryDistinctDays: NumberView<UInt32>
  private let categoryCounts: UnsafeMutableBufferPointer<UInt32>
  /// One for each distinct day, and one for entries without a day.
  private let dayCounts: UnsafeMutableBufferPointer<UInt32>
  /// Of those the ones in bulk; empty in a catalog without any.
  private let bulkCounts: UnsafeMutableBufferPointer<UInt32>
  private let isRemovedCounted: Bool

  init(
    _ choice: FacetChoice, index: SearchIndex, memory: SearchMemory, countingRemoved: Bool
  ) {
    self.choice = choice
    self.index = index
    entryCategories = index.entryCategories
    entryDistinctDays = index.entryDistinctDays
    categoryCounts = memory.zeros(UInt32.self, count: index.categories.count)
    dayCounts = memory.zeros(UInt32.self, count: index.distinctDays.count + 1)
    bulkCounts = memory.zeros(
      UInt32.self, count: index.bulk.count > 0 ? dayCounts.count : 0)
    isRemovedCounted = countingRemoved
  }

  /// Counts those of 64 entries that match; tells which of all are chosen, and which match in the
  /// other facets than the list's.
  func count(_ word: Int, matches: UInt64) -> (chosen: UInt64, forLists: UInt64) {
    let all = isRemovedCounted ? index.entries(at: word) : index.standingEntries(at: word)
    let (list, category, date) = choice.isEmpty ? (all, all, all) : choice.split(word, all)
    count(matches & list & date, word, entryCategories, categoryCounts)
    count(matches & list & category, word, entryDistinctDays, dayCounts)
    let bulk = matches & list & category & index.bulkEntries(at: word)
    if bulk != 0 { count(bulk, word, entryDistinctDays, bulkCounts) }
    return (list & category & date, matches & category & date)
  }

  @inline(__always)
  private func count(
    _ entries: UInt64, _ word: Int, _ column: NumberView<UInt32>,
    _ counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    var left = entries
    while left != 0 {
      let value = Int(column.number(at: word << 6 | left.trailingZeroBitCount, or: .max))
      if value < counts.count { counts[value] &+= 1 }
      left &= left &- 1
    }
  }

  /// The counts of several threads as one result has them.
  static func sums(
    _ tallies: [FacetTally]
  ) -> (
    categories: [Int], days: [DayCount], undated: Int
  ) {
    guard let first = tallies.first else { return ([], [], 0) }
    let categories = first.categoryCounts.indices.map { place in
      tallies.reduce(0) { $0 + Int($1.categoryCounts[place]) }
    }
    var days: [DayCount] = []
    var undated = 0
    for place in first.dayCounts.indices {
      let count = tallies.reduce(0) { $0 + Int($1.dayCounts[place]) }
      if place == first.dayCounts.count - 1 {
        undated = count
      } else if count > 0 {
        let day = first.index.distinctDays.number(at: place, or: 0)
        let bulk = tallies.reduce(0) {
          $0 + (place < $1.bulkCounts.count ? Int($1.bulkCounts[place]) : 0)
        }
        days.append(DayCount(day: Day(number: Int(day)), count: count, bulk: bulk))
      }
    }
    return (categories, days, undated)
  }
}

/// How many bits are set.
func bitCount(_ words: UnsafeMutableBufferPointer<UInt64>) -> Int {
  words.reduce(0) { $0 + $1.nonzeroBitCount }
}

/// How many bits are set in a part of a bit set.
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
