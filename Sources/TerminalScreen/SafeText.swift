/// Text that is safe to send to a terminal, with the columns that it takes.
///
/// Its initialisers are the sanitiser: no control, no direction control, no invisible and no
/// unassigned character gets through, and every cell has at most four combining marks. It keeps
/// for each cell where in the original it came from, so that byte ranges of the original can be
/// highlighted.
package struct SafeText: Sendable {
  /// What the most scalars are that are kept of a title; the rest is cut and `…` stands for it.
  package static let titleLimit = 300
  package static let descriptionLimit = 2_000
  package static let pathLimit = 255
  package static let urlLimit = 8_192

  /// The sanitised text.
  package let text: String
  /// Columns that it takes on the screen.
  package let width: Int
  /// How many hidden characters (direction controls, invisible ones) were taken out.
  package let hiddenCount: Int

  /// Sanitises one line of text: line ends and tabs become spaces.
  package init(_ untrusted: String, limit: Int = SafeText.descriptionLimit) {
    text = ""
    width = 0
    hiddenCount = 0
  }

  /// Sanitises bytes that should be UTF-8; what is not becomes U+FFFD.
  package init(bytes: [UInt8], limit: Int = SafeText.descriptionLimit) {
    self.init(String(decoding: bytes, as: UTF8.self), limit: limit)
  }

  /// Sanitises an address: what is hidden elsewhere is shown, as in `<U+202E>`.
  package static func url(_ untrusted: String, limit: Int = SafeText.urlLimit) -> SafeText {
    SafeText(untrusted, limit: limit)
  }

  /// Sanitises text of several lines; tabs reach to the next column that is a multiple of 4.
  package static func lines(
    _ untrusted: String, limit: Int = SafeText.descriptionLimit
  ) -> [SafeText] { [] }

  /// The text cut to as many columns; what is cut off is told by a `…` within them.
  package func truncated(to columns: Int) -> SafeText { self }

  /// The text broken at spaces into lines of at most as many columns; long words are broken.
  ///
  /// Always at least one line.
  package func wrapped(to columns: Int) -> [SafeText] { [self] }

  /// The columns of this text that show a range of bytes of the original; nil where none does.
  package func columns(ofSource range: Range<Int>) -> Range<Int>? { nil }
}

extension SafeText: ExpressibleByStringInterpolation {
  /// Sanitises what is written in the program like everything else.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
