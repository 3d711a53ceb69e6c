internal import CNcurses
internal import TerminalScreen

/// Passes the cells of a canvas to ncurses, which writes the differences to the terminal.
struct Painter {
  private let encoding: Encoding
  /// How many colours the terminal has; 0 for none, or none wanted.
  private let colors: Int32
  private let pairLimit: Int32
  private(set) var exactColors: ExactColors
  private var pairs: [UInt64: Int32] = [:]
  /// The default colours; nil for the terminal's own.
  private var base = Style.plain
  /// The last canvas passed to ncurses; nil to pass everything.
  private var shown: Canvas?
  /// The rows with cells that were passed on and not yet written.
  private var changedRows: Set<Int> = []
  private var hyperlinks: HyperlinkWriter?
  /// The columns of ambiguous letters in the last canvas.
  private var ambiguousColumns = 1
  /// A buffer for the next cells, stored so that a run of cells needs no allocation.
  private var elements: [cchar_t] = []
  /// The style of the last cell and a blank in it: most cells look like the one before.
  private var lastStyle = Style.plain
  private var blank = cchar_t()

  /// Starts colours, if wanted and available; ncurses must be running.
  init(encoding: Encoding, usesColor: Bool, isTrueColor: Bool) {
    self.encoding = encoding
    if usesColor, has_colors(), start_color() == OK {
      // If the terminal has no default colours, ncurses takes white on black.
      use_default_colors()
      colors = tigetnum("colors")
      pairLimit = min(tigetnum("pairs"), 32_767)
    } else {
      colors = 0
      pairLimit = 0
    }
    exactColors = ExactColors(isTrueColor: isTrueColor)
    blank = element([wchar_t(UInt8(ascii: " ")), 0], style: .plain)
    wbkgrndset(cncurses_stdscr(), &blank)
  }

  /// Sets the exact colours of a theme, and forces a full redraw; returns the bytes to send to the
  /// terminal.
  mutating func setExact(_ colors: [Color: RGB]) -> [UInt8] {
    guard showsColor else { return [] }
    forget()
    return exactColors.set(colors)
  }

  /// Whether the colours of styles are shown.
  var showsColor: Bool { colors >= 8 }

  /// Sets the default colours, and forces a full redraw.
  mutating func setBase(_ style: Style) {
    guard base != style else { return }
    base = style
    lastStyle = .plain
    blank = element([wchar_t(UInt8(ascii: " ")), 0], style: .plain)
    wbkgrndset(cncurses_stdscr(), &blank)
    forget()
  }

  /// Forgets the terminal's contents, which forces a full redraw.
  mutating func forget() {
    shown = nil
    hyperlinks?.forget()
    clearok(cncurses_stdscr(), true)
  }

  /// Passes the changes to ncurses, for `flush` to write.
  ///
  /// - Parameter rows: the rows that may have changed; nil for all.
  /// - Returns: whether there is anything to write.
  mutating func take(_ canvas: Canvas, rows: [Int]?) -> Bool {
    let window = cncurses_stdscr()
    if canvas.ambiguousColumns != ambiguousColumns {
      ambiguousColumns = canvas.ambiguousColumns
      allowMovedCells()
      forget()
    }
    var isChanged = shown == nil || shown?.cursor != canvas.cursor || shown?.links != canvas.links
    canvas.forEachChange(since: shown, inRows: rows) { row, column, cells in
      isChanged = true
      changedRows.insert(row)
      // A wide character is one element of ncurses' array; in ASCII it is two.
      elements.removeAll(keepingCapacity: true)
      for index in cells.indices where !cells[index].isContinuation || encoding == .ascii {
        elements.append(element(for: cells[index], of: canvas))
      }
      mvwadd_wchnstr(window, Int32(row), Int32(column), elements, Int32(elements.count))
    }
    if shown == nil { shown = canvas } else { shown?.take(rows: rows, from: canvas) }
    if let cursor = canvas.cursor {
      wmove(window, Int32(cursor.row), Int32(cursor.column))
    }
    wnoutrefresh(window)
    return isChanged
  }

  /// Writes the changes, in one screen update.
  ///
  /// - Returns: the bytes to write afterwards, which bypass ncurses.
  mutating func flush(rows: [Int]?) -> [UInt8] {
    curs_set(shown?.cursor == nil ? 0 : 1)
    doupdate()
    defer { changedRows = [] }
    guard let shown else { return [] }
    // On its way to the cursor's place ncurses may write over cells of that row.
    if let row = shown.cursor?.row { changedRows.insert(row) }
    let letters =
      encoding == .utf8
      ? AmbiguousLetters.bytes(for: shown, rows: changedRows) { sequence(of: $0) } : []
    guard var writer = hyperlinks else { return letters }
    defer { hyperlinks = writer }
    return letters
      + writer.bytes(for: shown, changed: changedRows, rows: rows) { sequence(of: $0) }
  }

  /// Turns terminal hyperlinks on or off, and forces a full redraw.
  mutating func useHyperlinks(_ isOn: Bool) {
    guard isOn != (hyperlinks != nil) else { return }
    hyperlinks = isOn ? HyperlinkWriter() : nil
    allowMovedCells()
    forget()
  }

  /// Lets ncurses move cells along a row only if none contains anything it does not know about.
  private func allowMovedCells() {
    idcok(cncurses_stdscr(), hyperlinks == nil && ambiguousColumns == 1)
  }
}

extension Painter {
  private mutating func element(for cell: Cell, of canvas: Canvas) -> cchar_t {
    if cell.style != lastStyle {
      lastStyle = cell.style
      blank = element([wchar_t(UInt8(ascii: " ")), 0], style: cell.style)
    }
    if encoding == .utf8, AmbiguousLetters.isOne(cell, of: canvas) {
      var element = blank
      element.chars.0 = wchar_t(AmbiguousLetters.placeholder.value)
      return element
    }
    if cell.hasMarks, encoding != .ascii {
      var scalars: [wchar_t] = []
      cell.forEachScalar { scalars.append(wchar_t($0.value)) }
      return element(scalars + [0], style: cell.style)
    }
    var element = blank
    let base: Unicode.Scalar =
      if encoding == .ascii {
        cell.base.asciiSubstitute
      } else if canvas.ambiguousColumns == 2 {
        AmbiguousWidth.narrowed(cell.base)
      } else {
        cell.base
      }
    element.chars.0 = wchar_t(base.value)
    return element
  }

  /// Characters that end with a 0, in a style.
  private mutating func element(_ scalars: [wchar_t], style: Style) -> cchar_t {
    var element = cchar_t()
    let look = look(of: style)
    setcchar(&element, scalars, look.attributes, Int16(look.pair), nil)
    return element
  }

  /// Returns a style as ncurses' attributes and colour pair.
  private mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= cncurses_bold }
    if style.attributes.contains(.dim) { attributes |= cncurses_dim }
    if style.attributes.contains(.reverse) { attributes |= cncurses_reverse }
    if style.attributes.contains(.underline) { attributes |= cncurses_underline }
    if style.attributes.contains(.italic) { attributes |= cncurses_italic }
    // Plain text has a pair as well, with the default colours: to go from a colour to none at all,
    // ncurses also resets all attributes, which takes as many bytes again.
    guard showsColor else {
      return (attributes, 0)
    }
    // A console has eight colours only; bold makes them bright.
    if colors < 16 || exactColors.kind == .direct, let foreground = style.foreground,
      (8..<16).contains(foreground.number)
    {
      attributes |= cncurses_bold
    }
    return (
      attributes,
      pair(
        number(style.foreground ?? base.foreground), number(style.background ?? base.background))
    )
  }

  /// Returns the sequence (SGR) of a style, as ncurses would write it.
  private func sequence(of style: Style) -> [UInt8] {
    let names: [(Style.Attributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    var codes = names.filter { style.attributes.contains($0.0) }.map { String($0.1) }
    if showsColor {
      for (color, isBackground) in [
        (style.foreground ?? base.foreground, false), (style.background ?? base.background, true),
      ] {
        let code = number(color)
        let start = isBackground ? 10 : 0
        switch code {
        case ..<0: break
        case 0..<8: codes.append(String(30 + start + Int(code)))
        case 8..<16: codes.append(String(82 + start + Int(code)))
        default: codes.append("\(38 + start);5;\(code)")
        }
      }
    }
    return Array("\u{1B}[0;\(codes.joined(separator: ";"))m".utf8)
  }

  private func number(_ color: Color?) -> Int32 {
    guard let color else { return -1 }
    if exactColors.kind == .direct { return exactColors.directNumber(of: color) }
    // Without more than sixteen colours, a theme's are left out rather than approximated.
    if color.number > 15, colors < 256 { return -1 }
    return Int32(colors < 16 ? color.number & 7 : color.number)
  }

  /// Returns the pair of two colours, created at its first use; 0 if no more are available.
  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    let key = UInt64(foreground + 1) << 32 | UInt64(background + 1)
    if let pair = pairs[key] { return pair }
    let next = Int32(pairs.count + 1)
    guard next < pairLimit, init_extended_pair(next, foreground, background) == OK else { return 0 }
    pairs[key] = next
    return next
  }
}
