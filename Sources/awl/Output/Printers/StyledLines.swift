import BrowserViews
import ListMarkdown
import PageLayout
import TerminalScreen

/// Lines of a page with the sequences of their styles, and no other sequences.
struct StyledLines {
  let theme: Theme

  /// Appends a line with its line end.
  func append(_ line: Int, of piece: LaidOutPiece, to output: inout [UInt8]) {
    var isStyled = false
    piece.forEachRun(ofLine: line) { text, run in
      let style = theme.style(of: run.style)
      if isStyled { output += "\u{1B}[0m".utf8 }
      isStyled = style != .plain
      if isStyled { output += Self.sequence(of: style).utf8 }
      output += text
    }
    if isStyled { output += "\u{1B}[0m".utf8 }
    output.append(0x0A)
  }

  /// Returns the sequence `ESC [ … m` of a style (ECMA-48).
  private static func sequence(of style: Style) -> String {
    var codes: [Int] = []
    let attributes: [(Style.Attributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    codes += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    if let color = style.foreground { codes += code(of: color, base: 30, bright: 90) }
    if let color = style.background { codes += code(of: color, base: 40, bright: 100) }
    return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m"
  }

  private static func code(of color: Color, base: Int, bright: Int) -> [Int] {
    let number = Int(color.number)
    if number > 15 { return [base + 8, 5, number] }
    return [number < 8 ? base + number : bright + number - 8]
  }
}
