import ListModel

/// Of 64 entries those that each of the chosen facets leaves.
struct FacetParts {
  var list: UInt64
  var category: UInt64
  var tag: UInt64
  var date: UInt64

  /// Those that all of them leave.
  var all: UInt64 { list & category & tag & date }
}

/// Which entries belong to the chosen facets, 64 at a time.
struct FacetChoice {
  private let entries: Range<Int>?
  private let lists: UnsafeBufferPointer<Bool>?
  private let entryLists: CompactNumbers
  private let categories: UnsafeBufferPointer<Bool>?
  private let tagged: UnsafeBufferPointer<UInt64>?
  private let dates: DateSelection?
  private let entryCategories: CompactNumbers
  private let entryDays: NumberView<Int32>
  private let bulk: NumberView<UInt64>

  init(_ request: SearchRequest, catalog: Catalog, index: SearchIndex, memory: SearchMemory) {
    entries = request.list.map { catalog.entries(of: $0) }
    lists = request.lists.map { chosen in
      var table = [Bool](repeating: false, count: catalog.listCount)
      for list in chosen where table.indices.contains(list.number) { table[list.number] = true }
      return memory.keep(table)
    }
    entryLists = index.entryLists
    categories = request.categories.map { chosen in
      var table = [Bool](repeating: false, count: catalog.categories.count)
      for category in chosen where table.indices.contains(category.number) {
        table[category.number] = true
      }
      return memory.keep(table)
    }
    tagged = request.tagged.map { memory.keep($0.words) }
    dates = request.dates
    entryCategories = index.entryCategories
    entryDays = index.entryDays
    bulk = index.bulk
  }

  /// Whether nothing is chosen.
  var isEmpty: Bool {
    entries == nil && lists == nil && categories == nil && tagged == nil && dates == nil
  }

  /// Of these entries those in the list, in the categories, with the tag, on the dates.
  func split(_ word: Int, _ entries: UInt64) -> FacetParts {
    FacetParts(
      list: inLists(word, inList(word) & entries), category: inCategories(word, entries),
      tag: withTag(word) & entries, date: onDates(word, entries))
  }

  private func withTag(_ word: Int) -> UInt64 {
    guard let tagged else { return .max }
    return word < tagged.count ? tagged[word] : 0
  }

  private func inList(_ word: Int) -> UInt64 {
    guard let entries else { return .max }
    return below(entries.upperBound - word << 6) & ~below(entries.lowerBound - word << 6)
  }

  private func inLists(_ word: Int, _ entries: UInt64) -> UInt64 {
    guard let lists else { return entries }
    return forEachEntry(word, entries) {
      let list = Int(entryLists.number(at: $0, or: .max))
      return list < lists.count && lists[list]
    }
  }

  /// This many of the lowest bits.
  private func below(_ count: Int) -> UInt64 {
    count <= 0 ? 0 : count >= 64 ? .max : (1 << UInt64(count)) - 1
  }

  private func inCategories(_ word: Int, _ entries: UInt64) -> UInt64 {
    guard let categories else { return entries }
    return forEachEntry(word, entries) {
      let category = Int(entryCategories.number(at: $0, or: .max))
      return category < categories.count && categories[category]
    }
  }

  private func onDates(_ word: Int, _ entries: UInt64) -> UInt64 {
    switch dates {
    case nil: return entries
    case .undated:
      return forEachEntry(word, entries) {
        Day(number: Int(entryDays.number(at: $0, or: .min))) == nil
      }
    case .days(let days): return onDays(days, word, entries)
    case .singly(let days): return onDays(days, word, entries & ~bulk.number(at: word, or: 0))
    case .inBulk(let days): return onDays(days, word, entries & bulk.number(at: word, or: 0))
    }
  }

  private func onDays(_ days: ClosedRange<Day>, _ word: Int, _ entries: UInt64) -> UInt64 {
    let first = Int32(clamping: days.lowerBound.number)
    let last = Int32(clamping: days.upperBound.number)
    return forEachEntry(word, entries) {
      let day = entryDays.number(at: $0, or: .min)
      return day >= first && day <= last
    }
  }

  @inline(__always)
  private func forEachEntry(
    _ word: Int, _ entries: UInt64, _ isInside: (Int) -> Bool
  ) -> UInt64 {
    var inside: UInt64 = 0
    var left = entries
    while left != 0 {
      let place = left.trailingZeroBitCount
      if isInside(word << 6 | place) { inside |= 1 << UInt64(place) }
      left &= left &- 1
    }
    return inside
  }
}
