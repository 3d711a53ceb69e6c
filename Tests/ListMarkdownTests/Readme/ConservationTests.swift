import Foundation
import ListModel
import TestSupport
import Testing

@testable import ListMarkdown

/// Each link and heading of a README is part of an entry, or is listed as left out.
///
/// What there is comes from one parse of the whole text, without pieces and bounds.
struct ConservationTests {
  @Test func ofRandomReadmesNothingIsLost() throws {
    for seed in 0..<rounds(60, soak: 2_000) {
      let text = RandomReadme(seed: seed).text
      let lost = try lostParts(of: Array(text.utf8))
      try #require(lost == [], "seed \(seed)")
    }
  }

  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func realReadmesLoseNothing() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: RealData.path("readmes")) {
      #expect(try lostParts(of: PublishedPages.bytes("readmes/" + name)) == [], "\(name)")
    }
  }

  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func overviewsLoseNothing() throws {
    let paths = PublishedPages.paths().filter { $0.hasSuffix("/readme/README.md") }
    #expect(paths.count == 50)
    for path in paths {
      #expect(try lostParts(of: PublishedPages.bytes("track/content/" + path)) == [], "\(path)")
    }
  }

  @Test(
    .enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)),
    arguments: ["awesome-seml", "awesome-tmux"])
  func oldVersionsLoseNothing(name: String) throws {
    let folder = try TemporaryFolder()
    let shell = try #require(systemProgram("sh"))
    let step = isSoak ? 10 : 50
    let child = try ChildProcess(
      shell,
      [
        "-c",
        """
        git clone -q --bare "$1" "$2/clone" && cd "$2/clone" || exit 1
        git log --format=%H -- ':(icase)readme.md' | awk 'NR % \(step) == 1' |
          while read -r commit; do
            name=$(git ls-tree --name-only "$commit" | grep -i '^readme\\.md$' | head -n 1)
            [ -z "$name" ] || git show "$commit:$name" > "$2/$commit.md"
          done
        """, "sh", RealData.path("histories/\(name).bundle"), folder.path,
      ])
    #expect(child.wait() == 0, "\(child.errors)")
    let versions = folder.names().filter { $0.hasSuffix(".md") }
    #expect(versions.count > 1)
    for version in versions {
      let bytes = [UInt8](FileManager.default.contents(atPath: folder(version)) ?? Data())
      #expect(try lostParts(of: bytes) == [], "\(version)")
    }
  }

  /// The links and headings of the text that are neither of an entry nor left out.
  private func lostParts(of bytes: [UInt8]) throws -> [String] {
    let account = try PageReader.account(bytes, path: nil)
    var links: [String: Int] = [:]
    var headings: [String: Int] = [:]
    for link in account.page.entries.flatMap(\.links) { links[link.url, default: 0] += 1 }
    for leftOut in account.leftOut {
      switch leftOut.content {
      case .link(_, let url): links[url, default: 0] += 1
      case .heading(let text): headings[text, default: 0] += 1
      }
    }
    let entries = account.page.entries
    let parts = Set(entries.flatMap(\.category.headings) + entries.map(\.title))
    let text = try TextRepair(bytes).bytes
    var lost: [String] = []
    let memory = TreeMemory()
    MarkdownTree.parse(.parts([text[...]]), syntax: [.table, .strikethrough], in: memory) {
      document in
      var node = document.firstChild
      while let current = node {
        for url in urls(of: current) {
          links[url, default: 0] -= 1
          if links[url, default: 0] < 0 { lost.append(url) }
        }
        if current.kind == .heading, current.parent == document {
          let text = InlineCollector.collect(current).text[...].string
          headings[text, default: 0] -= 1
          // The end of a comment, which only the reference reads as part of a heading.
          let isKnown = text.hasPrefix("-->") || parts.contains { !$0.isEmpty && text.contains($0) }
          if headings[text, default: 0] < 0, !isKnown { lost.append("# " + text) }
        }
        node = current.following(within: document)
      }
    }
    return lost
  }

  /// Where a node leads: a link, and what random READMEs have of links in tags and bare addresses.
  private func urls(of node: MarkdownNode) -> [String] {
    switch node.kind {
    case .link: return externalURL(of: node).map { [$0] } ?? []
    case .text, .inlineHTML, .html:
      let text = node.withLiteral { String(decoding: $0, as: UTF8.self) }
      let isBare = node.kind == .text
      return text.matches(of: isBare ? /https:\/\/bare\.org\/[0-9]+/ : /https:\/\/a\.org\/[0-9]+/)
        .map { String($0.output) }
    default: return []
    }
  }

  /// Where a link leads off the page; nil for a badge.
  private func externalURL(of link: MarkdownNode) -> String? {
    let url = link.withURL { String(decoding: $0, as: UTF8.self) }
    guard url.hasPrefix("http"), let first = link.firstChild else { return nil }
    return first.kind == .image && first.next == nil ? nil : url
  }
}
