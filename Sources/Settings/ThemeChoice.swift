/// The value of the setting `theme`: one theme, or one each for a dark and a light background.
package struct ThemeChoice: Equatable, Sendable {
  package let dark: String
  package let light: String
  /// Whether the terminal's background decides.
  package let isByBackground: Bool

  /// The theme with the terminal's own sixteen colours.
  package static let standard = "default"

  /// Reads `NAME`, or `dark=NAME light=NAME`, of which one may be missing; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard text.utf8.contains(UInt8(ascii: "=")) else {
      guard words.count == 1 else { return nil }
      (dark, light, isByBackground) = (String(words[0]), String(words[0]), false)
      return
    }
    var names: [Substring: String] = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0] == "dark" || parts[0] == "light",
        names.updateValue(String(parts[1]), forKey: parts[0]) == nil
      else { return nil }
    }
    dark = names["dark"] ?? Self.standard
    light = names["light"] ?? Self.standard
    isByBackground = true
  }

  /// The names of its themes.
  package var names: [String] { dark == light ? [dark] : [dark, light] }

  /// Returns the theme for a background; the dark one if the background is unknown.
  package func name(isLight: Bool?) -> String { isLight == true ? light : dark }
}
