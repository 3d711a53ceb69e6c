import ListModel
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
}
