import Browser
import BrowserViews
import CursesTerminal
import Settings
import TerminalScreen

/// The changes since the frame on the screen was drawn.
enum Staleness {
  /// Only the line being typed.
  case line
  /// Also the cursor of the entries, which was in this row, and the row at the top of their pane.
  case cursor(from: Int, top: Int)
  case everything

  /// Adds the change of an event.
  mutating func note(_ change: FrameChange) {
    switch (self, change) {
    case (.line, .cursor(let row, let top)): self = .cursor(from: row, top: top)
    case (.cursor, .cursor): break
    default: self = .everything
    }
  }
}

/// Drawing: as little as necessary.
extension BrowserLoop {
  /// Shows the typed line before anything else happens.
  ///
  /// A letter is on the screen at once, however long it takes to find and draw the result.
  mutating func echo() {
    guard var frame = shown.take() else { return }
    let row = view.drawTypedLine(state, on: &frame)
    terminal.present(frame, rows: [row])
    terminal.letThrough()
    shown = frame
  }

  /// Shows the state.
  mutating func draw() {
    if drawPart() { return }
    takeTheme()
    takeDates()
    setUpWindow()
    if debounce.leavesDetail(of: state, at: .now), let shown {
      present(view.draw(state, withDetailOf: shown))
      debounce.noteLeft()
    } else {
      let (canvas, metrics) = view.draw(state)
      present(canvas)
      note(metrics)
    }
    staleness = .line
  }

  private mutating func present(_ canvas: Canvas) {
    terminal.present(canvas)
    shown = canvas
  }

  /// Stores the metrics of the detail.
  private mutating func note(_ metrics: FrameMetrics) {
    debounce.noteDrawn(state)
    handle(.drawn(metrics))
  }

  /// Redraws only the changed parts of the frame, if they are known and few.
  private mutating func drawPart() -> Bool {
    // Cursor steps do not change the theme.
    if case .line = staleness, state.themeName != themeName { return false }
    guard var frame = shown.take() else { return false }
    defer { if shown == nil { shown = frame } }
    switch staleness {
    case .everything: return false
    case .line where !debounce.isDue(at: .now):
      // The panes wait for the result: drawing them now would only delay it.
      guard let rows = view.drawAroundPanes(state, on: &frame) else { return false }
      terminal.present(frame, rows: rows)
    case .line:
      let entries = state.place.entries
      return drawStep(from: entries.cursor, top: entries.top, on: &frame)
    case .cursor(let row, let top): return drawStep(from: row, top: top, on: &frame)
    }
    return true
  }

  private mutating func drawStep(from row: Int, top: Int, on frame: inout Canvas) -> Bool {
    let leavesDetail = debounce.leavesDetail(of: state, at: .now)
    guard
      let step = view.drawStep(
        from: row, top: top, state, drawsDetail: !leavesDetail, on: &frame)
    else { return false }
    terminal.present(frame, rows: step.rows)
    shown = frame
    if leavesDetail { debounce.noteLeft() } else { note(step.metrics ?? state.metrics) }
    staleness = .line
    return true
  }

  /// Switches to the current theme, or to the one being typed.
  private mutating func takeTheme() {
    if state.asksForBackground, !hasQueriedBackground, terminal.showsColor {
      // Queried once: later responses are discarded.
      hasQueriedBackground = true
      state.isBackgroundLight = terminal.backgroundColor().map { $0.luminance > 0.18 }
    }
    let name = state.themeName
    guard name != themeName, terminal.showsColor else { return }
    themeName = name
    let theme = name.isEmpty ? .plain : ThemeLoading.theme(named: name, directories) ?? .colored
    view = ScreenView(theme: theme, borders: view.borders)
    terminal.setExactColors(theme.exactColors)
    terminal.setBaseColors(theme.base)
  }
}
