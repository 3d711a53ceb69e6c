import ListModel
import ListSearch
import Testing

struct SearcherTests {
  private let today = Day(clamping: 20_000)

  private let searcher: Searcher = {
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("a/go"), title: "Go"),
      entries: [
        Entry(
          title: "Sarama", url: "https://github.com/IBM/sarama",
          description: "Go library for Apache Kafka", category: CategoryPath(["Messaging"]),
          added: Day(clamping: 10), stars: Stars(11_000)),
        Entry(
          title: "Kafka-Go", url: "https://github.com/segmentio/kafka-go/",
          category: CategoryPath(["Messaging"]), added: Day(clamping: 11), stars: Stars(7_000)),
        Entry(
          title: "Café", url: "https://cafe.example", category: CategoryPath(["Food"]),
          marks: [.struck]),
      ])
    builder.append(
      AwesomeList(id: ListID("b/streaming"), title: "Streaming"),
      entries: [
        Entry(
          title: "kafka-go", url: "http://www.github.com/segmentio/kafka-go",
          category: CategoryPath(["Clients"]), added: Day(clamping: 12)),
        Entry(
          title: "Kafka", url: "https://kafka.apache.org", category: CategoryPath(["Brokers"]),
          added: Day(clamping: 9)),
      ])
    return Searcher(builder.catalog())
  }()

  /// So many that their numbers take two bytes in the image.
  @Test func countsEachOfManyCategoriesAndDays() {
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("a/days"), title: "Days"),
      entries: (0..<300).map {
        Entry(title: "Day", category: CategoryPath(["C\($0)"]), added: Day(clamping: $0))
      })
    let found = Searcher(builder.catalog()).search(SearchRequest(today: today))
    #expect(found?.categoryCounts == Array(repeating: 1, count: 300))
    #expect(found?.dayCounts.map(\.day) == (0..<300).reversed().map { Day(clamping: $0) })
    #expect(found?.dayCounts.allSatisfy { $0.count == 1 } == true)
  }

  @Test func aQueryForStarsFindsTheCountsOfOtherPages() {
    var builder = CatalogBuilder()
    for (list, stars) in [nil, Stars(40)].enumerated() {
      builder.append(
        AwesomeList(id: ListID("a/\(list)"), title: "List"),
        entries: (0..<130).map {
          Entry(
            title: "\(list) \($0)", url: "https://e\($0 * (list + 1)).example",
            added: Day(clamping: 10), stars: stars)
        })
    }
    let catalog = builder.catalog()
    let request = SearchRequest(query: "stars:>30", list: ListIndex(0), today: today)
    let rows = Searcher(catalog).search(request)?.rows ?? SearchRows()
    #expect(rows.map(\.number).sorted() == (0..<130).filter { $0 % 2 == 0 })
  }

  private func titles(_ request: SearchRequest) -> [String] {
    (searcher.search(request)?.rows ?? SearchRows()).map { searcher.catalog.entry($0).title }
  }

  private func request(_ query: String, order: SortOrder = .relevance) -> SearchRequest {
    SearchRequest(query: query, order: order, today: today)
  }

  @Test(arguments: [
    ("kafka", ["Kafka", "kafka-go", "Sarama"]),
    ("kafka go", ["kafka-go", "Sarama"]),
    ("kfk", ["kafka-go", "Kafka"]),
    ("'kfk", []),
    ("m", ["Sarama", "Kafka-Go", "Café"]),
    ("b", ["Kafka", "kafka-go", "Sarama"]),
    ("7", []),
    ("cafe", ["Café"]),
    ("Kafka", ["Kafka", "Kafka-Go", "Sarama"]),
    ("kafka !apache", ["kafka-go"]),
    ("sarama | café", ["Sarama", "Café"]),
    ("list:a/go kafka", ["Kafka-Go", "Sarama"]),
    ("stars:>7k", ["Sarama"]),
    // Both lists' rows of kafka-go have the count from one of them; the newer one is shown.
    ("host:github.com sort:stars", ["Sarama", "kafka-go"]),
    ("added:1970-01-13..", ["kafka-go"]),
    ("is:struck", ["Café"]),
    ("a -is:struck list:a/go", ["Kafka-Go", "Sarama"]),
  ])
  func findsInThisOrder(query: String, expected: [String]) {
    #expect(titles(request(query)) == expected)
  }

  @Test func aLinkInTwoListsIsOneRowUnlessAListIsChosen() throws {
    let both = try #require(searcher.search(request("kafka-go", order: .date)))
    #expect(both.rows.map(\.number) == [3])
    #expect(both.total == 4)
    #expect(both.listCounts == [1, 1])
    #expect(searcher.catalog.listsWithLink(of: both.rows[0]) == [ListIndex(0), ListIndex(1)])
    var one = request("kafka-go", order: .date)
    one.list = ListIndex(0)
    let inOne = try #require(searcher.search(one))
    #expect(inOne.rows.map(\.number) == [1])
    #expect(inOne.total == 3)
    #expect(inOne.listCounts == [1, 1])
  }

  @Test func onRequestALinkAppearsForEachList() throws {
    var every = request("", order: .list)
    every.mergesLinks = false
    let result = try #require(searcher.search(every))
    #expect(result.rows.map(\.number) == [0, 1, 2, 3, 4])
    #expect(result.total == 5)
  }

  @Test func aCancelledSearchReturnsNil() {
    #expect(searcher.search(request("kafka"), isCancelled: { true }) == nil)
  }
}
