/// One of the sixteen colours that a terminal's user has chosen.
package enum Color: UInt8, Hashable, Sendable, CaseIterable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a cell looks: two colours and a set of attributes.
///
/// No colour means the terminal's own default, so that the plain style is right on black and on
/// white. A terminal without colours shows the attributes only.
package struct Style: Hashable, Sendable {
  /// Attributes that terminals can combine; one that a terminal lacks is not shown.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let reverse = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let italic = Attributes(rawValue: 16)
  }

  /// The attributes and, by 1 more than their numbers, both colours, 0 being none: one number, since
  /// all cells of two screens are compared for each key.
  private var bits: UInt32

  /// The plain style where nothing is given.
  package init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    bits =
      UInt32(attributes.rawValue) << 16 | Self.bits(of: background) << 8 | Self.bits(of: foreground)
  }

  /// The colour of the text; nil for the terminal's default.
  package var foreground: Color? { Self.color(bits) }
  /// The colour behind the text; nil for the terminal's default.
  package var background: Color? { Self.color(bits >> 8) }
  package var attributes: Attributes { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 16)) }

  private static func bits(of color: Color?) -> UInt32 {
    color.map { UInt32($0.rawValue) + 1 } ?? 0
  }

  private static func color(_ bits: UInt32) -> Color? {
    Color(rawValue: UInt8(truncatingIfNeeded: bits) &- 1)
  }

  /// Default colours, no attributes.
  package static let plain = Style()
  package static let bold = Style(attributes: .bold)
  package static let dim = Style(attributes: .dim)
  package static let reverse = Style(attributes: .reverse)
  package static let underline = Style(attributes: .underline)

  /// This style with another laid over it: its colours where it has some, its attributes added.
  package func overlaid(with other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }
}

extension Style: CustomStringConvertible {
  /// The words that a screen test's legend shows, as in `bold red on blue`; `plain` for none.
  package var description: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
      (.italic, "italic"),
    ]
    var words = names.filter { attributes.contains($0.0) }.map(\.1)
    if let foreground { words.append("\(foreground)") }
    if let background { words.append("on \(background)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
