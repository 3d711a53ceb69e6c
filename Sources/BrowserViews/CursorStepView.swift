package import Browser
import ListSearch
package import TerminalScreen

extension ScreenView {
  /// Draws what a step of the cursor changes into the frame before it: two rows of the entries, their
  /// count, and the detail.
  ///
  /// - Parameters:
  ///   - row: where the cursor was in that frame.
  ///   - drawsDetail: false leaves the detail as it is.
  /// - Returns: the rows of the screen that were drawn, and the measures of the detail; nil where all
  ///   is to be drawn.
  package func drawStep(
    from row: Int, _ state: BrowserState, drawsDetail: Bool, on canvas: inout Canvas
  ) -> (rows: [Int], metrics: FrameMetrics?)? {
    let layout = state.layout
    guard layout.arrangement != .tooSmall, !state.isPlain, state.overlay == nil, state.page == nil,
      let entries = layout.areas[.entries], !state.place.result.rows.isEmpty
    else { return nil }
    let view = adapted(to: state)
    let (top, content) = (state.place.entries.top, entries.content)
    let steps = Set([row, state.place.entries.cursor])
    let lines = steps.map { content.line($0 - top) }.filter { !$0.isEmpty }
    for line in lines + [Rect(entries).line(0)] { canvas.fill(line) }
    view.drawEntries(state, entries, rows: Array(steps), on: &canvas)
    var rows = Set(lines.map(\.row) + [entries.row])
    var metrics: FrameMetrics?
    if drawsDetail, let detail = layout.areas[.detail] {
      canvas.fill(Rect(detail))
      metrics = view.drawDetail(state, detail, on: &canvas)
      rows.formUnion(detail.row..<detail.row + detail.rows)
    }
    return (rows.sorted(), metrics)
  }
}
