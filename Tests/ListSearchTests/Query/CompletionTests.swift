import ListModel
import ListSearch
import Testing

struct CompletionTests {
  private let catalog: Catalog = {
    var builder = CatalogBuilder()
    let days = [Day(year: 2021, month: 5, day: 3), Day(year: 2023, month: 1, day: 9), nil]
    builder.append(
      AwesomeList(id: ListID("avelino/awesome-go"), title: "Go"),
      entries: days.map {
        Entry(
          title: "t", url: "https://github.com/x", category: CategoryPath(["Data \"Lake\"", "Go"]),
          added: $0)
      })
    builder.append(
      AwesomeList(id: ListID("go-team/list"), title: "Team"),
      entries: [Entry(title: "u", url: "http://gist.example/y", category: CategoryPath(["Games"]))])
    return builder.catalog()
  }()

  /// The query after each completion, with the cursor at `|`.
  private func completed(_ text: String) -> [String] {
    let cursor =
      text.utf8.firstIndex(of: UInt8(ascii: "|"))
      .map { text.utf8.distance(from: text.startIndex, to: $0) } ?? text.utf8.count
    let bytes = Array(text.utf8.filter { $0 != UInt8(ascii: "|") })
    let query = Query.parse(String(decoding: bytes, as: UTF8.self), today: Day(clamping: 0))
    return query.completions(at: cursor, in: catalog).map {
      String(
        decoding: bytes[..<$0.range.lowerBound] + Array($0.replacement.utf8)
          + bytes[$0.range.upperBound...], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("li", ["list:"]),
    ("go -TI", ["go -title:"]),
    ("s| go", ["stars: go", "sort: go"]),
    ("tit|:x", ["title::x"]),
    ("list:go", ["list:go-team/list", "list:avelino/awesome-go"]),
    ("list:awe|x", ["list:avelino/awesome-gox"]),
    ("category:ga", ["category:Games"]),
    ("category:da", ["category:\"Data \\\"Lake\\\"\""]),
    ("category:\"da", ["category:\"Data \\\"Lake\\\"\""]),
    ("host:gi", ["host:github.com", "host:gist.example"]),
    ("!is:re", ["!is:read", "!is:removed"]),
    ("sort:r", ["sort:relevance"]),
    ("added:202", ["added:2023", "added:2022", "added:2021"]),
    ("added:2021-1", ["added:2021-10", "added:2021-11", "added:2021-12"]),
    ("added:<", ["added:<1w", "added:<1m", "added:<1y"]),
    ("week:2021-W5", ["week:2021-W52", "week:2021-W51", "week:2021-W50"]),
    ("stars:>1", ["stars:>100", "stars:>1k", "stars:>10k"]),
    ("lst:go", []),
    ("kafka", []),
    ("\"li", []),
    ("'li", []),
    ("title:go", []),
  ])
  func completes(text: String, expected: [String]) {
    #expect(completed(text) == expected)
  }

  @Test func offersAllFieldsWhereNothingIsTyped() {
    let query = Query.parse("go ", today: Day(clamping: 0))
    let completions = query.completions(at: 3, in: catalog)
    #expect(completions.map(\.replacement) == QueryField.allCases.map { $0.rawValue + ":" })
    #expect(completions.allSatisfy { $0.range == 3..<3 && !$0.detail.isEmpty })
  }

  @Test func tellsHowManyEntriesAValueHas() {
    let query = Query.parse("list:awe", today: Day(clamping: 0))
    #expect(query.completions(at: 8, in: catalog).map(\.detail) == ["3 entries"])
  }

  @Test func aCursorOutsideTheQueryIsHarmless() {
    let query = Query.parse("li", today: Day(clamping: 0))
    #expect(query.completions(at: 99, in: catalog).map(\.replacement) == ["list:"])
    #expect(!query.completions(at: -1, in: catalog).isEmpty)
  }
}
