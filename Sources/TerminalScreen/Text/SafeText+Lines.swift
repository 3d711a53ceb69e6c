extension SafeText {
  /// Returns the text truncated to this many columns, ending in `…` if anything was cut.
  ///
  /// The `…` represents all of the cut text: a highlight in it is shown on the `…`.
  package func truncated(to columns: Int) -> SafeText {
    guard width > columns else { return self }
    var kept: [TextCell] = []
    forEachCell(within: columns) { cell, _, _ in kept.append(cell) }
    return SafeText(cells: kept, source: source, hiddenCount: hiddenCount)
  }

  /// Passes the cells of the text, truncated to this many columns, to `body`; returns the columns
  /// they take.
  @discardableResult
  func forEachCell(
    within columns: Int, _ body: (_ cell: TextCell, _ column: Int, _ sourceEnd: Int) -> Void
  ) -> Int {
    guard width > columns else {
      forEachCell(body)
      return width
    }
    guard columns > 0 else { return 0 }
    var taken = 0
    var cut = source.lowerBound
    switch storage {
    case .ascii(let text):
      for byte in text.utf8.prefix(columns - 1) {
        body(TextCell(base: Unicode.Scalar(byte), width: 1, source: cut), taken, cut + 1)
        taken += 1
        cut += 1
      }
    case .cells(let cells):
      var index = 0
      while taken + Int(cells[index].width) < columns {
        body(cells[index], taken, cells[index + 1].source)
        taken += Int(cells[index].width)
        index += 1
      }
      cut = cells[index].source
    }
    body(TextCell(base: SafeText.ellipsis, width: 1, source: cut), taken, source.upperBound)
    return taken + 1
  }

  /// Returns the text without its first columns; a wide character across the boundary is left out.
  package func dropping(columns: Int) -> SafeText {
    guard columns > 0 else { return self }
    var kept: [TextCell] = []
    forEachCell { cell, column, _ in
      if column >= columns { kept.append(cell) }
    }
    return SafeText(cells: kept, source: source, hiddenCount: hiddenCount)
  }

  /// Returns the text wrapped to the given number of columns.
  ///
  /// A line breaks at spaces, which are dropped, or after a wide character, as in Chinese and
  /// Japanese. A word longer than a line is broken at the end of the line. Always at least one
  /// line; the first has the count of hidden characters.
  package func wrapped(to columns: Int) -> [SafeText] {
    guard width > columns else { return [self] }
    let cells = cells
    var lines: [SafeText] = []
    var start = 0
    repeat {
      let end = Self.lineEnd(in: cells, from: start, columns: max(1, columns))
      var next = end
      while next < cells.count, cells[next].base == " " { next += 1 }
      var last = end
      while last > start, cells[last - 1].base == " " { last -= 1 }
      lines.append(slice(cells, start..<last, isFirst: lines.isEmpty))
      start = next
    } while start < cells.count
    return lines
  }

  /// The mark for cut text.
  static let ellipsis: Unicode.Scalar = "…"

  /// Returns the end of a line that begins at a cell: the last break opportunity that fits.
  private static func lineEnd(in cells: [TextCell], from start: Int, columns: Int) -> Int {
    var taken = 0
    var breakOpportunity: Int?
    for index in start..<cells.count {
      let cell = cells[index]
      if cell.base == " " { breakOpportunity = index }
      taken += Int(cell.width)
      if taken > columns {
        if cell.isIdeograph, breakOpportunity != index {
          breakOpportunity = index > start ? index : nil
        }
        return breakOpportunity.flatMap { $0 > start ? $0 : nil } ?? max(index, start + 1)
      }
      if cell.isIdeograph { breakOpportunity = index + 1 }
    }
    return cells.count
  }

  private func slice(_ cells: [TextCell], _ range: Range<Int>, isFirst: Bool) -> SafeText {
    let end = range.upperBound < cells.count ? cells[range.upperBound].source : source.upperBound
    let start = range.isEmpty ? end : cells[range.lowerBound].source
    return SafeText(
      cells: Array(cells[range]), source: start..<max(start, end),
      hiddenCount: isFirst ? hiddenCount : 0)
  }
}

extension TextCell {
  /// Whether a line may break before and after it, as at Chinese characters; not at a letter that
  /// merely takes two columns.
  fileprivate var isIdeograph: Bool { width == 2 && !AmbiguousWidth.contains(base) }
}
