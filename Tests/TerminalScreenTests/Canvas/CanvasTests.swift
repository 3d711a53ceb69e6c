import TerminalScreen
import Testing

struct CanvasTests {
  @Test func textIsDrawnWhereItIsAsked() {
    var canvas = Canvas(columns: 12, rows: 3)
    let taken = canvas.draw("hello", row: 1, column: 2)
    #expect(taken == 5)
    #expect(canvas.lines == ["", "  hello", ""])
  }

  @Test func textIsCutAtItsLimitAndAtTheEdge() {
    var canvas = Canvas(columns: 8, rows: 2)
    #expect(canvas.draw("abcdefgh", row: 0, column: 0, limit: 4) == 4)
    #expect(canvas.draw("abcdefgh", row: 1, column: 3) == 5)
    #expect(canvas.lines == ["abc…", "   abcd…"])
  }

  @Test(arguments: [(-1, 0), (2, 0), (0, 8), (0, 9), (.max, 0), (.min, 0), (0, .max)])
  func nothingIsDrawnOutside(row: Int, column: Int) {
    var canvas = Canvas(columns: 8, rows: 2)
    canvas.draw("abc", row: row, column: column)
    #expect(canvas.lines == ["", ""])
  }

  @Test func textThatBeginsLeftOfTheGridShowsItsEnd() {
    var canvas = Canvas(columns: 8, rows: 1)
    canvas.draw("abc中d", row: 0, column: -2)
    #expect(canvas.lines == ["c中d"])
    canvas.draw("中x", row: 0, column: -1)
    #expect(canvas.lines == [" x d"])
  }

  @Test func wideCharactersAreNeverSplit() {
    var canvas = Canvas(columns: 6, rows: 4)
    for row in 0..<4 { canvas.draw("中文字", row: row, column: 0) }
    canvas.draw("x", row: 1, column: 2)
    canvas.draw("x", row: 2, column: 3)
    canvas.draw("漢", row: 3, column: 1)
    #expect(canvas.lines == ["中文字", "中x 字", "中 x字", " 漢 字"])
  }

  @Test func aWideCharacterDoesNotFitInOneColumn() {
    var canvas = Canvas(columns: 3, rows: 1)
    canvas.draw("a中", row: 0, column: 1)
    #expect(canvas.lines == [" a…"])
  }

  @Test func marksShareTheCellOfTheirBase() {
    var canvas = Canvas(columns: 3, rows: 1)
    canvas.draw("e\u{301}x", row: 0, column: 0)
    #expect(canvas[0, 1].base == "x")
    #expect(canvas.lines[0].unicodeScalars.elementsEqual("e\u{301}x".unicodeScalars))
  }

  @Test func highlightsFollowTheOriginalsBytes() {
    var canvas = Canvas(columns: 12, rows: 1)
    // U+200B is three bytes of the original and nothing on the screen.
    canvas.draw(
      "äb\u{200B}cd中e", row: 0, column: 1, style: .dim, highlights: [2..<3, 6..<7, 8..<11],
      highlight: .reverse)
    #expect(canvas.lines == [" äbcd中e"])
    #expect(canvas.styles.lines == [".abbabba"])
  }

  @Test func stylesAreOverlaid() {
    var canvas = Canvas(columns: 6, rows: 2)
    canvas.draw("ab", row: 0, column: 0, style: Style(foreground: .red, attributes: .bold))
    canvas.draw("    ", row: 1, column: 0, style: Style(background: .blue))
    canvas.overlay(.reverse, on: Rect(row: 0, column: 1, rows: 2, columns: 99))
    #expect(canvas.styles.lines == ["abcccc", "deeecc"])
    #expect(
      canvas.styles.legend == [
        "a bold red", "b bold reverse red", "c reverse", "d on blue", "e reverse on blue",
      ])
  }

  @Test func clearingBlanksTextAndHalvesOfWideCharacters() {
    var canvas = Canvas(columns: 6, rows: 1)
    canvas.draw("中文字", row: 0, column: 0)
    canvas.clear(Rect(row: 0, column: 1, rows: 1, columns: 4))
    #expect(canvas.lines == [""])
  }

  @Test func anExtentBelowOneIsOne() {
    #expect(Canvas(columns: 0, rows: -3).bounds == Rect(row: 0, column: 0, rows: 1, columns: 1))
  }
}
