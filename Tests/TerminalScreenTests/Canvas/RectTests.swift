import TerminalScreen
import Testing

struct RectTests {
  private let rect = Rect(row: 2, column: 3, rows: 4, columns: 10)

  @Test func anExtentBelowNothingIsNothing() {
    let empty = Rect(row: 1, column: 1, rows: -1, columns: 5)
    #expect(empty.rows == 0)
    #expect(empty.isEmpty)
    #expect(!rect.isEmpty)
  }

  @Test func itsEndsFollowItsLastCells() {
    #expect(rect.endRow == 6)
    #expect(rect.endColumn == 13)
  }

  @Test(arguments: [(0, 2, 1), (3, 5, 1), (4, 6, 0), (-1, 1, 0)])
  func aLineIsOneOfItsRows(index: Int, row: Int, rows: Int) {
    #expect(rect.line(index) == Rect(row: row, column: 3, rows: rows, columns: 10))
  }

  @Test func anInsetMayLeaveNothing() {
    #expect(rect.inset(1) == Rect(row: 3, column: 4, rows: 2, columns: 8))
    #expect(rect.inset(2).isEmpty)
    #expect(rect.inset(0) == rect)
  }

  @Test func commonSections() {
    let other = Rect(row: 0, column: 10, rows: 3, columns: 100)
    #expect(rect.intersection(other) == Rect(row: 2, column: 10, rows: 1, columns: 3))
    #expect(rect.intersection(Rect(row: 50, column: 0, rows: 1, columns: 1)).isEmpty)
  }
}
