import Browser
package import TerminalScreen

extension Style {
  /// Creates the style of titles for one of the user's rules.
  init(_ rule: RowRule) {
    var attributes: Attributes = []
    for name in rule.attributes {
      switch name {
      case "bold": attributes.insert(.bold)
      case "dim": attributes.insert(.dim)
      case "italic": attributes.insert(.italic)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      default: break
      }
    }
    self.init(
      foreground: rule.foreground.flatMap { Color(word: $0) },
      background: rule.background.flatMap { Color(word: $0) }, attributes: attributes)
  }
}

extension Color {
  /// Creates the colour for a word in a configuration file: `#rrggbb`, a number up to 255, or one
  /// of sixteen names such as `bright-blue`; nil for anything else.
  package init?(word: String) {
    if let rgb = RGB(hexadecimal: word) {
      self = rgb.nearestColor
    } else if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt8(word) {
      self.init(number)
    } else if let number = Self.words.firstIndex(of: word) {
      self.init(UInt8(number))
    } else {
      return nil
    }
  }

  private static let words = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]
}
