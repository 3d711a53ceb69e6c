package import TerminalScreen

/// The styles of everything on the screen.
///
/// The default ones use the terminal's own sixteen colours. No meaning is conveyed by colour alone:
/// a screen without colours shows the same information.
package struct Theme: Sendable {
  /// The base colours; plain for the terminal's.
  package var base = Style.plain
  /// The exact colours of its numbers, for true-colour terminals.
  package var exactColors: [Color: RGB] = [:]
  package var header = Style.bold
  package var border = Style.dim
  package var title = Style.plain
  var focusedTitle: Style
  package var cursor = Style.reverse
  var restingCursor = Style.bold
  package var match: Style
  /// A match in a row of the entries; only a colour, because there are many on the screen and
  /// attributes take twice as many bytes.
  package var rowMatch: Style
  package var heading = Style.bold
  package var link = Style.underline
  package var label = Style.dim
  /// Links, code and the titles of alerts in a page.
  var pageLink = Style.underline
  package var code = Style.bold
  package var alert: Style
  package var faint = Style.dim
  package var date = Style.plain
  package var stars = Style.plain
  package var bookmark = Style.bold
  /// New entries.
  package var new = Style.bold
  package var information = Style.plain
  package var error: Style
  package var key = Style.bold

  /// The default theme, legible on black and white backgrounds with the usual palettes.
  ///
  /// Only the terminal's text colour is sure to be legible on its background. Of the sixteen
  /// colours only bright red has a contrast of 3 to both black and white in all common palettes;
  /// coloured backgrounds have black text. Black is not bold, because many terminals draw bold
  /// black as grey.
  package static let colored = Theme(
    focusedTitle: Style(foreground: .black, background: .cyan),
    match: Style(foreground: .brightRed, attributes: [.bold, .underline]),
    rowMatch: Style(foreground: .brightRed),
    alert: Style(foreground: .brightRed, attributes: .bold),
    error: Style(foreground: .brightRed, attributes: .bold))

  /// For NO_COLOR and terminals without colours: attributes only.
  package static let plain = Theme(
    focusedTitle: .bold,
    match: Style(attributes: [.bold, .underline]),
    rowMatch: Style(attributes: [.bold, .underline]),
    alert: .bold,
    error: .bold)
}
