import ListModel
import TestSupport
import Testing

struct CategoryOutlineTests {
  private func catalog(_ lists: [[[String]]]) -> Catalog {
    var builder = CatalogBuilder()
    for (number, paths) in lists.enumerated() {
      builder.append(
        AwesomeList(id: ListID("o/\(number)"), title: "\(number)"),
        entries: paths.map {
          Entry(title: "t", url: "https://x.example", category: CategoryPath($0))
        })
    }
    return builder.catalog()
  }

  /// The headings as they are shown, two blanks deeper each.
  private func shown(_ catalog: Catalog, _ order: CategoryOutline.Order) -> [String] {
    let outline = catalog.outline(in: order)
    return (0..<outline.count).map { number in
      String(repeating: "  ", count: Int(outline.depths[number]))
        + String(decoding: catalog.heading(number, of: outline), as: UTF8.self)
    }
  }

  @Test func aHeadingIsWrittenOnceAboveItsSubheadings() {
    let catalog = catalog([
      [
        ["Tools", "Web"], ["(A) thing"], ["Tools"], ["Tools", "Web", "CSS"], ["Tools", "App"], [],
      ]
    ])
    #expect(
      shown(catalog, .list) == ["Tools", "  Web", "    CSS", "  App", "(A) thing", ""])
    #expect(
      shown(catalog, .name) == ["", "(A) thing", "Tools", "  App", "  Web", "    CSS"])
    #expect(
      shown(catalog, .count) == ["Tools", "  Web", "    CSS", "  App", "", "(A) thing"])
  }

  /// Days under a heading count for the category above it; removed entries do not count.
  @Test func theNewestHeadingIsThatOfTheLatestAddition() {
    var builder = CatalogBuilder()
    let entries: [(path: [String], day: String?)] = [
      (["B"], "2024-05-01"), (["A", "Old"], "2020-01-01"), (["A", "New"], "2024-06-01"),
      (["C"], nil), (["D"], "2024-05-01"), (["A", "Old"], "2021-01-01"),
    ]
    builder.append(
      AwesomeList(id: ListID("o/n"), title: "n"),
      entries: entries.map { entry in
        Entry(
          title: "t", url: "https://x.example", category: CategoryPath(entry.path),
          added: entry.day.flatMap { Day(iso: $0) })
      })
    #expect(
      shown(builder.catalog(), .newest) == ["A", "  New", "  Old", "B", "D", "C"])
    #expect(shown(CatalogBuilder().catalog(), .newest) == [])
  }

  @Test func aPathLeadsToItsHeadingAndBack() {
    let catalog = catalog([[["A", "B"], ["B", "A"], [], ["A", "B", "C"]]])
    let outline = catalog.outline(in: .name)
    for path in [["A"], ["A", "B"], ["B"], ["B", "A"], ["A", "B", "C"], [""]] {
      let number = catalog.heading(at: CategoryPath(path), in: outline)
      #expect(number.map { catalog.path(ofHeading: $0, in: outline).headings } == path)
    }
    for path in [["C"], ["A", "A"], ["B", "B"], []] {
      #expect(catalog.heading(at: CategoryPath(path), in: outline) == nil)
    }
  }

  @Test func anImageKeepsTheOutlineOfItsOrder() {
    let made = catalog([[["B"], ["A", "X"]], [["A"]]])
    let image = CatalogImage(copying: made.image.adding([outlineSection(of: made)]))
    let stored = Catalog(image)
    for order in CategoryOutline.Order.allCases {
      #expect(stored.outline(in: order) == made.outline(in: order))
    }
    #expect(!image.section(.categoryOutline).isEmpty)
    #expect(stored.suitableCategoryOrder == .count)
  }

  /// Beside paths that are gathered and sorted as texts.
  @Test func anyCategoriesAreInOrder() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<300 {
      let paths = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          ["a", "b", "c", "d"].randomElement(using: &random) ?? ""
        }
      }
      var prefixes: Set<[String]> = []
      for path in paths {
        for count in 1...path.count { prefixes.insert(Array(path[..<count])) }
      }
      let expected = prefixes.sorted { $0.lexicographicallyPrecedes($1) }
      let catalog = catalog([paths])
      let outline = catalog.outline(in: .name)
      #expect(
        (0..<outline.count).map { catalog.path(ofHeading: $0, in: outline).headings } == expected)
      for (number, path) in expected.enumerated() {
        let below = expected.filter { $0.starts(with: path) }.count
        #expect(Int(outline.ends[number]) == number + below)
      }
    }
  }

  @Test func aDamagedOutlineIsRebuiltOrHarmless() {
    let made = catalog([[["B"], ["A", "X"], ["A", "X", "Y"]], [["A"], []]])
    forEachDamaged(outlineSection(of: made), of: made, seed: 7) { catalog in
      let outline = catalog.outline(in: .count)
      #expect(outline.places.count == made.categories.count)
      for number in 0..<outline.count {
        let path = catalog.path(ofHeading: number, in: outline)
        #expect(!path.headings.isEmpty)
        _ = catalog.heading(at: path, in: outline)
      }
    }
  }
}
