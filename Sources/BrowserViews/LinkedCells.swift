import LinkOpening
import TerminalScreen

extension ScreenView {
  /// Makes drawn cells a terminal hyperlink, if the URL may be opened.
  ///
  /// The terminal opens it without asking awl, so it must pass the same check.
  func link(row: Int, column: Int, _ columns: Int, to url: String, on canvas: inout Canvas) {
    guard columns > 0, let link = try? SafeLink(url) else { return }
    canvas.link(row: row, columns: column..<column + columns, to: link.url)
  }
}
