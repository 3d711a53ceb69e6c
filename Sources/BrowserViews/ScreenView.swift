package import Browser
import ListSearch
import Settings
import TerminalEvents
package import TerminalScreen

/// Draws the state of the browser into a grid of cells.
///
/// Pure: the same state gives the same grid. Only visible rows are accessed, so a frame costs the
/// same for any number of entries.
package struct ScreenView: Sendable {
  package let theme: Theme
  /// The characters that the terminal can show.
  package let borders: BorderSet
  /// The characters for lines between panes.
  let lines: BorderSet
  /// Whether words replace symbols, and lines are omitted.
  let isPlain: Bool
  /// Whether the user's rules style rows.
  let hasRules: Bool

  package init(
    theme: Theme = .colored, borders: BorderSet = .unicode, lines: BorderSet? = nil,
    isPlain: Bool = false, hasRules: Bool = true
  ) {
    self.theme = theme
    self.borders = borders
    self.lines = lines ?? borders
    self.isPlain = isPlain
    self.hasRules = hasRules
  }

  /// Draws a frame; returns it with the metrics that the browser needs.
  package func draw(_ state: BrowserState) -> (canvas: Canvas, metrics: FrameMetrics) {
    adapted(to: state).drawFrame(state)
  }

  /// Returns this view with the user's settings.
  func adapted(to state: BrowserState) -> ScreenView {
    guard !state.isPlain else {
      return ScreenView(theme: .plain, borders: .ascii, lines: BorderSet.none, isPlain: true)
    }
    let lines: BorderSet =
      switch state.preferences.settings.word(.borders) {
      case "none": .none
      case "ascii": .ascii
      // Line characters are of ambiguous width themselves.
      default: state.preferences.settings.number(.ambiguousWidth) == 2 ? .ascii : borders
      }
    return ScreenView(theme: theme, borders: lines == .none ? borders : lines, lines: lines)
  }

  private func drawFrame(
    _ state: BrowserState, drawsDetail: Bool = true
  ) -> (canvas: Canvas, metrics: FrameMetrics) {
    var canvas = Canvas(
      columns: state.size.columns, rows: state.size.rows,
      ambiguousColumns: state.preferences.settings.number(.ambiguousWidth))
    let layout = state.layout
    guard layout.arrangement != .tooSmall else {
      drawTooSmall(on: &canvas)
      return (canvas, FrameMetrics())
    }
    if state.page == nil || state.showsHelp { drawHeader(state, layout, on: &canvas) }
    var metrics = FrameMetrics()
    switch state.overlay {
    case .help(let help): drawHelp(help, state, on: &canvas)
    case .filters(let menu): drawFilters(menu, state, on: &canvas)
    case .messages(let menu): metrics.menu = drawMessages(menu, state, on: &canvas)
    case .output(let text): drawOutput(text, state, on: &canvas)
    case .openers, nil:
      if let page = state.page {
        drawPage(page, state, on: &canvas)
      } else {
        metrics = drawPanes(state, layout, drawsDetail: drawsDetail, on: &canvas)
      }
    }
    drawStatus(state, on: &canvas)
    drawHints(state, on: &canvas)
    if case .openers(let menu) = state.overlay {
      metrics.menu = drawOpeners(menu, state, on: &canvas)
    }
    if state.overlay == nil { drawContinuations(state, on: &canvas) }
    // Screen readers read from the cursor on.
    if isPlain, canvas.cursor == nil { canvas.cursor = Canvas.Position(row: 1, column: 0) }
    return (canvas, metrics)
  }

  /// Draws everything around the panes into a frame of an earlier state that differs only in the
  /// line being typed.
  ///
  /// - Returns: the drawn rows; nil, without drawing any, if the panes depend on the line as well.
  package func drawAroundPanes(_ state: BrowserState, on canvas: inout Canvas) -> [Int]? {
    let layout = state.layout
    guard layout.arrangement != .tooSmall, state.overlay == nil, state.page == nil,
      !state.place.result.rows.isEmpty
    else { return nil }
    let view = adapted(to: state)
    let rows = [0] + (canvas.rows - state.layoutFooterRows..<canvas.rows)
    for row in rows {
      canvas.clear(Rect(row: row, column: 0, rows: 1, columns: canvas.columns))
    }
    view.drawHeader(state, layout, on: &canvas)
    view.drawStatus(state, on: &canvas)
    view.drawHints(state, on: &canvas)
    return rows
  }

  /// Draws a frame that reuses the detail of an earlier frame with the same layout.
  package func draw(_ state: BrowserState, withDetailOf earlier: Canvas) -> Canvas {
    var (canvas, _) = adapted(to: state).drawFrame(state, drawsDetail: false)
    if let area = state.layout.areas[.detail] {
      canvas.take(Rect(area), from: earlier)
    }
    return canvas
  }

  /// The area of a list over the panes: all but the header and the footer.
  func overlayArea(_ state: BrowserState, on canvas: Canvas) -> Area {
    Area(column: 0, row: 1, columns: canvas.columns, rows: canvas.rows - 1 - state.layoutFooterRows)
  }

  private func drawPanes(
    _ state: BrowserState, _ layout: ScreenLayout, drawsDetail: Bool, on canvas: inout Canvas
  ) -> FrameMetrics {
    var metrics = FrameMetrics()
    for pane in Pane.allCases {
      guard let area = layout.areas[pane] else { continue }
      switch pane {
      case .lists, .categories, .tags, .dates: drawFacet(pane, state, area, on: &canvas)
      case .entries: drawEntries(state, area, on: &canvas)
      case .detail: if drawsDetail { metrics = drawDetail(state, area, on: &canvas) }
      }
    }
    drawSeparators(layout, footerRows: state.layoutFooterRows, on: &canvas)
    return metrics
  }

  /// Draws the lines between the columns of panes.
  private func drawSeparators(
    _ layout: ScreenLayout, footerRows: Int, on canvas: inout Canvas
  ) {
    let body = 1..<max(1, layout.size.rows - footerRows)
    let (entries, detail) = (layout.areas[.entries]?.column, layout.areas[.detail]?.column)
    for column in [entries, detail == entries ? nil : detail] {
      guard let column, column > 0 else { continue }
      canvas.verticalLine(column: column - 1, rows: body, borders: lines, style: theme.border)
    }
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let smallest = ScreenLayout.smallest
    canvas.draw(
      "awl needs \(smallest.columns)x\(smallest.rows)", row: 0, column: 0,
      limit: canvas.columns)
    canvas.cursor = nil
  }
}

extension Rect {
  /// Creates a pane's full rectangle, including its title.
  init(_ area: Area) {
    self.init(row: area.row, column: area.column, rows: area.rows, columns: area.columns)
  }
}

extension Area {
  /// The rows below the pane's title.
  var content: Rect {
    Rect(row: row + 1, column: column, rows: rows - 1, columns: columns)
  }
}
