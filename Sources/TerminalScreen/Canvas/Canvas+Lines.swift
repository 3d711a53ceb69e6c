extension Canvas {
  /// Draws a border just inside a rectangle; lines that are met become tees and crossings.
  package mutating func frame(_ rect: Rect, borders: BorderSet, style: Style = .plain) {
    guard rect.rows > 1, rect.columns > 1 else { return }
    let last = Position(row: rect.endRow - 1, column: rect.endColumn - 1)
    for column in rect.column + 1..<last.column {
      join([.left, .right], at: Position(row: rect.row, column: column), borders, style)
      join([.left, .right], at: Position(row: last.row, column: column), borders, style)
    }
    for row in rect.row + 1..<last.row {
      join([.up, .down], at: Position(row: row, column: rect.column), borders, style)
      join([.up, .down], at: Position(row: row, column: last.column), borders, style)
    }
    let corners: [(BorderSet.Arms, Int, Int)] = [
      ([.down, .right], rect.row, rect.column), ([.down, .left], rect.row, last.column),
      ([.up, .right], last.row, rect.column), ([.up, .left], last.row, last.column),
    ]
    for (arms, row, column) in corners {
      join(arms, at: Position(row: row, column: column), borders, style)
    }
  }

  /// Draws a horizontal line, joining the lines that it meets.
  package mutating func horizontalLine(
    row: Int, columns: Range<Int>, borders: BorderSet, style: Style = .plain
  ) {
    for column in columns {
      let place = Position(row: row, column: column)
      let isEnd = column == columns.lowerBound || column == columns.upperBound - 1
      let inward: BorderSet.Arms = column == columns.lowerBound ? .right : .left
      let joins = isEnd && !borders.arms(of: self[row, column].base).isEmpty
      join(joins ? inward : [.left, .right], at: place, borders, style)
    }
  }

  /// Draws a vertical line, joining the lines that it meets.
  package mutating func verticalLine(
    column: Int, rows: Range<Int>, borders: BorderSet, style: Style = .plain
  ) {
    for row in rows {
      let place = Position(row: row, column: column)
      let isEnd = row == rows.lowerBound || row == rows.upperBound - 1
      let inward: BorderSet.Arms = row == rows.lowerBound ? .down : .up
      let joins = isEnd && !borders.arms(of: self[row, column].base).isEmpty
      join(joins ? inward : [.up, .down], at: place, borders, style)
    }
  }

  /// Draws a border character with the given arms in addition to those already there.
  private mutating func join(
    _ arms: BorderSet.Arms, at place: Position, _ borders: BorderSet, _ style: Style
  ) {
    let present = borders.arms(of: self[place.row, place.column].base)
    let character = borders.character(arms.union(present))
    put(Cell(base: character, style: style, width: 1), row: place.row, column: place.column)
  }
}
