package import TerminalScreen

/// The style of everything on the screen, by what it is.
///
/// The default ones use the terminal's own sixteen colours, so that they fit its background. Focus and
/// selection are told by bold and reverse alone: a screen without colour says as much.
package struct Theme: Sendable {
  /// The colours of what has none of its own; plain for the terminal's.
  package var base = Style.plain
  /// What the numbers of its colours stand for exactly, on a terminal of true colours.
  package var exactColors: [Color: RGB] = [:]
  package var header: Style
  package var border: Style
  package var title: Style
  package var focusedTitle: Style
  package var cursor: Style
  package var restingCursor: Style
  package var match: Style
  /// A match in a row of the entries; by colour alone, since many stand on the screen and attributes
  /// take twice as many bytes.
  package var rowMatch: Style
  package var heading: Style
  package var link: Style
  package var label: Style
  /// Links, code and the titles of alerts in a page.
  package var pageLink: Style
  package var code: Style
  package var alert: Style
  package var faint: Style
  package var date: Style
  package var stars: Style
  package var kept: Style
  /// What is new since the last visit.
  package var new: Style
  package var information: Style
  package var error: Style
  package var key: Style

  /// The default: the terminal's own colours.
  package static let colored = Theme(
    header: .bold,
    border: Style(foreground: .brightBlack),
    title: .plain,
    focusedTitle: Style(foreground: .cyan, attributes: .bold),
    cursor: .reverse,
    restingCursor: .bold,
    match: Style(foreground: .yellow, attributes: [.bold, .underline]),
    rowMatch: Style(foreground: .yellow),
    heading: .bold,
    link: Style(foreground: .blue),
    label: Style(foreground: .cyan),
    pageLink: Style(foreground: .blue, attributes: .underline),
    code: Style(foreground: .yellow),
    alert: Style(foreground: .magenta),
    faint: Style(attributes: .dim),
    date: Style(foreground: .green),
    stars: Style(foreground: .yellow),
    kept: Style(foreground: .magenta, attributes: .bold),
    new: Style(foreground: .green, attributes: .bold),
    information: .plain,
    error: Style(foreground: .red, attributes: .bold),
    key: .bold)

  /// For NO_COLOR and for terminals without colours: attributes alone.
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
    kept: .bold,
    new: .bold,
    information: .plain,
    error: .bold,
    key: .bold)
}
