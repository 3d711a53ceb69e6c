import TestSupport
import TerminalScreen
import Testing

/// Letters that take two columns where the user says so.
struct AmbiguousWidthTests {
  @Test func lettersAreMeasuredAsTheSettingSays() {
    let text = SafeText("Ж a漢")
    #expect(text.width == 5)
    #expect(text.measured(ambiguousColumns: 1).width == 5)
    #expect(text.measured(ambiguousColumns: 2).width == 6)
    #expect(SafeText("plain").measured(ambiguousColumns: 2).width == 5)
  }

  @Test func aLetterFillsTwoCellsOfACanvas() {
    var canvas = Canvas(columns: 10, rows: 1, ambiguousColumns: 2)
    #expect(canvas.draw("Ж1", row: 0, column: 1) == 3)
    #expect(canvas[0, 1].base == "Ж" && canvas[0, 1].width == 2)
    #expect(canvas[0, 2].isContinuation)
    #expect(canvas[0, 3].base == "1")
  }

  /// awl's own drawing keeps its columns, so no layout depends on the setting.
  @Test func lettersWithALookAlikeAreDrawnAsThat() {
    var canvas = Canvas(columns: 20, rows: 1, ambiguousColumns: 2)
    canvas.draw("• “a” – ★3k… →", row: 0, column: 0)
    #expect(canvas.lines == ["* \"a\" - *3k~ >"])
    var cut = Canvas(columns: 20, rows: 1, ambiguousColumns: 2)
    #expect(cut.draw("Жизнь", row: 0, column: 0, limit: 6) <= 6)
    #expect(cut.lines[0].hasSuffix("~"))
  }

  @Test func aWordOfSuchLettersIsNotBrokenLikeChinese() {
    let text = SafeText("жизнь прекрасна").measured(ambiguousColumns: 2)
    #expect(text.wrapped(to: 20).map(\.text) == ["жизнь", "прекрасна"])
    #expect(SafeText("你好世界").wrapped(to: 4).map(\.text) == ["你好", "世界"])
  }

  @Test func drawingStaysWithinItsArea() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("aЖé漢•…│ ★°★“”🚀ß")
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
      let room = Int.random(in: 1..<14, using: &random)
      var canvas = Canvas(columns: 30, rows: 1, ambiguousColumns: 2)
      let used = canvas.draw(SafeText(text), row: 0, column: 0, limit: room)
      #expect(used <= room)
      // Nothing of one column is left that a terminal may draw in two.
      for column in 0..<30 where canvas[0, column].width == 1 {
        let base = canvas[0, column].base
        #expect(AmbiguousWidth.narrowed(base) == base, "\(text)")
      }
      for line in SafeText(text).measured(ambiguousColumns: 2).wrapped(to: room) {
        #expect(line.width <= max(room, 2))
      }
    }
  }

  private static let printed: String = {
    guard let python = systemProgram("python3") else { return "" }
    let tool = try? ChildProcess(python, [projectFile("Tests/Tools/ambiguous-table")])
    tool?.wait()
    return tool?.output ?? ""
  }()

  /// A later Unicode has other letters; the table is that of one version, as `WidthTable` is.
  @Test(
    .enabled(if: printed.contains("; Unicode 14.0.0.\n"), "needs a Python with Unicode 14.0.0"))
  func theTableIsWhatItsToolPrints() {
    #expect(
      Self.printed == text(projectFile("Sources/TerminalScreen/AmbiguousWidth+Runs.swift")))
  }
}
