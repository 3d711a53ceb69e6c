import ListModel
import TestSupport
import Testing

/// Tags as they are typed in one line.
struct TagLineTests {
  @Test(arguments: [
    ("", []), ("  ", []), ("ml", ["ml"]), ("ml reading", ["ml", "reading"]),
    ("ml infra, reading", ["ml infra", "reading"]), ("ml infra,", ["ml infra"]),
    (" ml   infra ,reading, ,", ["ml infra", "reading"]), ("ml ml", ["ml"]),
    ("ML ml", ["ML", "ml"]),
    (#""a, b" c"#, ["a, b", "c"]), (#""ml infra" c"#, ["ml infra", "c"]),
    (#""ml infra" c, d"#, ["ml infra c", "d"]), (#"say"hi" x"#, [#"say"hi""#, "x"]),
    (#""a \"b\" \\" c"#, [#"a "b" \"#, "c"]), (#""open"#, ["open"]), ("a\tb", ["a", "b"]),
    ("🎓 ✓,é", ["🎓 ✓", "é"]),
  ])
  func isReadAs(line: String, tags: [String]) {
    #expect(TagLine.tags(in: line) == tags)
  }

  @Test(arguments: [
    ("ml rea", ["ml"], "rea"), ("ml ", ["ml"], ""), ("ml infra, rea", ["ml infra"], "rea"),
    ("ml infra, deep l", ["ml infra"], "deep l"), ("", [], ""),
  ])
  func completeKeysAreReported(line: String, complete: [String], last: String) {
    #expect(TagLine(line).complete == complete)
    #expect(TagLine(line).last == last)
  }

  @Test func anyTagsComeBackFromTheLineThatIsMadeOfThem() {
    var random = SeededGenerator(seed: 5)
    let letters: [Unicode.Scalar] = ["a", "b", " ", ",", "\"", "\\", "\t", "é", "🎓", "#", "\n"]
    for _ in 0..<rounds(3_000, soak: 200_000) {
      var tags: [String] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        var tag = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...5, using: &random) {
          tag.append(letters.randomElement(using: &random) ?? "a")
        }
        if !tags.contains(String(tag)) { tags.append(String(tag)) }
      }
      for commas in [false, true] {
        let line = TagLine.line(of: tags, commas: commas)
        #expect(TagLine.tags(in: line) == tags, "\(line)")
      }
    }
  }
}
