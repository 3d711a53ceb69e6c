import Foundation
@testable import ListMarkdown
import PageLayout
import TestSupport
import Testing

/// The overviews of all lists of the real catalogue, those of the bundles and the built-in one.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
struct RealOverviewTests {
  private static func pages() throws -> [(name: String, bytes: [UInt8])] {
    let root = RealData.path("track/content")
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let names = found.filter { $0.hasSuffix("/readme/README.md") }.sorted().map { root + "/" + $0 }
    let folder = try TemporaryFolder()
    let clones = try ["awesome-seml", "awesome-tmux"].map { name in
      let bundle = RealData.path("histories/\(name).bundle")
      let clone = try ChildProcess(
        "/usr/bin/env", ["git", "clone", "--quiet", bundle, folder(name)],
        environment: ChildProcess.environment)
      #expect(clone.wait() == 0)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder(name))
      let readme = try #require(files.first { $0.lowercased() == "readme.md" })
      return folder(name) + "/" + readme
    }
    let builtIn = projectFile("Resources/awesome-seml-readme.md")
    return try withExtendedLifetime(folder) {
      try (names + clones + [builtIn]).map { path in
        (path, [UInt8](try #require(FileManager.default.contents(atPath: path))))
      }
    }
  }

  /// The targets of all links in the order in which Tab, or S-Tab, reaches them.
  private func reached(_ page: inout LaidOutPage, forward: Bool) -> [String] {
    var found: [String] = []
    let start = forward ? PagePosition() : page.lastPosition()
    // S-Tab leaves the line that it begins on, as Tab does after its last link.
    var link = forward ? nil : page.links(at: start).last
    if let link { found.append(page.target(of: link)) }
    while let next = page.link(after: link, from: link?.position ?? start, forward: forward) {
      found.append(page.target(of: next))
      link = next
    }
    return found
  }

  /// How often each target is in the tree of cmark, and all of its text and HTML.
  private func written(_ document: PageDocument) -> (links: [String: Int], rest: Data) {
    var links: [String: Int] = [:]
    var rest: [UInt8] = []
    var reader = MarkdownReader(document.bytes)
    _ = reader.read { block in
      var node: MarkdownNode? = block.node
      while let current = node {
        switch current.kind {
        case .link:
          links[current.withURL { String(decoding: $0, as: UTF8.self) }, default: 0] += 1
        case .html, .inlineHTML, .text: current.withLiteral { rest += $0 }
        default: break
        }
        node = current.following(within: block.node)
      }
    }
    return (links, Data(rest))
  }

  @Test func everyLinkOfEveryOverviewIsReachedWithTab() throws {
    let pages = try Self.pages()
    #expect(pages.count > 50)
    var count = 0
    for (path, bytes) in pages {
      let document = try PageDocument(bytes)
      var options = LayoutOptions(columns: 100)
      options.opensDetails = true
      var page = LaidOutPage(document, options)
      let reached = reached(&page, forward: true)
      #expect(self.reached(&page, forward: false) == reached.reversed(), "\(path): S-Tab")
      let (links, rest) = written(document)
      var differences = links
      for target in reached { differences[target, default: 0] -= 1 }
      // Any other target is a URL or an HTML element.
      let isOther = { (target: String) in
        let address = target.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
        return [address, address.replacing("&", with: "&amp;")].contains { text in
          !text.isEmpty && rest.range(of: Data(text.utf8)) != nil
        }
      }
      let wrong = differences.filter { $0.value > 0 || $0.value < 0 && !isOther($0.key) }
      #expect(wrong.isEmpty, "\(path): \(wrong.prefix(3))")
      count += reached.count
    }
    print("\(pages.count) overviews: \(count) links reached with Tab")
  }
}
