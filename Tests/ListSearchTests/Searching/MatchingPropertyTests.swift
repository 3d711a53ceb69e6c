import ListModel
import Testing

@testable import ListSearch

struct MatchingPropertyTests {
  private func searcher(_ lists: [[Entry]]) -> Searcher {
    Searcher(searchCatalog(lists), threads: 1)
  }

  private func request(_ query: String) -> SearchRequest {
    SearchRequest(query: query, order: .relevance, today: Day(clamping: 0))
  }

  @Test(arguments: 0..<150)
  func findsWhatANaiveSearchFindsInTheSameOrder(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    let (points, typos) = naive.matches()
    let entries = naive.entries
    let expected = points.keys.sorted { left, right in
      func key(_ number: Int) -> [Int] {
        [
          typos.contains(number) ? 1 : 0, -(points[number] ?? 0),
          -(entries[number].added?.number ?? Int(Int32.min)), number,
        ]
      }
      return key(left).lexicographicallyPrecedes(key(right))
    }
    let searcher = searcher(naive.lists)
    let found = try #require(
      searcher.search(request(naive.written)))
    var seen: Set<UInt32?> = []
    let unique = expected.filter { seen.insert(searcher.catalog.sameLinkFirst[$0]).inserted }
    #expect(found.rows.map(\.number) == unique, "\(naive.written.debugDescription)")
    #expect(found.typoCount == unique.filter { typos.contains($0) }.count)
    #expect(searcher.rows(request(naive.written)) == found.rows)
  }

  @Test(arguments: 0..<60)
  func typingAndDeletingFindsTheSameAsOneQuery(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    let searcher = searcher(naive.lists)
    let bytes = Array(naive.written.unicodeScalars)
    let remembered = SearchCache(searcher.catalog)
    for length in Array(0...bytes.count) + Array((0..<bytes.count).reversed()) {
      let text = String(String.UnicodeScalarView(bytes[..<length]))
      let request = request(text)
      let found = try #require(remembered.search(request))
      #expect(found == searcher.search(request), "\(text.debugDescription)")
    }
  }

  @Test(arguments: 0..<6)
  func threadsThatShareTheWorkFindTheSame(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    let lists = (0..<700).map { number in
      naive.entries.map { entry in
        var entry = entry
        entry.title += String(repeating: "b", count: number % 5)
        entry.url = entry.url.map { $0 + "\(number)" }
        return entry
      }
    }
    let alone = searcher(lists)
    let shared = Searcher(alone.catalog, threads: 3)
    for query in [naive.written, "a", "ab !b", "Aa | b", ""] {
      let found = try #require(alone.search(request(query)))
      #expect(shared.search(request(query)) == found)
      var chosen = request(query)
      chosen.dates = .days(Day(clamping: 2)...Day(clamping: 4))
      chosen.categories = [CategoryIndex(0)]
      #expect(shared.search(chosen) == alone.search(chosen))
    }
  }

  @Test(arguments: 0..<20)
  func aStoredIndexEqualsADerivedOne(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    let derived = searcher(naive.lists)
    let image = CatalogImage(copying: searchableImage(of: derived.catalog))
    let opened = Searcher(Catalog(image))
    #expect(opened.search(request(naive.written)) == derived.search(request(naive.written)))
  }

  @Test(arguments: 0..<200)
  func aDamagedImageNeverCrashesASearch(seed: Int) {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    var image = searchableImage(of: searcher(naive.lists).catalog)
    for _ in 0..<Int.random(in: 1...60, using: &random.generator) {
      let place = Int.random(in: 16..<image.count, using: &random.generator)
      image[place] = UInt8.random(in: .min ... .max, using: &random.generator)
    }
    let searcher = Searcher(Catalog(CatalogImage(copying: image)))
    for query in [naive.written, "", "abab", "Ab", "is:paper list:o host:a"] {
      for order in SortOrder.allCases {
        _ = searcher.search(SearchRequest(query: query, order: order, today: Day(clamping: 0)))
      }
    }
  }

  @Test(arguments: 0..<100)
  func facetsCountWhatChoosingAValueWouldShow(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    let searcher = searcher(naive.lists)
    let catalog = searcher.catalog
    var request = SearchRequest(query: naive.written, today: Day(clamping: 0))
    if Bool.random(using: &random.generator) { request.list = ListIndex(0) }
    if Bool.random(using: &random.generator) {
      request.categories = [CategoryIndex(0), CategoryIndex(2)]
    }
    request.dates =
      [
        nil, nil, .undated, .days(Day(clamping: 2)...Day(clamping: 4)),
      ].randomElement(using: &random.generator) ?? nil
    let result = try #require(searcher.search(request))
    #expect(searcher.rows(request) == result.rows)
    let matching = Set(naive.matches().points.keys)

    func count(_ change: (inout SearchRequest) -> Void) -> Int {
      var chosen = request
      change(&chosen)
      return matching.filter { isInside($0, chosen, catalog) }.count
    }
    for list in 0..<catalog.listCount {
      #expect(result.listCounts[list] == count { $0.list = ListIndex(list) })
    }
    for category in 0..<catalog.categories.count {
      #expect(
        result.categoryCounts[category] == count { $0.categories = [CategoryIndex(category)] })
    }
    #expect(result.undatedCount == count { $0.dates = .undated })
    let days = (1...6).reversed().map { Day(clamping: $0) }
    #expect(
      result.dayCounts
        == days.map { day in DayCount(day: day, count: count { $0.dates = .days(day...day) }) }
        .filter { $0.count > 0 })
    let all = (0..<catalog.count).filter { isInside($0, request, catalog) }
    #expect(
      result.total
        == (request.list == nil ? Set(all.map { catalog.sameLinkFirst[$0] }).count : all.count))
  }

  private func isInside(_ number: Int, _ request: SearchRequest, _ catalog: Catalog) -> Bool {
    let entry = EntryIndex(number)
    let category = CategoryIndex(Int(catalog.entryCategories[number] ?? 0))
    if let list = request.list, list != catalog.listIndex(of: entry) { return false }
    if let categories = request.categories, !categories.contains(category) { return false }
    switch request.dates {
    case nil: return true
    case .undated: return catalog.day(of: entry) == nil
    case .days(let days), .singly(let days): return isOn(days, entry, catalog)
    case .inBulk(let days): return isOn(days, entry, catalog) && catalog.isBulkAddition(entry)
    }
  }

  private func isOn(_ days: ClosedRange<Day>, _ entry: EntryIndex, _ catalog: Catalog) -> Bool {
    catalog.day(of: entry).map { days.contains($0) } ?? false
  }

  @Test(arguments: 0..<300)
  func matchesInTitlesAreHighlighted(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let word = NaiveWord(text: random.word(upTo: 4))
    let title = random.text(upTo: 12)
    let ranges = Query.parse(word.text, today: Day(clamping: 0)).highlights(inTitle: title)
    #expect(ranges.isEmpty == (word.titlePoints(title) == 0))
    var end = -1
    for range in ranges {
      #expect(range.lowerBound > end && range.upperBound <= title.utf8.count && !range.isEmpty)
      for offset in [range.lowerBound, range.upperBound] {
        let index = title.utf8.index(title.startIndex, offsetBy: offset)
        #expect(index.samePosition(in: title.unicodeScalars) != nil)
      }
      end = range.upperBound
    }
  }
}
