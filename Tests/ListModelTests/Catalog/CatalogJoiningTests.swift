import ListModel
import Testing

struct CatalogJoiningTests {
  private let first = AwesomeList(id: ListID("a/one"), title: "One", subject: "S")
  private let second = AwesomeList(id: ListID("b/two"), title: "Two", stars: Stars(7))
  private let firstEntries = [
    Entry(
      title: "A", url: "https://x.example", category: CategoryPath(["C", "D"]),
      added: Day(clamping: 5), marks: [.mustRead]),
    Entry(title: "B", category: CategoryPath(["E"])),
  ]
  private let secondEntries = [
    Entry(
      title: "Ä", url: "http://www.x.example/", description: "d", category: CategoryPath(["E"]),
      added: Day(clamping: 9), stars: Stars(2)),
    Entry(title: "Z", category: CategoryPath(["C", "D"]), added: Day(clamping: 5)),
  ]
  private let origin = ListOrigin(
    source: "/lists", page: "content/a/one/README.md", read: Timestamp(milliseconds: 7),
    failure: "why")

  private func packed(_ list: AwesomeList, _ entries: [Entry]) -> Catalog {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    return Catalog(CatalogImage(copying: builder.listsImage()))
  }

  @Test func joinedListsEqualListsBuiltTogether() {
    var joined = CatalogBuilder()
    joined.append(ListIndex(0), of: packed(first, firstEntries), origin: origin)
    joined.append(ListIndex(0), of: packed(second, secondEntries))
    var together = CatalogBuilder()
    together.append(first, entries: firstEntries, origin: origin)
    together.append(second, entries: secondEntries)
    #expect(joined.image() == together.image())
  }

  @Test func aListKnowsWhereItCameFromAndItsDays() {
    var builder = CatalogBuilder()
    builder.append(first, entries: firstEntries, origin: origin)
    builder.append(second, entries: secondEntries)
    builder.append(AwesomeList(id: ListID("c/three"), title: "Three"), entries: [])
    let catalog = builder.catalog()
    #expect(catalog.origin(of: ListIndex(0)) == origin)
    #expect(catalog.origin(of: ListIndex(1)) == nil)
    #expect(catalog.days(of: ListIndex(0)) == Day(clamping: 5)...Day(clamping: 5))
    #expect(catalog.days(of: ListIndex(1)) == Day(clamping: 5)...Day(clamping: 9))
    #expect(catalog.days(of: ListIndex(2)) == nil)
    #expect(catalog.days(of: ListIndex(3)) == nil)
  }

  @Test func onlyAWholeImageIsWhole() {
    var builder = CatalogBuilder()
    builder.append(first, entries: firstEntries)
    let image = builder.image()
    #expect(CatalogImage(copying: image).isWhole)
    #expect(!CatalogImage(copying: image).isSearchable)
    #expect(!CatalogImage(copying: builder.listsImage()).isWhole)
    #expect(CatalogImage(copying: builder.listsImage()).holdsLists)
    for length in 0..<image.count {
      #expect(!CatalogImage(copying: Array(image[..<length])).isWhole)
    }
  }

  @Test func joiningADamagedCatalogEndsWithoutATrap() {
    var builder = CatalogBuilder()
    builder.append(first, entries: firstEntries, origin: origin)
    let image = builder.listsImage()
    for position in image.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = image
        damaged[position] ^= change
        var joined = CatalogBuilder()
        joined.append(ListIndex(0), of: Catalog(CatalogImage(copying: damaged)))
        _ = joined.listsImage()
      }
    }
  }
}
