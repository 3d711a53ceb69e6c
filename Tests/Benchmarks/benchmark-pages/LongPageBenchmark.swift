import Foundation
import ListMarkdown
import PageLayout

/// Times the opening of a page of 16 MiB, made of the overviews below a folder, and measures its
/// memory.
struct LongPageBenchmark {
  private let page: [UInt8]

  /// The most that is read of a page.
  private static let length = 16 << 20

  init(folder: String) {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var page: [UInt8] = []
    let names = found.filter { $0.hasSuffix("/readme/README.md") }.sorted()
    while !names.isEmpty, page.count < Self.length {
      for name in names where page.count < Self.length {
        page += FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        page += "\n\n".utf8
      }
    }
    self.page = Array(page.prefix(Self.length))
  }

  /// Seconds to the first 60 rows, and to 60 rows at the end, as after G; the page that was laid out.
  private func open() -> (first: Double, last: Double, page: LaidOutPage?) {
    var laid: LaidOutPage?
    let first = processorSeconds {
      guard let document = try? PageDocument(page) else { return }
      var page = LaidOutPage(document, LayoutOptions(columns: 88))
      _ = page.position(from: PagePosition(), by: 60)
      laid = page
    }
    let last = processorSeconds {
      guard let end = laid?.lastPosition() else { return }
      _ = laid?.position(from: end, by: -60)
    }
    return (first, last, laid)
  }

  /// Seconds to read the page from its start to its end, row by row.
  private func walk(_ page: inout LaidOutPage) -> Double {
    processorSeconds {
      for index in 0..<page.pieceCount { _ = page.piece(index) }
    }
  }

  /// Prints the medians of some rounds, and what memory the page took.
  func run(rounds: Int) {
    let before = Self.memory
    guard var laid = open().page else { return print("no pages") }
    let opened = Self.memory
    let walked = walk(&laid)
    let whole = Self.memory
    let times = (0..<rounds).map { _ in open() }
    let first = times.map(\.first).sorted()[rounds / 2]
    let last = times.map(\.last).sorted()[rounds / 2]
    let size = Double(page.count)
    print(
      String(
        format: "%.1f MiB: first screen %.1f ms, end %.1f ms, read through %.0f ms",
        size / 1_048_576, first * 1e3, last * 1e3, walked * 1e3))
    print(
      String(
        format: "memory besides the file: %.1f times the page when opened, %.1f when read through",
        Double(opened - before) / size, Double(whole - before) / size))
  }

  /// The memory that the program has, in bytes, by the second field of /proc/self/statm.
  private static var memory: Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ")
    return (fields.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0) * Int(getpagesize())
  }
}
