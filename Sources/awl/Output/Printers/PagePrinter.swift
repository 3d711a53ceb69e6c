import BrowserViews
import CursesTerminal
import Glibc
import ListMarkdown
import PageLayout
import UserFiles
import TerminalScreen

/// Prints a page in one of the formats.
struct PagePrinter {
  let format: PageFormat
  let width: Int?
  let usesPager: Bool
  let title: String

  /// Lines are printed as they are laid out, so that a long page starts at once.
  func print(_ document: PageDocument) throws {
    switch format {
    case .markdown: awl.print(printable(document.bytes), to: STDOUT_FILENO)
    case .html: awl.print(printable(DocumentHTML.write(document, title: title)), to: STDOUT_FILENO)
    case .text: printText(document)
    }
  }

  /// Returns the source; on a terminal without control characters.
  private func printable(_ source: [UInt8]) -> [UInt8] {
    var output = source
    if isatty(STDOUT_FILENO) == 1 {
      let lines = SafeText.lines(String(decoding: source, as: UTF8.self), limit: .max)
      output = Array(lines.map(\.text).joined(separator: "\n").utf8)
    }
    if output.last != 0x0A { output.append(0x0A) }
    return output
  }

  private func printText(_ document: PageDocument) {
    let screen = Self.screenSize()
    var options = LayoutOptions(columns: width ?? min(88, screen?.columns ?? 80))
    options.opensDetails = true
    options.marksStyles = screen == nil
    let variables = processEnvironment()
    if Encoding(variable: { variables[$0] }) == .ascii { options.glyphs = .ascii }
    var page = LaidOutPage(document, options)
    let usesColor = (variables["NO_COLOR"] ?? "").isEmpty
    let writer = screen.map { _ in StyledLines(theme: usesColor ? .colored : .plain) }
    var pager: Pager?
    if let screen, usesPager, isLonger(&page, than: screen.rows) { pager = Pager() }
    for index in 0..<page.pieceCount {
      let piece = page.piece(index)
      var output: [UInt8] = []
      for line in piece.lines.indices {
        if let writer {
          writer.append(line, of: piece, to: &output)
        } else {
          output += piece.text(ofLine: line)
          while output.last == 0x20 { output.removeLast() }
          output.append(0x0A)
        }
      }
      if let pager {
        // False once its reader has left it.
        guard writeAll(output, to: pager.descriptor) else { break }
      } else {
        awl.print(output, to: STDOUT_FILENO)
      }
    }
    pager?.finish()
  }

  private func isLonger(_ page: inout LaidOutPage, than rows: Int) -> Bool {
    page.distance(
      from: PagePosition(), to: page.position(from: PagePosition(), by: rows), limit: rows)
      >= rows - 1
  }

  /// Returns the size of the terminal on standard output; nil if it is not a terminal.
  private static func screenSize() -> (columns: Int, rows: Int)? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return (80, 24)
    }
    return (Int(window.ws_col), Int(window.ws_row))
  }
}
