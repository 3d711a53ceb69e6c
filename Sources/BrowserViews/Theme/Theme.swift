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
  package var header: Style
  package var border: Style
  package var title: Style
  var focusedTitle: Style
  package var cursor: Style
  var restingCursor: Style
  package var match: Style
  /// A match in a row of the entries; only a colour, because there are many on the screen and
  /// attributes take twice as many bytes.
  package var rowMatch: Style
  package var heading: Style
  package var link: Style
  package var label: Style
  /// Links, code and the titles of alerts in a page.
  var pageLink: Style
  package var code: Style
  package var alert: Style
  package var faint: Style
  package var date: Style
  package var stars: Style
  package var bookmark: Style
  /// New entries.
  package var new: Style
  package var information: Style
  package var error: Style
  package var key: Style

  /// The default theme, legible on black and white backgrounds with the usual palettes.
  ///
  /// Only the terminal's text colour is sure to be legible on its background. Of the sixteen
  /// colours only bright red has a contrast of 3 to both black and white in all common palettes;
  /// coloured backgrounds have black text. Black is not bold, because many terminals draw bold
  /// black as grey.
  package static let colored = Theme(
    header: .bold,
    border: .dim,
    title: .plain,
    focusedTitle: Style(foreground: .black, background: .cyan),
    cursor: .reverse,
    restingCursor: .bold,
    match: Style(foreground: .brightRed, attributes: [.bold, .underline]),
    rowMatch: Style(foreground: .brightRed),
    heading: .bold,
    link: .underline,
    label: .dim,
    pageLink: .underline,
    code: .bold,
    alert: Style(foreground: .brightRed, attributes: .bold),
    faint: .dim,
    date: .plain,
    stars: .plain,
    bookmark: .bold,
    new: .bold,
    information: .plain,
    error: Style(foreground: .brightRed, attributes: .bold),
    key: .bold)

  /// For NO_COLOR and terminals without colours: attributes only.
  package static let plain = Theme(
    header: .bold,
    border: .dim,
    title: .plain,
    focusedTitle: .bold,
    cursor: .reverse,
    restingCursor: .bold,
    match: Style(attributes: [.bold, .underline]),
    rowMatch: Style(attributes: [.bold, .underline]),
    heading: .bold,
    link: .underline,
    label: .dim,
    pageLink: .underline,
    code: .bold,
    alert: .bold,
    faint: .dim,
    date: .plain,
    stars: .plain,
    bookmark: .bold,
    new: .bold,
    information: .plain,
    error: .bold,
    key: .bold)
}
