import TerminalScreen

extension Theme {
  /// A theme made of the colours of a theme file, by their names; one that is missing is the default
  /// theme's.
  package init(colors: [String: String]) {
    func color(_ name: String) -> Color? {
      colors[name].flatMap { RGB(hexadecimal: $0) }?.nearestColor
    }
    func style(_ name: String, _ attributes: Style.Attributes = [], else standard: Style) -> Style {
      color(name).map { Style(foreground: $0, attributes: attributes) } ?? standard
    }
    self = .colored
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
    kept = style("magenta", .bold, else: kept)
    new = style("green", .bold, else: new)
    error = style("red", .bold, else: error)
  }
}
