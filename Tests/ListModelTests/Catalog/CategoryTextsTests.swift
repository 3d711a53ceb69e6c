import ListModel
import Testing

/// What lists say of their categories, in a catalog.
struct CategoryTextsTests {
  private func catalog(_ texts: [CategoryText], name: String = "o/n") -> Catalog {
    var list = AwesomeList(id: ListID(name), title: "L")
    list.categoryTexts = texts
    var builder = CatalogBuilder()
    builder.append(list, entries: [Entry(title: "a", category: CategoryPath(["T"]))])
    return builder.catalog()
  }

  private let texts = [
    CategoryText(category: CategoryPath(["T"]), text: "Of T.\nMore."),
    CategoryText(category: CategoryPath(["T", "U"]), text: "Of U with \u{1E} in it."),
  ]

  @Test func eachCategoryHasItsOwnText() {
    let catalog = catalog(texts)
    #expect(catalog.text(of: CategoryPath(["T"]), in: ListIndex(0)) == "Of T.\nMore.")
    #expect(catalog.text(of: CategoryPath(["T", "U"]), in: ListIndex(0)) == "Of U with   in it.")
    #expect(catalog.text(of: CategoryPath(["U"]), in: ListIndex(0)) == nil)
    #expect(catalog.text(of: CategoryPath(["T"]), in: ListIndex(1)) == nil)
  }

  @Test func listsThatAreJoinedKeepTheirTexts() {
    var builder = CatalogBuilder()
    builder.append(ListIndex(0), of: catalog([]))
    builder.append(ListIndex(0), of: catalog(texts), as: ListID("p/q"))
    let joined = builder.catalog()
    #expect(joined.text(of: CategoryPath(["T"]), in: ListIndex(0)) == nil)
    #expect(joined.text(of: CategoryPath(["T"]), in: ListIndex(1)) == "Of T.\nMore.")
  }
}
