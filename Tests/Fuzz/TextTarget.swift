import TerminalScreen

/// Anything becomes text that a terminal only shows.
func checkText(_ bytes: [UInt8]) {
  let original = String(decoding: bytes, as: UTF8.self)
  let line = SafeText(original, limit: .max)
  requireIsSafe(line)
  let again = SafeText(line.text, limit: .max)
  require(again == line && again.width == line.width, "what is safe is not changed again")
  requireIsSafe(SafeText.url(original))
  for text in SafeText.lines(original, limit: .max) { requireIsSafe(text) }
  for text in line.wrapped(to: 20) {
    requireIsSafe(text)
    require(text.width <= 20, "no line is wider than asked")
  }
  require(line.truncated(to: 7).width <= 7, "no text is wider than asked")
  let limited = SafeText(original, limit: 10)
  require(limited.text.unicodeScalars.count <= 51, "a limit limits")
  if let columns = line.columns(ofSource: 0..<bytes.count / 2) {
    require(columns.upperBound <= line.width, "a highlight is inside of the text")
  }
  var canvas = Canvas(columns: 30, rows: 2)
  canvas.draw(line, row: 0, column: bytes.count % 33 - 2, highlights: [1..<3])
}

/// Whether nothing of a text can act on a terminal, hide or reorder text.
func requireIsSafe(_ text: SafeText) {
  var marks = 0
  for scalar in text.text.unicodeScalars {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .surrogate:
      require(false, "no controls and nothing that is no character")
    case .format: require(isVisibleFormat(scalar), "no invisible characters")
    default: break
    }
    require(!properties.isBidiControl, "nothing that changes the direction")
    require(
      scalar == "\u{200C}" || !properties.isDefaultIgnorableCodePoint, "nothing that is ignored")
    marks = properties.generalCategory == .nonspacingMark ? marks + 1 : 0
    require(marks <= 4, "four marks to a cell at most")
  }
  require(text.width >= 0 && text.width <= 2 * text.text.unicodeScalars.count, "a sound width")
}

/// The non-joiner, and the signs that are before or over numbers and letters.
private func isVisibleFormat(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200C, 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
  default: false
  }
}
