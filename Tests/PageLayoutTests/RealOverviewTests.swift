import Foundation
@testable import ListMarkdown
import PageLayout
import TestSupport
import Testing

/// The overviews of all lists of the real catalogue.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
struct RealOverviewTests {
  private static let pages: [String] = {
    let root = RealData.path("track/content")
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix("/readme/README.md") }.sorted().map { root + "/" + $0 }
  }()

  /// The links that are shown when one presses Tab from the top to the end.
  private func reached(_ page: inout LaidPage) -> [String] {
    var found: [String] = []
    for index in 0..<page.pieceCount {
      for line in page.piece(index).lines.indices {
        let position = PagePosition(piece: index, line: line)
        for link in page.links(at: position) { found.append(page.target(of: link)) }
      }
    }
    return found
  }

  @Test func everyLinkOfEveryOverviewCanBeReached() throws {
    #expect(Self.pages.count > 40)
    for path in Self.pages {
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
      let document = try PageDocument(bytes)
      var options = LayoutOptions(columns: 100)
      options.opensDetails = true
      var page = LaidPage(document, options)
      let reached = reached(&page)
      var written: [String: Int] = [:]
      var reader = MarkdownReader(document.bytes)
      _ = reader.read { block in
        var node: MarkdownNode? = block.node
        while let current = node {
          if current.kind == .link {
            written[current.withURL { String(decoding: $0, as: UTF8.self) }, default: 0] += 1
          }
          node = current.following(within: block.node)
        }
      }
      for target in reached { written[target, default: 0] -= 1 }
      let missed = written.filter { $0.value > 0 }
      #expect(missed.isEmpty, "\(path): \(missed.prefix(3))")
    }
  }
}
