import ListModel
import TestSupport
import Testing

/// Star counts that other pages give for an entry's link.
struct KnownStarsTests {
  private static func entry(_ url: String, stars: Int? = nil, day: Int) -> Entry {
    Entry(title: url, url: url, added: Day(clamping: day), stars: stars.map { Stars($0) })
  }

  private static func catalog(_ lists: [[Entry]]) -> Catalog {
    var builder = CatalogBuilder()
    for (number, entries) in lists.enumerated() {
      builder.append(
        AwesomeList(id: ListID("o/n\(number)"), title: "List \(number)"), entries: entries)
    }
    return builder.catalog()
  }

  @Test func anEntryWithoutACountHasThatOfTheLatestPage() {
    let catalog = Self.catalog([
      [Self.entry("https://github.com/o/n", day: 19_900)],
      [Self.entry("http://www.github.com/O/n/", stars: 1_200, day: 19_500)],
      [
        Self.entry("https://github.com/o/n#readme", stars: 900, day: 19_000),
        Self.entry("https://github.com/o/other", stars: 5, day: 19_400),
      ],
    ])
    let borrowed = catalog.entry(EntryIndex(0))
    #expect(borrowed.stars == Stars(1_200))
    #expect(borrowed.starsAsOf == Day(clamping: 19_500))
    for number in 1..<4 {
      #expect(catalog.entry(EntryIndex(number)).starsAsOf == nil, "its own count")
    }
    #expect(catalog.stars(of: EntryIndex(2)) == Stars(900))
  }

  @Test func entriesWithoutAPageHaveNone() {
    let catalog = Self.catalog([
      [Self.entry("https://github.com/o/n", day: 1)],
      [Self.entry("https://github.com/o/nn", stars: 3, day: 1), Entry(title: "No link")],
      // A list without days does not say how old its counts are.
      [Entry(title: "N", url: "https://github.com/o/n", stars: Stars(9))],
    ])
    #expect(catalog.stars(of: EntryIndex(0)) == nil)
    #expect(catalog.starsDay(of: EntryIndex(0)) == nil)
    #expect(catalog.stars(of: EntryIndex(2)) == nil)
  }

  @Test func eachOfManyEntriesHasTheCountOfItsOwnLink() {
    var generator = SeededGenerator(seed: 11)
    let known = (0..<700).map { _ in Int.random(in: 0..<5, using: &generator) == 0 }
    let catalog = Self.catalog([
      known.indices.map { Self.entry("https://e\($0).example", day: 9) },
      known.indices.filter { known[$0] }.map {
        Self.entry("https://e\($0).example", stars: $0, day: 100)
      },
    ])
    for number in known.indices {
      let entry = EntryIndex(number)
      #expect(catalog.stars(of: entry) == (known[number] ? Stars(number) : nil))
      #expect(catalog.starsDay(of: entry) == (known[number] ? Day(clamping: 100) : nil))
    }
    #expect(catalog.image.section(.knownStars).count == known.count { $0 } * 4)
  }

  @Test func aDamagedImageGivesOddCountsAndNeverTraps() {
    var generator = SeededGenerator(seed: 12)
    let image = Self.catalog([
      (0..<200).map { Self.entry("https://e\($0).example", day: 9) },
      (0..<50).map { Self.entry("https://e\($0 * 4).example", stars: $0, day: 10) },
    ]).image
    for length in 0..<120 {
      let bytes: [UInt8] = (0..<length).map { _ in
        length % 3 == 0 ? 0xFF : UInt8.random(in: 0...255, using: &generator)
      }
      for section in [CatalogSection.knownStarsRows, .knownStars, .knownStarsDay] {
        let catalog = Catalog(CatalogImage(copying: image.adding([(section, [.bytes(bytes)])])))
        for number in -1...catalog.count {
          let stars = catalog.stars(of: EntryIndex(number))
          #expect((stars?.count ?? 0) >= 0)
          _ = catalog.starsDay(of: EntryIndex(number))
        }
        #expect(catalog.stars(of: EntryIndex(201)) == Stars(1), "its own count")
      }
    }
  }

  /// A list that is tracked keeps its page's counts, though its entries come from the history.
  @Test func aTrackedListHasTheCountsOfItsPage() {
    let page = Self.catalog([[Self.entry("https://github.com/o/n", stars: 7, day: 19_000)]])
    let tracked = Self.catalog([[Self.entry("https://github.com/O/N", day: 18_000)]])
    var builder = CatalogBuilder()
    builder.append(
      ListIndex(0), of: tracked, published: PublishedPage(ListIndex(0), of: page))
    builder.append(ListIndex(0), of: tracked)
    // As written by a sync: derived data comes last.
    let bare = CatalogImage(builder.sections)
    let derived = bare.adding(sameLinkSections(of: Catalog(bare)))
    for image in [builder.image(), derived] {
      let catalog = Catalog(CatalogImage(copying: image))
      #expect(catalog.stars(of: EntryIndex(0)) == Stars(7))
      #expect(catalog.starsDay(of: EntryIndex(0)) == Day(clamping: 19_000))
    }
  }
}
