import ListModel
import TestSupport
import Testing

struct ListOutlineTests {
  private struct Sample {
    var path: String
    var title: String
    var subject: String?
    var stars: Int?
    var entries = 1
    var failure: String?
  }

  private func catalog(_ lists: [Sample]) -> Catalog {
    var builder = CatalogBuilder()
    for list in lists {
      let facts = AwesomeList(
        id: ListID(list.path), title: list.title, subject: list.subject,
        stars: list.stars.map { Stars($0) })
      builder.append(
        facts, entries: (0..<list.entries).map { Entry(title: "\($0)") },
        origin: ListOrigin(source: "s", page: "p", read: nil, failure: list.failure))
    }
    return builder.catalog()
  }

  /// The rows as they are shown, lists below a subject two blanks deeper.
  private func shown(_ catalog: Catalog, _ outline: ListOutline) -> [String] {
    outline.rows.map { row in
      (outline.hasSubjects && !row.isSubject ? "  " : "")
        + String(decoding: catalog.label(of: row), as: UTF8.self)
    }
  }

  private let samples = [
    Sample(path: "a/zig", title: "Zig", subject: "Languages", stars: 5),
    Sample(path: "b/go", title: "Go", subject: "Languages", stars: 9, failure: "gone"),
    Sample(path: "c/tools", title: "Tools", subject: nil, entries: 0),
    Sample(path: "d/tools", title: "tools", subject: "Databases"),
  ]

  @Test func listsAreGroupedUnderTheirSubjects() {
    let catalog = catalog(samples)
    let outline = catalog.listOutline(in: .name)
    #expect(
      shown(catalog, outline) == [
        "Databases", "  d/tools", "Languages", "  Go", "  Zig", "Other lists", "  c/tools",
      ])
    #expect(outline.places == [4, 3, 6, 1])
    #expect(outline.ends == [2, 2, 5, 4, 5, 7, 7])
    #expect(outline.failed == [3] && outline.empty == [6])
    #expect(
      shown(catalog, catalog.listOutline(in: .stars, reversed: true))
        == [
          "Databases", "  d/tools", "Languages", "  Zig", "  Go", "Other lists", "  c/tools",
        ])
  }

  @Test func withoutSubjectsListsStandAlone() {
    let catalog = catalog([
      Sample(path: "a/b", title: "B"), Sample(path: "a/a", title: "a"),
    ])
    let outline = catalog.listOutline(in: .name)
    #expect(shown(catalog, outline) == ["a", "B"])
    #expect(!outline.hasSubjects && outline.ends == [1, 2] && outline.places == [1, 0])
  }

  /// The image's outline equals the one computed from the lists, whatever these are.
  @Test func anImageKeepsTheOutlineByName() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let lists = (0..<Int.random(in: 0...12, using: &random)).map { number in
        Sample(
          path: "o/\(number)", title: ["a", "B", "c", "C"].randomElement(using: &random) ?? "",
          subject: [nil, "x", "Y"].randomElement(using: &random) ?? nil,
          stars: [nil, 1, 2].randomElement(using: &random) ?? nil,
          entries: Int.random(in: 0...2, using: &random),
          failure: Bool.random(using: &random) ? "gone" : nil)
      }
      let made = catalog(lists)
      let stored = Catalog(
        CatalogImage(copying: made.image.adding([listOutlineSection(of: made)])))
      #expect(!stored.image.section(.listOutline).isEmpty)
      for order in ListOutline.Order.allCases {
        #expect(stored.listOutline(in: order) == made.listOutline(in: order))
      }
      let outline = stored.listOutline(in: .name)
      #expect(outline.rows.filter { !$0.isSubject }.count == lists.count)
      #expect(outline.places.allSatisfy { !outline.rows[Int($0)].isSubject })
    }
  }

  @Test func aDamagedOutlineIsRebuiltOrHarmless() {
    let made = catalog(samples)
    forEachDamaged(listOutlineSection(of: made), of: made, seed: 5) { catalog in
      let outline = catalog.listOutline(in: .name)
      #expect(outline.places.count == samples.count)
      #expect(outline.ends.count == outline.rows.count)
      for (number, row) in outline.rows.enumerated() {
        #expect(row.list.number < samples.count)
        #expect(Int(outline.ends[number]) > number)
        #expect(Int(outline.ends[number]) <= outline.rows.count)
        _ = catalog.label(of: row)
      }
      #expect(outline.failed.allSatisfy { outline.rows.indices.contains($0) })
    }
  }
}
