package import Browser
import ListSearch
package import TerminalScreen

extension ScreenView {
  /// Draws the changes of a cursor step into the previous frame: two rows of the entries, the rows
  /// that scroll into view, the count, and the detail.
  ///
  /// - Parameters:
  ///   - row: the row of the cursor in that frame.
  ///   - earlierTop: the row at the top of the pane in that frame.
  ///   - drawsDetail: false leaves the detail unchanged.
  /// - Returns: the drawn rows of the screen, and the metrics of the detail; nil if the whole frame
  ///   must be drawn.
  package func drawStep(
    from row: Int, top earlierTop: Int, _ state: BrowserState, drawsDetail: Bool,
    on canvas: inout Canvas
  ) -> (rows: [Int], metrics: FrameMetrics?)? {
    let layout = state.layout
    guard layout.arrangement != .tooSmall, !state.isPlain, state.overlay == nil, state.page == nil,
      let entries = layout.areas[.entries], !state.place.result.rows.isEmpty
    else { return nil }
    let view = adapted(to: state)
    let (top, content) = (state.place.entries.top, entries.content)
    canvas.scroll(content, by: top - earlierTop)
    let earlier = earlierTop..<earlierTop + content.rows
    let steps = Set(
      [row, state.place.entries.cursor]
        + (top..<top + content.rows).filter { !earlier.contains($0) })
    let lines = steps.map { content.line($0 - top) }.filter { !$0.isEmpty }
    for line in lines + [Rect(entries).line(0)] { canvas.clear(line) }
    view.drawEntries(state, entries, rows: Array(steps), on: &canvas)
    var rows = Set(lines.map(\.row) + [entries.row])
    if top != earlierTop { rows.formUnion(content.row..<content.row + content.rows) }
    var metrics: FrameMetrics?
    if drawsDetail, let detail = layout.areas[.detail] {
      canvas.clear(Rect(detail))
      metrics = view.drawDetail(state, detail, on: &canvas)
      rows.formUnion(detail.row..<detail.row + detail.rows)
    }
    return (rows.sorted(), metrics)
  }
}
