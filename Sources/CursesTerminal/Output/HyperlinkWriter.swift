internal import TerminalScreen

/// Turns cells that ncurses has written into terminal hyperlinks (OSC 8), which ncurses does not
/// support.
///
/// After a frame the linked cells are written again, at their places and in their styles, with the
/// cursor and the attributes saved before and restored after it. So the terminal stays in the state
/// that ncurses expects. ncurses may write over any cell of a row that it changes, on its way to
/// another or because that is shorter than moving the cursor, so all links of such a row are
/// written again.
struct HyperlinkWriter {
  /// The links on the terminal.
  private var shown: [Hyperlink] = []

  /// Discards the previous state, since the terminal is rewritten.
  mutating func forget() { shown = [] }

  /// Returns the bytes that write a canvas' links to the terminal; empty if they are up to date.
  ///
  /// - Parameters:
  ///   - changed: the rows of which cells were written.
  ///   - rows: those that may have changed; nil for all.
  ///   - style: the sequence of a style.
  mutating func bytes(
    for canvas: Canvas, changed: Set<Int>, rows: [Int]?, style: (Style) -> [UInt8]
  ) -> [UInt8] {
    guard !shown.isEmpty || !canvas.links.isEmpty else { return [] }
    let former = Dictionary(grouping: shown, by: \.row)
    let present = Dictionary(grouping: canvas.links, by: \.row)
    var bytes: [UInt8] = []
    for row in Set(former.keys).union(present.keys).sorted() where rows?.contains(row) ?? true {
      let (old, new) = (former[row] ?? [], present[row] ?? [])
      guard old != new || (changed.contains(row) && !new.isEmpty) else { continue }
      append(old: old, new: new, row: row, of: canvas, style, to: &bytes)
    }
    shown =
      rows.map { rows in
        shown.filter { !rows.contains($0.row) } + canvas.links.filter { rows.contains($0.row) }
      } ?? canvas.links
    guard !bytes.isEmpty else { return [] }
    return Array("\u{1B}7".utf8) + bytes + Array("\u{1B}[m\u{1B}8".utf8)
  }

  /// Writes the cells that are links, or were, one run of equal cells after the other.
  private func append(
    old: [Hyperlink], new: [Hyperlink], row: Int, of canvas: Canvas, _ style: (Style) -> [UInt8],
    to bytes: inout [UInt8]
  ) {
    var urls = [String?](repeating: nil, count: canvas.columns)
    var isTouched = [Bool](repeating: false, count: canvas.columns)
    for link in old {
      for column in link.columns where column < canvas.columns { isTouched[column] = true }
    }
    for link in new {
      for column in link.columns where column < canvas.columns {
        (isTouched[column], urls[column]) = (true, link.url)
      }
    }
    var column = 0
    while column < canvas.columns {
      guard isTouched[column] else {
        column += 1
        continue
      }
      while column > 0, canvas[row, column].isContinuation { column -= 1 }
      let (look, url) = (canvas[row, column].style, urls[column])
      bytes += Array("\u{1B}[\(row + 1);\(column + 1)H".utf8) + style(look)
      if let url { bytes += Array("\u{1B}]8;id=\(Self.identifier(url));\(url)\u{1B}\\".utf8) }
      repeat {
        let cell = canvas[row, column]
        cell.forEachScalar { bytes += Array(String(Character($0)).utf8) }
        column += 1
        if AmbiguousLetters.isOne(cell, of: canvas), column + 1 < canvas.columns {
          bytes += Array("\u{1B}[\(row + 1);\(column + 2)H".utf8)
        }
      } while column < canvas.columns
        && (canvas[row, column].isContinuation
          || isTouched[column] && canvas[row, column].style == look && urls[column] == url)
      if url != nil { bytes += Array("\u{1B}]8;;\u{1B}\\".utf8) }
    }
  }

  /// Returns an ID for a link whose text spans several rows, so that the terminal treats it as one
  /// (FNV-1a).
  private static func identifier(_ url: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in url.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return "awl" + String(hash, radix: 16)
  }
}
