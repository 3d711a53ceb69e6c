/// Text that is safe to send to a terminal, with its width in columns.
///
/// Its initialisers are the sanitiser: no control, no direction control, no invisible and no
/// unassigned character gets through, and every cell has at most four combining marks. Each cell
/// maps to its position in the original, so that byte ranges of the original can be highlighted.
/// Printable ASCII costs one scan and no allocation.
package struct SafeText: Sendable {
  /// The most scalars of a title; the rest is cut and replaced by `…`.
  package static let titleLimit = 300
  package static let descriptionLimit = 2_000
  package static let urlLimit = 8_192

  /// How many hidden characters (direction controls, invisible ones) were taken out.
  package let hiddenCount: Int
  /// Columns that the text takes on the screen.
  package let width: Int
  let storage: Storage
  /// The bytes of the original that the text shows.
  let source: Range<Int>

  enum Storage {
    /// Printing ASCII that is its own original: one cell a byte.
    case ascii(String)
    case cells([TextCell])
  }

  /// Sanitises one line of text: line ends and tabs become spaces.
  package init(_ untrusted: String, limit: Int = SafeText.descriptionLimit) {
    if let plain = SafeText(plain: untrusted, limit: limit) {
      self = plain
    } else {
      var sanitizer = Sanitizer(form: .line, limit: limit)
      self = sanitizer.read(untrusted)[0]
    }
  }

  /// Sanitises one line of text for a program that reads it from a pipe or a file.
  ///
  /// Joined emoji stay whole, which terminals do not show reliably.
  static func piped(_ untrusted: String) -> String {
    var sanitizer = Sanitizer(form: .piped, limit: .max)
    return sanitizer.read(untrusted)[0].text
  }

  /// Sanitises bytes that should be UTF-8; invalid ones become U+FFFD.
  package init(bytes: [UInt8], limit: Int = SafeText.descriptionLimit) {
    self.init(String(decoding: bytes, as: UTF8.self), limit: limit)
  }

  /// Sanitises a URL: characters hidden elsewhere are made visible, as in `<U+202E>`.
  package static func url(_ untrusted: String) -> SafeText {
    if let plain = SafeText(plain: untrusted, limit: urlLimit) { return plain }
    var sanitizer = Sanitizer(form: .url, limit: urlLimit)
    return sanitizer.read(untrusted)[0]
  }

  /// Sanitises text of several lines; tabs advance to the next multiple of 4.
  ///
  /// Always at least one line. The limit is for all of them together.
  package static func lines(
    _ untrusted: String, limit: Int = SafeText.descriptionLimit
  ) -> [SafeText] {
    var sanitizer = Sanitizer(form: .block, limit: limit)
    return sanitizer.read(untrusted)
  }

  /// The sanitised text.
  package var text: String {
    switch storage {
    case .ascii(let text): return text
    case .cells(let cells):
      var text = String.UnicodeScalarView()
      for cell in cells { cell.append(to: &text) }
      return String(text)
    }
  }

  /// Returns the columns of this text that show a range of bytes of the original; nil if none does.
  package func columns(ofSource range: Range<Int>) -> Range<Int>? {
    var first: Int?
    var end = 0
    forEachCell { cell, column, sourceEnd in
      guard cell.source < range.upperBound, sourceEnd > range.lowerBound else { return }
      first = first ?? column
      end = column + Int(cell.width)
    }
    return first.map { $0..<end }
  }
}

extension SafeText {
  /// Accepts printable ASCII unchanged; nil for everything else.
  private init?(plain text: String, limit: Int) {
    let count = text.utf8.count
    guard count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    storage = .ascii(text)
    width = count
    hiddenCount = 0
    source = 0..<count
  }

  init(cells: [TextCell], source: Range<Int>, hiddenCount: Int) {
    storage = .cells(cells)
    width = cells.reduce(0) { $0 + Int($1.width) }
    self.hiddenCount = hiddenCount
    self.source = source
  }

  /// The cells as an array.
  var cells: [TextCell] {
    switch storage {
    case .cells(let cells): return cells
    case .ascii(let text):
      return text.utf8.enumerated().map { offset, byte in
        TextCell(base: Unicode.Scalar(byte), width: 1, source: source.lowerBound + offset)
      }
    }
  }

  /// Passes each cell to `body`, with its first column and the end of its source.
  func forEachCell(_ body: (_ cell: TextCell, _ column: Int, _ sourceEnd: Int) -> Void) {
    switch storage {
    case .ascii(let text):
      var column = 0
      for byte in text.utf8 {
        let start = source.lowerBound + column
        body(TextCell(base: Unicode.Scalar(byte), width: 1, source: start), column, start + 1)
        column += 1
      }
    case .cells(let cells):
      var column = 0
      for (index, cell) in cells.enumerated() {
        let isLast = index + 1 == cells.count
        body(cell, column, isLast ? source.upperBound : cells[index + 1].source)
        column += Int(cell.width)
      }
    }
  }
}

extension SafeText: Equatable {
  /// Returns whether the two show the same.
  package static func == (left: SafeText, right: SafeText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
}

extension SafeText: ExpressibleByStringInterpolation {
  /// Sanitises string literals like all other text.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
