import ListMarkdown
import ListModel
import TestSupport
import Testing

/// Code of white space alone is read like white space, wherever it is in an entry.
struct BlankCodeTests {
  /// Markup, and what is seen of it.
  private static let parts = [
    ("word", "word"), ("` `", ""), ("`\u{A0}`", ""), ("`code`", "code"),
    ("` x `", "x"), ("**strong**", "strong"), ("**` `**", ""), ("*` `* em", "em"), ("~~s~~", "s"),
    ("[l](https://l.example)", "l"), ("[` `](https://l.example)", ""),
  ]

  @Test func descriptionsAreTheWordsBesideIt() throws {
    for seed in 0..<rounds(2_000, soak: 100_000) {
      var random = SeededGenerator(seed: UInt64(seed) &* 97 + 3)
      var text = ""
      var words: [String] = []
      for _ in 0...random.next(below: 6) {
        let (markup, seen) = Self.parts[random.next(below: Self.parts.count)]
        text += (random.next(below: 4) == 0 ? "\n  " : " ") + markup
        if !seen.isEmpty { words.append(seen) }
      }
      let page = "# P\n\n## S\n\n- [Title](https://x.example) -\(text)\n"
      let entries = try PageReader.read(Array(page.utf8), path: "o/n/README.md").entries
      try #require(
        entries.first?.description == words.joined(separator: " "), "\(page.debugDescription)")
    }
  }
}
