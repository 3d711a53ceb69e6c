import ListModel
import TestSupport
import Testing

struct SameLinkTests {
  private func catalog(_ lists: [[String?]]) -> Catalog {
    var builder = CatalogBuilder()
    for (number, urls) in lists.enumerated() {
      builder.append(
        AwesomeList(id: ListID("o/\(number)"), title: "\(number)"),
        entries: urls.map { Entry(title: "t", url: $0) })
    }
    return builder.catalog()
  }

  @Test func entriesThatLeadToOnePlaceKnowEachOther() {
    let catalog = catalog([
      ["https://a.example/x/", "https://b.example"], ["http://www.A.example/x"],
      ["https://a.example/x", nil],
    ])
    for entry in [0, 2, 3] {
      #expect(catalog.entriesWithLink(of: EntryIndex(entry)) == [0, 2, 3].map { EntryIndex($0) })
      #expect(catalog.listsWithLink(of: EntryIndex(entry)) == [0, 1, 2].map { ListIndex($0) })
      #expect(catalog.sameLinkFirst[entry] == 0)
    }
    #expect(catalog.entriesWithLink(of: EntryIndex(1)) == [EntryIndex(1)])
  }

  @Test func entriesWithoutALinkAreEachAlone() {
    let catalog = catalog([[nil, nil, ""]])
    #expect((0..<3).map { catalog.entriesWithLink(of: EntryIndex($0)).count } == [1, 1, 1])
  }

  @Test func aLinkTwiceInAListCountsAsOneList() {
    let catalog = catalog([["https://a.example", "https://a.example/"]])
    #expect(catalog.entriesWithLink(of: EntryIndex(1)).count == 2)
    #expect(catalog.listsWithLink(of: EntryIndex(1)) == [ListIndex(0)])
  }

  /// Lists of which each third entry, or more, has the link of another.
  private func crowdedCatalog(
    _ generator: inout SeededGenerator
  ) -> (urls: [String?], catalog: Catalog) {
    let lists = (0..<5).map { _ in
      (0..<Int.random(in: 0...40, using: &generator)).map { _ -> String? in
        let number = Int.random(in: 0...60, using: &generator)
        return number == 0 ? nil : "https://e\(number).example"
      }
    }
    return (lists.flatMap(\.self), catalog(lists))
  }

  @Test func eachEntryFindsAllOfItsLinkAndNoOther() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<30 {
      let (urls, catalog) = crowdedCatalog(&generator)
      for (number, url) in urls.enumerated() {
        let same = urls.indices.filter { url == nil ? $0 == number : urls[$0] == url }
        let entry = EntryIndex(number)
        #expect(catalog.entriesWithLink(of: entry).map(\.number) == same)
        #expect(catalog.hasUniqueLink(entry) == (same.count == 1))
      }
    }
  }

  @Test func linksAreChainedInPartsThatEndInAnyOrder() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<30 {
      let (urls, whole) = crowdedCatalog(&generator)
      let parts = sameLinkParts(of: whole, count: Int.random(in: 1...9, using: &generator))
      let sections = parts.shuffled(using: &generator).flatMap { $0() }
      let catalog = Catalog(CatalogImage(copying: whole.image.adding(sections)))
      for (number, url) in urls.enumerated() {
        let same = urls.indices.filter { url == nil ? $0 == number : urls[$0] == url }
        let found = catalog.entriesWithLink(of: EntryIndex(number))
        #expect(found.map(\.number) == same)
      }
    }
  }

  @Test func damagedSharedLinksLeadToEntriesThatAreThere() {
    var generator = SeededGenerator(seed: 22)
    let (_, whole) = crowdedCatalog(&generator)
    for round in 0..<200 {
      let count = whole.image.section(.sharedLinks).count
      let bytes: [UInt8] = (0..<(round % 7 == 0 ? round : count)).map { _ in
        let byte = UInt8.random(in: 0...255, using: &generator)
        return round % 3 == 0 ? 0 : round % 3 == 1 ? byte & 0x83 : byte
      }
      let section = round % 2 == 0 ? CatalogSection.sharedLinks : .sameLinkFirst
      let catalog = Catalog(
        CatalogImage(copying: whole.image.adding([(section, [.bytes(bytes)])])))
      for number in 0..<catalog.count {
        let found = catalog.entriesWithLink(of: EntryIndex(number))
        #expect(!found.isEmpty && found.count <= count / 4)
        _ = catalog.listsWithLink(of: EntryIndex(number))
        _ = catalog.hasUniqueLink(EntryIndex(number))
      }
    }
  }
}
