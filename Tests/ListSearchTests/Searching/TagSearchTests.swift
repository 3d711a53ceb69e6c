import ListModel
import ListSearch
import TestSupport
import Testing

/// Tags in queries and as a facet.
struct TagSearchTests {
  private static let today = Day(clamping: 19_000)

  /// A bookmark catalog of one list, each entry with its tags.
  private static func tagged(
    _ tags: [[String]]
  ) -> (catalog: Catalog, marks: UserMarks) {
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("me/list"), title: "List"),
      entries: tags.indices.map { number in
        Entry(
          title: "Entry \(number)", url: "https://e\(number).example",
          category: CategoryPath(["C\(number % 3)"]), added: Day(clamping: 18_000 + number % 5))
      })
    let catalog = builder.catalog()
    let bookmarks = Bookmarks(
      tags.enumerated().map { number, tags in
        Bookmark(
          url: "https://e\(number).example", title: "Entry \(number)", tags: tags,
          added: Timestamp(milliseconds: number), changed: Timestamp(milliseconds: number))
      })
    return (catalog, UserMarks(of: bookmarks, in: catalog))
  }

  private static let sample = tagged([
    ["ml", "reading"], ["ml infra"], ["ML"], [], ["Café", "reading"], ["c#", "a \"b\""],
  ])

  @Test(arguments: [
    ("tag:ml", [0, 2]), ("#ml", [0, 2]), ("#ML", [0, 2]), ("tag:\"ml infra\"", [1]),
    ("#\"ml infra\"", [1]), ("tag:infra", [1]), ("#read", [0, 4]), ("#cafe", [4]),
    ("!#reading", [1, 2, 3, 5]), ("-#reading", [1, 2, 3, 5]), ("-tag:reading", [1, 2, 3, 5]),
    ("#ml | #\"ml infra\"", [0, 1, 2]), ("#ml #reading", [0]), ("#c#", [5]),
    ("#\"a \\\"b\\\"\"", [5]), ("#nothing", []), ("#", [0, 1, 2, 3, 4, 5]), ("tag:", Array(0...5)),
  ])
  func finds(query: String, expected: [Int]) throws {
    var request = SearchRequest(query: query, order: .list, today: Self.today)
    request.marks = Self.sample.marks
    let result = try #require(Searcher(Self.sample.catalog).search(request))
    #expect(result.rows.map(\.number) == expected)
  }

  @Test func aHashElsewhereIsOrdinaryText() {
    for text in ["c#", "'#ml", "\"#ml\"", "https://e.example/#ml", "title:#ml"] {
      #expect(!Query.parse(text, today: Self.today).asksForUserMarks, "\(text)")
    }
    for text in ["#ml", "!#ml", "go tag:ml", "a | #b"] {
      #expect(Query.parse(text, today: Self.today).asksForUserMarks, "\(text)")
    }
  }

  @Test(arguments: [
    ("tag:r", ["tag:reading", "tag:\"ml infra\""]), ("#re", ["#reading"]),
    ("#\"ml i", ["#\"ml infra\""]), ("!#caf", ["!#Café"]),
  ])
  func completes(text: String, expected: [String]) {
    let query = Query.parse(text, today: Self.today)
    let completed = query.completions(
      at: text.utf8.count, in: Self.sample.catalog, tags: Self.sample.marks.tags
    ).map { completion in
      String(decoding: Array(text.utf8)[..<completion.range.lowerBound], as: UTF8.self)
        + completion.replacement
    }
    #expect(completed == expected)
  }

  /// Any tags and any choices: each tag counts what choosing it would show.
  @Test func eachTagCountsWhatChoosingItWouldShow() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<rounds(20, soak: 2_000) {
      let names = ["a", "b", "b c", "A", "ü"]
      let tags = (0..<Int.random(in: 1...150, using: &random)).map { _ in
        names.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      }
      let (catalog, marks) = Self.tagged(tags)
      let searcher = Searcher(catalog)
      var request = SearchRequest(
        query: ["", "entry", "#a", "-#b"].randomElement(using: &random) ?? "", today: Self.today)
      request.marks = marks
      if Bool.random(using: &random) { request.categories = [CategoryIndex(0)] }
      let all = try #require(searcher.search(request))
      for (number, name) in marks.tags.names.enumerated() {
        request.tagged = marks.tags.entries(tagged: Array(name.utf8))
        let chosen = try #require(searcher.search(request))
        #expect(chosen.rows.count == all.tagCounts[number])
        #expect(
          chosen.rows.allSatisfy { row in
            tags[row.number].contains { $0.utf8.elementsEqual(name.utf8) }
          })
        #expect(chosen.tagCounts == all.tagCounts, "the choice of a tag is no part of its counts")
        #expect(chosen.categoryCounts.reduce(0, +) >= chosen.rows.count)
      }
      #expect(all.untaggedCount == all.rows.count { tags[$0.number].isEmpty })
    }
  }
}
