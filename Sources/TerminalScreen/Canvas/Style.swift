/// A colour of a terminal, by its number: of the sixteen that its user has chosen, or of the 240
/// after them, which are the same on every terminal that has them.
package struct Color: Hashable, Sendable {
  package let number: UInt8

  package init(_ number: UInt8) { self.number = number }

  package static let black = Color(0)
  package static let red = Color(1)
  package static let green = Color(2)
  package static let yellow = Color(3)
  package static let blue = Color(4)
  package static let magenta = Color(5)
  package static let cyan = Color(6)
  package static let white = Color(7)
  package static let brightBlack = Color(8)
  package static let brightRed = Color(9)
  package static let brightGreen = Color(10)
  package static let brightYellow = Color(11)
  package static let brightBlue = Color(12)
  package static let brightMagenta = Color(13)
  package static let brightCyan = Color(14)
  package static let brightWhite = Color(15)
}

extension Color: CustomStringConvertible {
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "brightBlack",
    "brightRed", "brightGreen", "brightYellow", "brightBlue", "brightMagenta", "brightCyan",
    "brightWhite",
  ]

  /// The name of one of the sixteen, the number of any other.
  package var description: String {
    number < 16 ? Self.names[Int(number)] : "color \(number)"
  }
}

/// The appearance of a cell: two colours and a set of attributes.
///
/// No colour means the terminal's own default, so that the plain style suits both black and white
/// backgrounds. A terminal without colours shows the attributes only.
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

  /// The attributes and, in nine bits each, both colour numbers plus 1, 0 for none: packed into one
  /// number, since all cells of two screens are compared for each key.
  private var bits: UInt32

  /// Creates the plain style by default.
  package init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    bits =
      UInt32(attributes.rawValue) << 18 | Self.bits(of: background) << 9 | Self.bits(of: foreground)
  }

  /// The foreground colour; nil for the terminal's default.
  package var foreground: Color? { Self.color(bits) }
  /// The background colour; nil for the terminal's default.
  package var background: Color? { Self.color(bits >> 9) }
  package var attributes: Attributes { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 18)) }

  private static func bits(of color: Color?) -> UInt32 {
    color.map { UInt32($0.number) + 1 } ?? 0
  }

  private static func color(_ bits: UInt32) -> Color? {
    bits & 0x1FF == 0 ? nil : Color(UInt8(truncatingIfNeeded: bits &- 1))
  }

  /// Default colours, no attributes.
  package static let plain = Style()
  package static let bold = Style(attributes: .bold)
  package static let dim = Style(attributes: .dim)
  package static let reverse = Style(attributes: .reverse)
  package static let underline = Style(attributes: .underline)

  /// This style overlaid with another: its colours if it has any, and its attributes added.
  package func overlaid(with other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }

  /// Returns this style with a highlight applied: a highlight's colour is not dimmed, which would
  /// make it hard to read.
  package func highlighted(by highlight: Style) -> Style {
    guard highlight.foreground != nil else { return overlaid(with: highlight) }
    return Style(
      foreground: foreground, background: background, attributes: attributes.subtracting(.dim)
    ).overlaid(with: highlight)
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
