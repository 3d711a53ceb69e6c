import TerminalScreen
import Testing

struct CanvasLinesTests {
  @Test func linesThatMeetAreJoined() {
    var canvas = Canvas(columns: 12, rows: 6)
    canvas.frame(canvas.bounds, borders: .unicode)
    canvas.verticalLine(column: 4, rows: 0..<6, borders: .unicode)
    canvas.horizontalLine(row: 3, columns: 4..<12, borders: .unicode)
    #expect(
      canvas.lines == [
        "┌───┬──────┐",
        "│   │      │",
        "│   │      │",
        "│   ├──────┤",
        "│   │      │",
        "└───┴──────┘",
      ])
    canvas.horizontalLine(row: 2, columns: 0..<12, borders: .unicode)
    #expect(canvas.lines[2] == "├───┼──────┤")
  }

  @Test func withoutUnicodeTheyAreASCII() {
    var canvas = Canvas(columns: 8, rows: 4)
    canvas.frame(canvas.bounds, borders: .ascii)
    canvas.verticalLine(column: 3, rows: 0..<4, borders: .ascii)
    #expect(canvas.lines == ["+--+---+", "|  |   |", "|  |   |", "+--+---+"])
  }

  @Test func aLineByItselfHasPlainEnds() {
    var canvas = Canvas(columns: 6, rows: 3)
    canvas.horizontalLine(row: 1, columns: 1..<5, borders: .unicode)
    #expect(canvas.lines == ["", " ────", ""])
    canvas.verticalLine(column: 5, rows: 0..<9, borders: .unicode)
    #expect(canvas.lines == ["     │", " ────│", "     │"])
  }

  @Test func aFrameNeedsRoom() {
    var canvas = Canvas(columns: 4, rows: 2)
    canvas.frame(Rect(row: 0, column: 0, rows: 1, columns: 4), borders: .unicode)
    #expect(canvas.lines == ["", ""])
    canvas.frame(Rect(row: 0, column: 0, rows: 2, columns: 2), borders: .unicode)
    #expect(canvas.lines == ["┌┐", "└┘"])
  }
}
