import TerminalScreen

extension Theme {
  /// Creates a theme from the named colours of a theme file; missing ones are those of the default
  /// theme.
  ///
  /// On a 256-colour terminal the nearest ones are shown. Each colour of the theme has its own
  /// number, so that a true-colour terminal can show it exactly.
  package init(colors: [String: String]) {
    var numbers = ThemeNumbers()
    let known = colors.sorted { $0.key < $1.key }.compactMap { name, word in
      numbers.color(of: word).map { (name, $0) }
    }
    let byName = Dictionary(known, uniquingKeysWith: { first, _ in first })
    func color(_ name: String) -> Color? { byName[name] }
    func style(_ name: String, _ attributes: Style.Attributes = [], else standard: Style) -> Style {
      color(name).map { Style(foreground: $0, attributes: attributes) } ?? standard
    }
    self = .colored
    exactColors = numbers.exact
    base = Style(foreground: color("text"), background: color("background"))
    border = style("border", else: border)
    focusedTitle = style("accent", .bold, else: focusedTitle)
    match = style("yellow", [.bold, .underline], else: match)
    rowMatch = style("yellow", else: rowMatch)
    link = style("blue", else: link)
    label = style("cyan", else: label)
    pageLink = style("blue", .underline, else: pageLink)
    code = style("yellow", else: code)
    alert = style("magenta", else: alert)
    faint = style("faint", else: faint)
    date = style("green", else: date)
    stars = style("yellow", else: stars)
    bookmark = style("magenta", .bold, else: bookmark)
    new = style("green", .bold, else: new)
    error = style("red", .bold, else: error)
  }
}

/// Assigns numbers to the colours of a theme.
private struct ThemeNumbers {
  /// The exact colour of each number.
  private(set) var exact: [Color: RGB] = [:]

  /// Returns the number of a colour given as text; nil if it is invalid.
  ///
  /// If two colours have the same nearest number, the second one gets another near one.
  mutating func color(of word: String) -> Color? {
    guard let rgb = RGB(hexadecimal: word) else { return Color(word: word) }
    if let same = exact.first(where: { $0.value == rgb }) { return same.key }
    let color = rgb.nearestColor(notIn: Set(exact.keys))
    exact[color] = rgb
    return color
  }
}
