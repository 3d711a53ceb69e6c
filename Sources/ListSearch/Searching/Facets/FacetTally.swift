import ListModel

/// Counts matches for each facet value; each counting thread has one.
///
/// A class, to avoid copying it for each 64 entries.
final class FacetTally {
  private let choice: FacetChoice
  private let index: SearchIndex
  private let scope: EntryScope
  private let bulk: NumberView<UInt64>
  private let entryCategories: CompactNumbers
  private let entryDistinctDays: CompactNumbers
  private let categoryCounts: UnsafeMutableBufferPointer<UInt32>
  /// One for each distinct day, and one for entries without a day.
  private let dayCounts: UnsafeMutableBufferPointer<UInt32>
  /// Of those the ones in bulk; empty in a catalog without any.
  private let bulkCounts: UnsafeMutableBufferPointer<UInt32>
  /// The entries that are new, and of each count how many are; empty if none is.
  private let newEntries: UnsafeBufferPointer<UInt64>
  private let newCategoryCounts: UnsafeMutableBufferPointer<UInt32>
  private let newDayCounts: UnsafeMutableBufferPointer<UInt32>
  private let newBulkCounts: UnsafeMutableBufferPointer<UInt32>

  init(
    _ choice: FacetChoice, among scope: EntryScope, new: UnsafeBufferPointer<UInt64>,
    index: SearchIndex, memory: SearchMemory
  ) {
    self.choice = choice
    self.index = index
    self.scope = scope
    bulk = index.bulk
    entryCategories = index.entryCategories
    entryDistinctDays = index.entryDistinctDays
    categoryCounts = memory.zeros(UInt32.self, count: index.categories.count)
    dayCounts = memory.zeros(UInt32.self, count: index.distinctDays.count + 1)
    bulkCounts = memory.zeros(
      UInt32.self, count: index.bulk.count > 0 ? dayCounts.count : 0)
    newEntries = new
    newCategoryCounts = memory.zeros(UInt32.self, count: new.isEmpty ? 0 : categoryCounts.count)
    newDayCounts = memory.zeros(UInt32.self, count: new.isEmpty ? 0 : dayCounts.count)
    newBulkCounts = memory.zeros(UInt32.self, count: new.isEmpty ? 0 : bulkCounts.count)
  }

  /// The counts of 64 entries.
  struct Counted {
    /// Those of all that are chosen.
    let chosen: UInt64
    /// Those that match in the other facets than the list's, and in the other ones than the tag's.
    let forLists: UInt64
    let forTags: UInt64
  }

  /// Counts those of 64 entries that match.
  func count(_ word: Int, matches: UInt64) -> Counted {
    let all = scope.entries(at: word)
    let parts =
      choice.isEmpty
      ? FacetParts(list: all, category: all, tag: all, date: all) : choice.split(word, all)
    let (inList, inCategory) = (parts.list & parts.tag, parts.category)
    count(matches & inList & parts.date, word, entryCategories, categoryCounts)
    count(matches & inList & inCategory, word, entryDistinctDays, dayCounts)
    let inBulk = matches & inList & inCategory & bulk.number(at: word, or: 0)
    if inBulk != 0 { count(inBulk, word, entryDistinctDays, bulkCounts) }
    let new = matches & (word < newEntries.count ? newEntries[word] : 0)
    if new != 0 {
      count(new & inList & parts.date, word, entryCategories, newCategoryCounts)
      count(new & inList & inCategory, word, entryDistinctDays, newDayCounts)
      count(new & inBulk, word, entryDistinctDays, newBulkCounts)
    }
    return Counted(
      chosen: inList & inCategory & parts.date,
      forLists: matches & parts.tag & inCategory & parts.date,
      forTags: matches & parts.list & inCategory & parts.date)
  }

  @inline(__always)
  private func count(
    _ entries: UInt64, _ word: Int, _ column: CompactNumbers,
    _ counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    var left = entries
    while left != 0 {
      let value = Int(column.number(at: word << 6 | left.trailingZeroBitCount, or: .max))
      if value < counts.count { counts[value] &+= 1 }
      left &= left &- 1
    }
  }

  /// Adds the stored counts of all entries, and counts the new ones.
  func take(_ whole: WholeCounts) {
    for place in categoryCounts.indices {
      categoryCounts[place] = whole.categories.number(at: place, or: 0)
    }
    for place in dayCounts.indices { dayCounts[place] = whole.days.number(at: place, or: 0) }
    for place in bulkCounts.indices { bulkCounts[place] = whole.bulk.number(at: place, or: 0) }
    for word in newEntries.indices where newEntries[word] != 0 {
      let new = newEntries[word] & scope.entries(at: word)
      count(new, word, entryCategories, newCategoryCounts)
      count(new, word, entryDistinctDays, newDayCounts)
      count(new & bulk.number(at: word, or: 0), word, entryDistinctDays, newBulkCounts)
    }
  }

  /// Adds the counts of another thread.
  func add(_ other: FacetTally) {
    for (sums, counts) in [
      (categoryCounts, other.categoryCounts), (dayCounts, other.dayCounts),
      (bulkCounts, other.bulkCounts), (newCategoryCounts, other.newCategoryCounts),
      (newDayCounts, other.newDayCounts), (newBulkCounts, other.newBulkCounts),
    ] {
      for place in sums.indices where place < counts.count { sums[place] &+= counts[place] }
    }
  }

  /// How many entries each category has, by its number.
  var categories: [Int] { categoryCounts.map { Int($0) } }

  /// The days that have entries, newest first.
  var days: [DayCount] {
    var days: [DayCount] = []
    for place in dayCounts.indices.dropLast() where dayCounts[place] > 0 {
      guard let day = self.day(at: place) else { continue }
      days.append(
        DayCount(
          day: day, count: Int(dayCounts[place]), bulk: number(place, of: bulkCounts),
          new: number(place, of: newDayCounts), newInBulk: number(place, of: newBulkCounts)))
    }
    return days
  }

  /// How many entries have no day; one that is outside the calendar counts as none.
  var undated: Int {
    dayCounts.indices.reduce(0) { day(at: $1) == nil ? $0 + Int(dayCounts[$1]) : $0 }
  }

  /// How many of the matches are new; the lists are counted elsewhere.
  var new: NewCounts {
    var new = NewCounts()
    new.categories = newCategoryCounts.map { Int($0) }
    new.undated = newDayCounts.indices.reduce(0) {
      day(at: $1) == nil ? $0 + Int(newDayCounts[$1]) : $0
    }
    return new
  }

  private func number(_ place: Int, of counts: UnsafeMutableBufferPointer<UInt32>) -> Int {
    place < counts.count ? Int(counts[place]) : 0
  }

  private func day(at place: Int) -> Day? {
    Day(number: Int(index.distinctDays.number(at: place, or: .min)))
  }
}
