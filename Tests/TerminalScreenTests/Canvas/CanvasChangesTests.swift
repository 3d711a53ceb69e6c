import TerminalScreen
import TestSupport
import Testing

/// What of a canvas is reported to have changed.
struct CanvasChangesTests {
  @Test func withoutAPredecessorEveryRowHasChanged() {
    let canvas = Canvas(columns: 4, rows: 2)
    #expect(changes(canvas, since: nil) == ["0: 0..<4", "1: 0..<4"])
    #expect(changes(canvas, since: Canvas(columns: 5, rows: 2)) == ["0: 0..<4", "1: 0..<4"])
  }

  @Test func theSameCanvasHasNotChanged() {
    var canvas = Canvas(columns: 8, rows: 2)
    canvas.draw("ab中", row: 1, column: 1)
    #expect(changes(canvas, since: canvas) == [])
  }

  @Test func eachRunOfDifferentCellsIsReported() {
    var before = Canvas(columns: 10, rows: 3)
    before.draw("0123456789", row: 1, column: 0)
    var after = before
    after.draw("xy", row: 1, column: 2)
    after.draw("z", row: 1, column: 9)
    after.overlay(.reverse, on: Rect(row: 2, column: 0, rows: 1, columns: 1))
    #expect(changes(after, since: before) == ["1: 2..<4", "1: 9..<10", "2: 0..<1"])
  }

  @Test func aRunNeverSplitsWideCharacters() {
    var before = Canvas(columns: 8, rows: 1)
    before.draw("a中文b", row: 0, column: 0)
    var after = before
    after.draw("字", row: 0, column: 3)
    #expect(changes(after, since: before) == ["0: 3..<5"])
    // Half of a wide character is overwritten: its other half is blank now.
    after = before
    after.draw("x", row: 0, column: 2)
    #expect(changes(after, since: before) == ["0: 1..<3"])
    #expect(changes(before, since: after) == ["0: 1..<3"])
  }

  /// The reported changes turn one canvas into the other.
  @Test func allReportedCellsDiffer() {
    let words: [SafeText] = ["a", "中", "e\u{301}", "xyz", "字字", " "]
    let seed = seed(1)
    var random = SeededGenerator(seed: seed)
    var shown = Canvas(columns: 12, rows: 3)
    for round in 0..<500 {
      var next = shown
      for _ in 0...round % 3 {
        next.draw(
          words[Int.random(in: 0..<6, using: &random)],
          row: Int.random(in: 0..<3, using: &random),
          column: Int.random(in: -1..<12, using: &random),
          style: Bool.random(using: &random) ? .plain : .bold)
      }
      var cells = (0..<3).map { row in (0..<12).map { shown[row, $0] } }
      next.forEachChange(since: shown) { row, column, changed in
        #expect(!next[row, column].isContinuation)
        #expect(!next[row, column + changed.count].isContinuation)
        for index in changed.indices { cells[row][column + index] = changed[index] }
      }
      #expect(
        cells == (0..<3).map { row in (0..<12).map { next[row, $0] } },
        "seed \(seed), round \(round)")
      shown = next
    }
  }

  @Test func changesAreLookedForInTheGivenRowsAlone() {
    let before = Canvas(columns: 6, rows: 4)
    var after = before
    for row in 0..<4 { after.draw("中", row: row, column: row) }
    #expect(changes(after, since: before, inRows: [3, 1]) == ["3: 3..<5", "1: 1..<3"])
    #expect(changes(after, since: before, inRows: []) == [])
    #expect(changes(after, since: before, inRows: [9, -1]) == [])
    // With nothing to compare with, all is new.
    #expect(changes(after, since: nil, inRows: [1]).count == 4)
  }

  @Test func rowsAreReusedWithTheCursor() {
    let before = Canvas(columns: 6, rows: 4)
    var after = before
    for row in 0..<4 { after.draw("中", row: row, column: row) }
    after.cursor = Canvas.Position(row: 1, column: 2)
    var some = before
    some.take(rows: [1, 3, 4], from: after)
    #expect(some.lines == ["", " 中", "", "   中"])
    #expect(some.cursor == after.cursor)
    some.take(from: after)
    #expect(some == after)
    var small = Canvas(columns: 2, rows: 1)
    small.take(rows: [0], from: after)
    #expect(small == after)
  }

  private func changes(
    _ canvas: Canvas, since other: Canvas?, inRows rows: [Int]? = nil
  ) -> [String] {
    var changes: [String] = []
    canvas.forEachChange(since: other, inRows: rows) { row, column, cells in
      changes.append("\(row): \(column..<column + cells.count)")
    }
    return changes
  }
}
