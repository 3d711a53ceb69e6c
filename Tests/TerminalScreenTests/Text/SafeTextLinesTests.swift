import TerminalScreen
import Testing

struct SafeTextLinesTests {
  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("中文字", 6, "中文字"), ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("a👍b", 3, "a…"),
  ])
  func textIsCutToAWidth(original: String, columns: Int, shown: String) {
    let text = SafeText(original).truncated(to: columns)
    #expect(text.text == shown)
    #expect(text.width <= columns)
  }

  @Test func theEllipsisReplacesTheCutText() {
    let text = SafeText("abcdef").truncated(to: 3)
    #expect(text.columns(ofSource: 4..<5) == 2..<3)
    #expect(text.columns(ofSource: 1..<2) == 1..<2)
  }

  @Test(arguments: [
    ("", 5, [""]),
    ("one two", 7, ["one two"]),
    ("one two", 6, ["one", "two"]),
    ("one two three", 7, ["one two", "three"]),
    ("one   two", 4, ["one", "two"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a bcdefgh", 4, ["a", "bcde", "fgh"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("中文字中文", 4, ["中文", "字中", "文"]),
    ("ab中文", 5, ["ab中", "文"]),
    ("中文", 1, ["中", "文"]),
    ("a ", 1, ["a"]),
    ("     ", 2, [""]),
  ])
  func textIsWrapped(original: String, columns: Int, lines: [String]) {
    #expect(SafeText(original).wrapped(to: columns).map(\.text) == lines)
  }

  @Test func wrappedLinesKnowTheirSource() {
    let lines = SafeText("über one two").wrapped(to: 5)
    #expect(lines.map(\.text) == ["über", "one", "two"])
    #expect(lines[1].columns(ofSource: 6..<9) == 0..<3)
    #expect(lines[2].columns(ofSource: 10..<13) == 0..<3)
    #expect(lines[2].columns(ofSource: 6..<9) == nil)
  }

  @Test func blocksAreSplitAtLineEnds() {
    let lines = SafeText.lines("a\r\nb\rc\n\nd\u{2028}e")
    #expect(lines.map(\.text) == ["a", "b", "c", "", "d", "e"])
    #expect(lines[1].columns(ofSource: 3..<4) == 0..<1)
  }

  @Test func tabsReachTheNextStop() {
    #expect(SafeText.lines("\tx\ny\tz").map(\.text) == ["    x", "y   z"])
  }

  @Test func hiddenCharactersAreCountedOnce() {
    let lines = SafeText("a\u{200B}b cd").wrapped(to: 2)
    #expect(lines.map(\.hiddenCount) == [1, 0])
  }
}
