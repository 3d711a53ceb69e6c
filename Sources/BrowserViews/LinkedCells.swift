import LinkOpening
import TerminalScreen

extension ScreenView {
  /// Has cells that were drawn be a link of the terminal, if the URL may be opened at all.
  ///
  /// The terminal opens it without asking awl, so it has to pass the same gate.
  func link(row: Int, column: Int, _ columns: Int, to url: String, on canvas: inout Canvas) {
    guard columns > 0, let link = try? SafeLink(url) else { return }
    canvas.link(row: row, columns: column..<column + columns, to: link.url)
  }
}
