import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Facets of more values than the screen has rows.
struct FacetRowsTests {
  /// 16 headings with up to three below each, some of these with two of their own, in two lists.
  private static let catalog: Catalog = {
    var builder = CatalogBuilder()
    for list in ["a/one", "b/two"] {
      var entries: [Entry] = []
      for outer in 0..<16 {
        for inner in 0..<outer % 4 {
          for innermost in 0..<(inner == 1 ? 2 : 0) {
            entries.append(
              entry(list, ["Part \(outer * 7 % 16)", "Section \(inner)", "Topic \(innermost)"]))
          }
          entries.append(entry(list, ["Part \(outer * 7 % 16)", "Section \(inner)"]))
        }
        if outer % 3 > 0 { entries.append(entry(list, ["Part \(outer * 7 % 16)"])) }
      }
      builder.append(AwesomeList(id: ListID(list), title: list), entries: entries)
    }
    return builder.catalog()
  }()

  private static let paths = (0..<catalog.count).map {
    catalog.category(of: EntryIndex($0)).headings
  }

  private static func entry(_ list: String, _ category: [String]) -> Entry {
    let title = category.joined(separator: " ")
    return Entry(
      title: title, url: "https://example.org/\(list)/\(title)", category: CategoryPath(category))
  }

  private func shown(_ browser: Scenario) -> [String] {
    browser.state.place.categories.rows.map {
      let mark = $0.isOpen.map { $0 ? "-" : "+" } ?? " "
      return "\(String(repeating: " ", count: $0.depth))\(mark)\($0.label) \($0.count)"
    }
  }

  /// The rows as they should be, found by going through all entries for each.
  private func expected(_ browser: Scenario) -> [String] {
    let pane = browser.state.place.categories
    let paths = Self.paths
    let filter = browser.state.place.filter.filter { $0 != "\"" }
    let matching = paths.filter { path in
      filter.isEmpty || path.joined(separator: " ").lowercased().contains(filter)
    }
    func rows(below parent: [String]) -> [String] {
      let names = Set(
        paths.filter { $0.count > parent.count && $0.starts(with: parent) }
          .map { $0[parent.count] })
      func size(_ name: String) -> Int { paths.count { $0.starts(with: parent + [name]) } }
      let ordered = names.sorted { size($0) != size($1) ? size($0) > size($1) : $0 < $1 }
      return ordered.flatMap { name -> [String] in
        let path = parent + [name]
        let key = FacetKey.category(CategoryPath(path))
        let count = matching.count { $0.starts(with: path) }
        var chosenHere = false
        if case .category(let chosen) = pane.chosen {
          chosenHere = chosen.headings.starts(with: path)
        }
        guard count > 0 || chosenHere else { return [] }
        let hasInner = paths.contains { $0.count > path.count && $0.starts(with: path) }
        let isOpen = hasInner && pane.toggled.contains(key)
        let mark = hasInner ? (isOpen ? "-" : "+") : " "
        let row = "\(String(repeating: " ", count: parent.count))\(mark)\(name) \(count)"
        return [row] + (isOpen ? rows(below: path) : [])
      }
    }
    return [" All \(matching.count)"] + rows(below: [])
  }

  @Test func rowsMatchTheEntriesWhateverIsOpenedChosenOrTyped() {
    var browser = Scenario(catalog: Self.catalog)
    browser.press("g h Tab")
    var random: UInt64 = 11
    let keys = ["j", "k", "l", "h", "3 j", "9 k", "G", "j l", "l j l"]
    for step in 0..<96 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = keys[Int(random >> 33) % keys.count]
      // Into the entries and back, so that a key for the pane reaches the pane.
      if browser.state.place.focus != .categories { browser.press("g h Tab") }
      browser.press(key)
      if step % 6 == 5 {
        browser.press("/")
        browser.type(["\"topic 1\"", "\"section 2\"", "\"part 1\"", ""][step / 6 % 4])
        browser.press("Enter")
        if step % 24 == 23 { browser.press("Esc") }
      }
      #expect(shown(browser) == expected(browser), "step \(step): \(key)")
      let pane = browser.state.place.categories
      #expect(pane.rows[pane.cursor].key == pane.chosen)
    }
  }
}
