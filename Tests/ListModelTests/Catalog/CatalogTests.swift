import ListModel
import Testing

struct CatalogTests {
  private let list = AwesomeList(
    id: ListID("SE-ML/awesome-seml"), title: "Awesome Seml", description: "d", subject: "CS",
    stars: Stars(1_000))
  private let entries = [
    Entry(
      title: "Aim", url: "https://aimstack.io", description: "tracks",
      category: CategoryPath(["Tooling"]),
      added: Day(clamping: 10), stars: Stars(3), marks: [.publication, .mustRead],
      links: [Link(title: "Aim", url: "https://aimstack.io"), Link(title: "", url: "https://x.io")]),
    Entry(title: "No link", category: CategoryPath(["A", "B"])),
    Entry(title: "Newer", url: "u", category: CategoryPath(["Tooling"]), added: Day(clamping: 11)),
  ]

  private var image: [UInt8] {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    builder.append(AwesomeList(id: ListID("a/b"), title: "Empty"), entries: [])
    return builder.image()
  }

  @Test func givesBackWhatWasPutIn() {
    let catalog = Catalog(CatalogImage(copying: image))
    #expect(catalog.count == 3)
    #expect(catalog.listCount == 2)
    #expect(catalog.list(ListIndex(0)) == list)
    #expect((0..<3).map { catalog.entry(EntryIndex($0)) } == entries)
    #expect(catalog.entries(of: ListIndex(0)) == 0..<3)
    #expect(catalog.entries(of: ListIndex(1)).isEmpty)
  }

  @Test func newestFirstThenInListOrderWithUndatedEntriesLast() {
    let catalog = Catalog(CatalogImage(copying: image))
    #expect((0..<3).compactMap { catalog.newestFirst[$0] } == [2, 0, 1])
  }

  @Test func aPathThatListsShareIsOneCategory() {
    let catalog = Catalog(CatalogImage(copying: image))
    #expect(catalog.categories.count == 2)
    #expect(catalog.category(CategoryIndex(1)).description == "A / B")
  }

  @Test(arguments: [[], ["A"], ["", "é", ""], (0..<70).map { "H\($0)" }])
  func aCategoryIsAppendedAsItsDescription(headings: [String]) {
    var builder = CatalogBuilder()
    builder.append(list, entries: [Entry(title: "T", category: CategoryPath(headings))])
    let catalog = builder.catalog()
    var bytes: [UInt8] = []
    catalog.appendDescription(of: CategoryIndex(0), to: &bytes)
    let description = catalog.category(CategoryIndex(0)).description
    #expect(bytes == Array(description.utf8))
  }

  @Test func anImageCutAnywhereOpens() {
    let whole = image
    for length in 0..<whole.count {
      let catalog = Catalog(CatalogImage(copying: Array(whole[..<length])))
      for index in 0..<catalog.count { _ = catalog.entry(EntryIndex(index)) }
    }
  }

  @Test func anImageWithAnyByteChangedOpens() {
    let whole = image
    for position in whole.indices {
      var damaged = whole
      damaged[position] ^= 0xFF
      let catalog = Catalog(CatalogImage(copying: damaged))
      for index in 0..<min(catalog.count, 1_000) { _ = catalog.entry(EntryIndex(index)) }
      for index in 0..<min(catalog.listCount, 1_000) { _ = catalog.list(ListIndex(index)) }
    }
  }
}
