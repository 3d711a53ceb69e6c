import CFilterKernel
import Foundation
import ListModel
import ListSearch

/// Our own filter, with one thread and with two, compared with a kernel in C and other programs.
struct FilterBenchmark {
  let corpus: Corpus
  let rounds: Int
  private let one: Searcher
  private let two: Searcher
  private let today = Day(clamping: 20_780)

  private static let queries = [
    "t", "te", "ten", "tensor", "tensorflow", "data validation", "kubernetes", "drft", "zzzzq",
    "kubernets",
  ]

  init(corpus: Corpus, rounds: Int) {
    self.corpus = corpus
    self.rounds = rounds
    one = Searcher(corpus.catalog, threads: 1)
    two = Searcher(corpus.catalog)
    _ = one.search(SearchRequest(today: today))
    _ = two.search(SearchRequest(today: today))
  }

  func printMemory() {
    print(
      String(
        format: "index %.1f MB, %.2f of the texts, made in %.0f ms",
        Double(corpus.indexBytes) / 1e6, Double(corpus.indexBytes) / Double(corpus.textBytes),
        corpus.indexTime))
  }

  /// Milliseconds for each query, all fields ranked and counted, and titles alone.
  func printTable(peers: Peers) {
    let floor = median { peers.timeFzf("^\u{1}$", titlesOnly: false) }
    let titleFloor = median { peers.timeFzf("^\u{1}$", titlesOnly: true) }
    print(
      "query | rows | awl 1 | awl 2 | title: 1 | title: 2 | C 1 | C 2 | frizbee | fzf | fzf titles | rg"
    )
    for query in Self.queries {
      let rows = two.search(request(query))?.rows.count ?? 0
      let figures = [
        least { search(one, request(query)) }, least { search(two, request(query)) },
        least { milliseconds { _ = one.exactCount(request(titleQuery(query))) } },
        least { milliseconds { _ = two.exactCount(request(titleQuery(query))) } },
        least { timeKernel(query, threads: 1) }, least { timeKernel(query, threads: 2) },
        peers.timeFrizbee(query),
        median { peers.timeFzf(query, titlesOnly: false) }.map { max(0, $0 - (floor ?? 0)) },
        median { peers.timeFzf(query, titlesOnly: true) }.map { max(0, $0 - (titleFloor ?? 0)) },
        median { peers.timeRg(query) },
      ]
      print(
        ([query, "\(rows)"] + figures.map { $0.map { String(format: "%.2f", $0) } ?? "-" })
          .joined(separator: " | "))
    }
    print(String(format: "fzf's reading, taken off: %.0f and %.0f", floor ?? 0, titleFloor ?? 0))
  }

  /// Each key of words typed and taken back, and of facets chosen, as the browser asks for them: what
  /// the next letter may find is worked out in between, and timed as `anticipated`.
  func printTyping() {
    var typed: [KeyTime] = []
    var erased: [KeyTime] = []
    var anticipated: [KeyTime] = []
    var slowest: [(query: String, time: KeyTime)] = []
    for word in ["tensorflow", "data validation", "kubernetes", "drft", "kafka go client"] {
      // The cache of a previous word would make the next one's first letters cheaper.
      let searches = SearchCache(corpus.catalog)
      _ = searches.search(SearchRequest(today: today))
      anticipated.append(KeyTime { searches.prepare() })
      let letters = Array(word)
      for count in 1...letters.count {
        let request = request(String(letters[..<count]))
        let time = KeyTime { _ = searches.search(request) }
        typed.append(time)
        slowest.append((request.query, time))
        anticipated.append(KeyTime { searches.anticipate(request) })
      }
      for count in (0..<letters.count).reversed() {
        var request = request(String(letters[..<count]))
        if count == 0 { request.order = .date }
        erased.append(KeyTime { _ = searches.search(request) })
      }
    }
    printKeys("typed", typed)
    slowest.sort { $0.time.processor > $1.time.processor }
    print(
      "most of the processors: "
        + slowest.prefix(8).map { String(format: "%@ %.1f", $0.query, $0.time.processor) }
        .joined(separator: ", "))
    printKeys("anticipated", anticipated)
    printKeys("erased", erased)
    var facets: [KeyTime] = []
    for _ in 0..<rounds {
      for list in stride(from: 0, to: corpus.catalog.listCount, by: 97) {
        let request = SearchRequest(list: ListIndex(list), today: today)
        facets.append(KeyTime { _ = two.search(request) })
      }
      for year in 2015..<2025 {
        let first = Day(clamping: (year - 1970) * 365)
        let days = DateSelection.days(first...first.advanced(by: 365))
        let request = SearchRequest(dates: days, today: today)
        facets.append(KeyTime { _ = two.search(request) })
      }
      facets.append(KeyTime { _ = two.search(SearchRequest(today: today)) })
    }
    printKeys("facets and no query", facets)
  }

  /// One query, each time as if it were the first.
  func printKey(_ query: String) {
    let request = request(query)
    for (name, searcher) in [("one thread", one), ("two threads", two)] {
      let times = (0..<rounds).map { _ in KeyTime { _ = searcher.search(request) } }
      let (wall, processor) = (times.map(\.wall).min(), times.map(\.processor).min())
      print(
        String(format: "%@: %.2f ms, of both processors %.2f", name, wall ?? 0, processor ?? 0))
    }
  }

  private func printKeys(_ name: String, _ times: [KeyTime]) {
    let (wall, processor) = (times.map(\.wall), times.map(\.processor))
    print(
      String(
        format:
          "%@: %d keys, p50 %.2f ms, p99 %.2f, worst %.2f; of both processors %.2f, %.2f, %.2f",
        name, times.count, wall.quantile(0.5), wall.quantile(0.99), wall.quantile(1),
        processor.quantile(0.5), processor.quantile(0.99), processor.quantile(1)))
  }

  private func request(_ query: String) -> SearchRequest {
    SearchRequest(query: query, order: .relevance, today: today)
  }

  private func titleQuery(_ query: String) -> String {
    query.split(separator: " ").map { "title:" + $0 }.joined(separator: " ")
  }

  private func search(_ searcher: Searcher, _ request: SearchRequest) -> Double {
    milliseconds { _ = searcher.search(request) }
  }

  private func median(_ time: () -> Double?) -> Double? {
    let times = (0..<rounds).compactMap { _ in time() }
    return times.isEmpty ? nil : times.quantile(0.5)
  }

  /// The least of the rounds and some more: what others do on the machine only adds to it.
  private func least(_ time: () -> Double?) -> Double? {
    (0..<(5 * rounds)).compactMap { _ in time() }.min()
  }

  /// The C kernel on the folded titles; it knows one word only.
  private func timeKernel(_ query: String, threads: Int) -> Double? {
    guard !query.contains(" ") else { return nil }
    let section = corpus.catalog.image.section(.foldedTitle)
    guard let base = section.baseAddress, corpus.catalog.count > 0 else { return nil }
    let count = corpus.catalog.count
    let letters = corpus.catalog.image.section(.titleLetters)
    guard let rows = letters.baseAddress?.advanced(by: 8) else { return nil }
    let column = filter_column(
      text: base.advanced(by: 4 + (count + 1) * 4).assumingMemoryBound(to: UInt8.self),
      ends: base.advanced(by: 4).assumingMemoryBound(to: UInt32.self),
      rows: rows.assumingMemoryBound(to: UInt64.self), count: count)
    var points = [UInt16](repeating: 0, count: count)
    return points.withUnsafeMutableBufferPointer { points in
      let kernel = Kernel(column: column, needle: Array(query.utf8), points: points)
      return milliseconds {
        if threads == 1 {
          kernel.run(part: 0, of: 1)
        } else {
          DispatchQueue.concurrentPerform(iterations: threads) { kernel.run(part: $0, of: threads) }
        }
      }
    }
  }
}

/// A run of the C kernel; sendable, since each part writes only its own results.
private struct Kernel: @unchecked Sendable {
  let column: filter_column
  let needle: [UInt8]
  let points: UnsafeMutableBufferPointer<UInt16>

  func run(part: Int, of parts: Int) {
    withUnsafePointer(to: column) { column in
      _ = filter_titles(
        column, needle, needle.count, points.baseAddress, UInt32(part), UInt32(parts))
    }
  }
}
