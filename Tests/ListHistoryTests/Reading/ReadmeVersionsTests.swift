import Foundation
import ListModel
import TestSupport
import Testing

@testable import ListHistory
@testable import ListMarkdown

struct ReadmeVersionsTests {
  /// Lines that open, close and hide one another.
  private static let lines = [
    "", "", "", "# Title", "## Section", "### Deeper", "## [Linked](https://l.org)", "Setext",
    "---",
    "===", "```", "~~~~", "<!--", "-->", "<!-- one line -->", "<details>", "</details>",
    "<pre>", "- [A](https://a.org) - One.", "- [B](https://b.org)", "* [C][c]",
    "+ [D](https://d.org)", "1. [E](https://e.org)", "2. [F](https://f.org)", "- Parent",
    "  - [G](https://g.org)", "    - [H](https://h.org)", "  text of an item", "lazy text",
    "    indented", "| a | b |", "| - | - |", "| [I](https://i.org) | x |", "> quote",
    "> - [J](https://j.org)", "[c]: https://c.org", "[c]: https://other.org", "- ```",
    "* * *", "## License", "\t- [K](https://k.org)", "- [L](#l)", "café ☕", "<br>",
    "-   [M](https://m.org)",
    "<p>", "&nbsp;<a href=\"https://q.org\"><b>Q</b></a> - Q.<br>",
    "<li><a href=\"https://r.org\">R</a>",
    "prose", "- plain", "## Tip", "## 1. [Numbered](https://s.org)", ":star: [T](https://t.org)",
    "<a name=\"x\" />", "</details>", "<img src=\"i.png\">", "<div>", "<h3>Head</h3>", "<pre>",
    "<!-- c --> <hr>", "- [U][u] <img src=\"i.png\">", "- [u]: https://u.org",
    "  [c]: https://x.org",
    "\t- [V](https://v.org)", "<b>bold</b> text", "> <br>", "- > quote", "<br> <br>",
    "      [N](https://n.org)", "https://o.org", "- https://p.org", "#", "####### no",
  ]

  /// The result of parsing everything.
  private func entries(of text: String) throws(PageError) -> [Entry] {
    do throws(PageError) {
      return try PageReader.read(Array(text.utf8), path: nil).entries
    } catch .empty {
      return []
    }
  }

  private func outline(_ entries: [Entry]) -> [String] {
    entries.map { "\($0.title) <\($0.url ?? "")> \($0.category): \($0.description)" }
  }

  @Test(arguments: 0..<rounds(12, soak: 400))
  func afterAnyEditTheEntriesAreThoseOfTheWhole(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) * 7_919 + 1)
    var lines: [String] = (0..<random.next(below: 400)).map { _ in randomLine(&random) }
    var versions = ReadmeVersions()
    for _ in 0..<40 {
      edit(&lines, &random)
      let text = lines.joined(separator: "\n")
      _ = try versions.update(to: Array(text.utf8))
      #expect(versions.text == Array(text.utf8))
      let found = outline(versions.parts.flatMap(\.entries))
      let expected = outline(try entries(of: text))
      try #require(found == expected, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<rounds(12, soak: 400))
  func inTheFormOfTipsTheyAreThoseOfTheWholeAsWell(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) * 7_907 + 3)
    var lines: [String] = (0..<random.next(below: 400)).map { _ in randomLine(&random) }
    let form = ReadmeForm.tips(level: 2 + seed % 2)
    var versions = ReadmeVersions(form: form)
    for _ in 0..<40 {
      edit(&lines, &random)
      let bytes = Array(lines.joined(separator: "\n").utf8)
      _ = try versions.update(to: bytes)
      let found = outline(versions.parts.flatMap(\.entries))
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      let definitions = BlockScanner.scan(bytes).definitions
      let whole = ReadmeFragment(bytes, at: ReadmePlace(form: form), definitions: definitions)
      try #require(found == outline(whole.entries), "seed \(seed)")
    }
  }

  @Test(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
  func ofRealReadmesTheEntriesAreThoseOfTheWhole() throws {
    var random = SeededGenerator(seed: 1)
    let folder = RealData.path("track/content")
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for path in paths.sorted() where path.hasSuffix("/readme/README.md") {
      let page = text(folder + "/" + path)
      // The README itself is below the site's own header.
      guard let start = page.range(of: "\n---\n"), page.utf8.count < 100_000 else { continue }
      var lines = page[start.upperBound...].components(separatedBy: "\n")
      var versions = ReadmeVersions()
      for _ in 0..<3 {
        let text = lines.joined(separator: "\n")
        _ = try versions.update(to: Array(text.utf8))
        let found = outline(versions.parts.flatMap(\.entries))
        #expect(try found == outline(entries(of: text)), "\(path)")
        edit(&lines, &random)
      }
    }
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    var lines = (0..<2_000).map { number in
      number % 50 == 0 ? "\n## Section \(number)\n" : "- [N\(number)](https://n.org/\(number))"
    }
    var versions = ReadmeVersions()
    _ = try versions.update(to: Array(lines.joined(separator: "\n").utf8))
    let all = versions.parts.count
    #expect(all > 100)
    lines[777] += " - Text."
    lines[1_999] += " - Text."
    lines.swapAt(300, 301)
    let section = Array(lines[100..<150])
    lines.removeSubrange(100..<150)
    lines.insert(contentsOf: section, at: 1_000)
    let difference = try versions.update(to: Array(lines.joined(separator: "\n").utf8))
    #expect(difference.added.count < 12)
    #expect(versions.parts.count < all + 12)
  }

  @Test(arguments: [
    "- [A](https://a.org)\r\n- [B](https://b.org)\r\n",
    "\u{FEFF}- [A](https://a.org)\n- [B](https://b.org)\n",
  ])
  func textThatNeedsRepairIsRepaired(other: String) throws {
    let clean = "- [A](https://a.org)\n- [B](https://b.org)\n"
    var versions = ReadmeVersions()
    for text in [clean, other, clean, other + other, clean] {
      _ = try versions.update(to: Array(text.utf8))
      #expect(outline(versions.parts.flatMap(\.entries)) == outline(try entries(of: text)))
    }
    #expect(versions.text == Array(clean.utf8))
  }

  private func randomLine(_ random: inout SeededGenerator) -> String {
    // Mostly plain entries, as in a list.
    if random.next(below: 3) > 0 {
      let number = random.next(below: 200)
      return "- [N\(number)](https://n.org/\(number)) - Text \(number)."
    }
    return Self.lines[random.next(below: Self.lines.count)]
  }

  private func edit(_ lines: inout [String], _ random: inout SeededGenerator) {
    for _ in 0...random.next(below: 3) {
      let place = random.next(below: lines.count + 1)
      switch random.next(below: 5) {
      case 0 where place < lines.count: lines.remove(at: place)
      case 1 where place < lines.count: lines[place] = randomLine(&random)
      case 2:
        let end = min(lines.count, place + random.next(below: 30))
        let moved = Array(lines[place..<end])
        lines.removeSubrange(place..<end)
        lines.insert(contentsOf: moved, at: random.next(below: lines.count + 1))
      default: lines.insert(randomLine(&random), at: place)
      }
    }
  }
}
