import ListModel
import ListSearch
import TestSupport
import Testing

/// Titles and addresses that are pasted into the filter find their entries.
struct PastedTextTests {
  /// No order is among them: who asks for one gets it.
  private static let parts = [
    "Kafka:", "|", "!important", "\"quoted", "words\"", "^top", "cash$", "'tis", "-x:y", "a\\b",
    "title:", "Title:", "stars:>1k", "is:paper", "re:Invent", "—",
    "C++:",
    "std::vector", "(2nd)", "<3", "list:", "added:2021", "Guide", "of", "Data", "-", "!", "host:a",
    "https://ex.org", "Σίσυφος", "ﾃﾞｰﾀ", "أحمد", "🎓", "week:2022-W06", "$", "|x|",
  ]

  /// Titles of two to four parts with a name, so that there is something to find.
  private static let titles: [String] = (0..<rounds(400, soak: 4_000)).map { number in
    let count = 1 + number % 3
    let chosen = (0..<count).map { parts[(number * 7 + $0 * 13 + number / 11 * $0) % parts.count] }
    return (number % 2 == 0 ? ["Name\(number)"] + chosen : chosen + ["Name\(number)"])
      .joined(separator: number % 5 == 0 ? "  " : " ")
  }

  private static func searcher(_ entries: [Entry]) -> Searcher {
    var builder = CatalogBuilder()
    builder.append(AwesomeList(id: ListID("o/n"), title: "N"), entries: entries)
    return Searcher(builder.catalog())
  }

  private static func first(_ query: String, _ searcher: Searcher) -> [Entry] {
    let request = SearchRequest(query: query, order: .relevance, today: Day(clamping: 20_780))
    guard let rows = searcher.search(request)?.rows else { return [] }
    return rows.prefix(10).map { searcher.catalog.entry($0) }
  }

  @Test func aTitleWithOperatorsInItFindsItsEntry() {
    let searcher = Self.searcher(Self.titles.map { Entry(title: $0) })
    for title in Self.titles {
      #expect(
        Self.first(title, searcher).contains { $0.title.utf8.elementsEqual(title.utf8) },
        "\(title)")
    }
  }

  @Test func aBarStillMeansEitherWord() {
    let searcher = Self.searcher(["Alpha", "Beta", "Alpha | Beta"].map { Entry(title: $0) })
    #expect(Self.first("Alpha | Beta", searcher).count == 3)
    #expect(Self.first("Alpha | Beta", searcher).first?.title == "Alpha | Beta")
    #expect(Self.first("alpha !beta", searcher).map(\.title) == ["Alpha"])
  }

  @Test(arguments: [
    "https://github.com/o/n", "https://github.com/o/n/", "http://github.com/o/n",
    "https://www.github.com/o/n", "https://github.com/o/n#readme", "https://GitHub.com/O/N.git",
    "https://github.com/o/n?tab=readme-ov-file",
  ])
  func anAddressFindsTheEntryThatLeadsThere(address: String) {
    let others = ["https://github.com/o/nn", "https://github.com/o/n/wiki", "https://ex.org/o/n"]
    for spelling in ["https://github.com/o/n", "http://www.github.com/O/n/#readme"] {
      let searcher = Self.searcher(
        (others + [spelling]).map { Entry(title: "Entry", url: $0) })
      #expect(Self.first(address, searcher).map(\.url) == [spelling])
      #expect(Self.first("!" + address, searcher).count == 3)
    }
  }

  @Test func anAddressThatIsStillTypedFindsThoseThatBeginWithIt() {
    let searcher = Self.searcher(
      ["https://github.com/Owner/name", "https://ex.org"].map { Entry(title: "Entry", url: $0) })
    for typed in ["https://git", "http://github.com/own", "https://github.com/Owner/"] {
      #expect(
        Self.first(typed, searcher).map(\.url) == ["https://github.com/Owner/name"], "\(typed)")
    }
  }

  @Test(arguments: [
    ("σίσυφος", "Σίσυφος"), ("σισυφος", "Σίσυφος"), ("ΣΊΣΥΦΟΣ", "ΣΊΣΥΦΟΣ"), ("office", "The oﬃce"),
    ("oﬃce", "The office"), ("احمد", "أحمد"), ("أحمد", "احمد"), ("データ", "ﾃﾞｰﾀ"), ("ﾃﾞｰﾀ", "データ"),
    ("երևան", "Երևան"),
  ])
  func spellingsOfOneWordFindEachOther(query: String, title: String) {
    let searcher = Self.searcher([Entry(title: title), Entry(title: "Other")])
    #expect(Self.first(query, searcher).map(\.title) == [title])
  }
}
