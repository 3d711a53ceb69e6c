import Foundation
import ListMarkdown
import ListModel
import ListSearch
import TestSupport
import Testing

/// Typical questions about the published lists, each with a title or link that should be visible
/// without scrolling.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
struct RealQuestionsTests {
  /// `title` is the beginning of a title, or part of a link if it has a slash in it.
  typealias Question = (query: String, title: String, within: Int)

  static let questions: [Question] = [
    // A name is typed, whole or in part.
    ("fzf", "fzf", 1), ("ripgrep", "ripgrep", 1), ("fastapi", "FastAPI", 1),
    ("sarama", "Sarama", 1), ("metasploit", "Metasploit", 1), ("ghidra", "Ghidra", 1),
    ("jellyfin", "Jellyfin", 1), ("pi-hole", "Pi-hole", 1), ("zotero", "Zotero", 1),
    ("pandoc", "Pandoc", 1), ("spacy", "spaCy", 1), ("tokio", "tokio", 1), ("bevy", "Bevy", 1),
    ("jq", "jq", 1), ("nvm", "nvm", 1), ("redis", "Redis", 1), ("vue.js", "Vue.js", 1),
    ("jelly", "Jelly", 1), ("prometh", "Prometheus", 3), ("wiresh", "Wireshark", 3),
    // A thing is described.
    ("kafka go client", "/confluent-kafka-go", 1), ("data validation", "Data Validation", 1),
    ("home assistant", "Home Assistant", 1), ("docker compose", "Docker Compose", 1),
    ("tensorflow data validation", "Tensorflow Data Validation", 1),
    ("ray tracing weekend", "Ray Tracing in One Weekend", 1),
    ("go sqlite driver", "/go-sqlite3", 10),
    ("rust programming language", "Rust Programming Language", 1),
    ("sicp | \"structure and interpretation\"", "Structure and Interpretation", 3),
    ("hidden technical debt", "Hidden Technical Debt", 1),
    ("rules of machine learning", "Rules of Machine Learning", 1),
    ("attention all you need", "Attention is all", 1),
    ("designing data intensive", "Designing Data-Intensive", 1),
    ("clean code", "Clean Code", 1), ("you don't know js", "You Don't Know JS", 1),
    // Letters are left out.
    ("kbrnts", "Kubernetes", 5), ("pstgrs", "Postgres", 5), ("wrshrk", "Wireshark", 3),
    // Letters are wrong.
    ("kuberentes", "Kubernetes", 5), ("prometeus", "Prometheus", 5),
  ]

  private static let searcher: Searcher = {
    var builder = CatalogBuilder()
    let folder = RealData.path("track/content")
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix("README.md") {
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name),
        let page = try? PageReader.read([UInt8](bytes), path: name), page.kind == .daily
      else { continue }
      builder.append(page.list, entries: page.entries)
    }
    return Searcher(builder.catalog())
  }()

  @Test(arguments: questions)
  func reportsAnswerOnTheFirstScreen(question: Question) throws {
    let request = SearchRequest(
      query: question.query, order: .relevance, today: Day(clamping: 20_780))
    let catalog = Self.searcher.catalog
    let rows = try #require(Self.searcher.search(request)).rows.prefix(question.within)
    let shown = rows.map { catalog.entry($0) }
    #expect(
      shown.contains {
        question.title.contains("/")
          ? $0.url?.contains(question.title) ?? false
          : $0.title.lowercased().hasPrefix(question.title.lowercased())
      }, "\(shown.map(\.title))")
  }

  /// Operators, fields and addresses are in one title of twenty.
  @Test func aPastedTitleFindsItsEntryAmongTheFirstTen() throws {
    let catalog = Self.searcher.catalog
    let odd = (0..<catalog.count).filter { number in
      catalog.titles.withBytes(at: number) { $0.contains { ":|!\"'^$\\".utf8.contains($0) } }
    }
    let step = max(1, odd.count / rounds(120, soak: odd.count))
    for number in stride(from: 0, to: odd.count, by: step).map({ odd[$0] }) {
      let title = catalog.titles[number]
      let request = SearchRequest(
        query: title, order: .relevance, today: Day(clamping: 20_780))
      #expect(Query.parse(title, today: request.today).error == nil, "\(title)")
      let rows = try #require(Self.searcher.search(request)).rows.prefix(10)
      #expect(
        rows.contains { catalog.titles[$0.number].lowercased() == title.lowercased() }, "\(title)")
    }
  }
}
