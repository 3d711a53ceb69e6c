import Browser
import ListModel
import TerminalScreen

extension ScreenView {
  /// Draws the messages of the run in place of the panes, each with its time and as many lines as
  /// it needs; the selected one is always complete.
  ///
  /// - Returns: the message of each row.
  func drawMessages(
    _ menu: MessageMenu, _ state: BrowserState, on canvas: inout Canvas
  ) -> MenuMetrics? {
    let area = overlayArea(state, on: canvas)
    let entries = state.messages.entries
    drawTitle("Messages", count: "\(entries.count)", of: area, isFocused: true, on: &canvas)
    let content = area.content
    guard entries.indices.contains(menu.cursor) else {
      canvas.draw("Nothing was said yet", row: content.row, column: 3, style: theme.faint)
      return nil
    }
    let columns = max(1, content.columns - Self.timeColumns - 2)
    func lines(_ index: Int) -> [SafeText] {
      SafeText.shown(entries[index].message.text)
        .measured(ambiguousColumns: canvas.ambiguousColumns).wrapped(to: columns)
    }
    // Upwards from the cursor as far as there is room, then downwards.
    var first = menu.cursor
    var height = lines(first).count
    while first > 0, case let more = lines(first - 1).count, height + more <= content.rows {
      first -= 1
      height += more
    }
    var row = 0
    var items: [Int] = []
    for index in first..<entries.count where row < content.rows {
      for (number, text) in lines(index).enumerated() where row < content.rows {
        let line = content.line(row)
        if number == 0 {
          canvas.draw(
            time(entries[index].time, state), row: line.row, column: line.column + 1,
            style: theme.faint)
        }
        canvas.draw(
          text, row: line.row, column: line.column + Self.timeColumns + 1,
          style: entries[index].message.kind == .error ? theme.error : .plain)
        if index == menu.cursor { canvas.overlay(theme.cursor, on: line) }
        if index == menu.cursor, number == 0 {
          canvas.cursor = Canvas.Position(row: line.row, column: line.column)
        }
        row += 1
        items.append(index)
      }
    }
    return MenuMetrics(area: Area(content), items: items)
  }

  /// As wide as `23:59:59` and two blanks.
  private static let timeColumns = 10

  private func time(_ time: Timestamp, _ state: BrowserState) -> SafeText {
    let day = 86_400
    let seconds = ((time.milliseconds / 1_000 + state.secondsAheadOfUTC) % day + day) % day
    let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    return SafeText(parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"))
  }
}
