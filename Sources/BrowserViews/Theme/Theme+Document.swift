package import ListMarkdown
package import TerminalScreen

extension Theme {
  /// Returns the style for text of a page.
  package func style(of text: DocumentStyle) -> Style {
    guard !text.isEmpty else { return .plain }
    var style = Style.plain
    if text.contains(.marker) { style = style.overlaid(with: faint) }
    if text.contains(.faint) { style = style.overlaid(with: faint) }
    if text.contains(.image) { style = style.overlaid(with: label) }
    if text.contains(.code) || text.contains(.keyboard) { style = style.overlaid(with: code) }
    if text.contains(.link) { style = style.overlaid(with: pageLink) }
    if text.contains(.heading) { style = style.overlaid(with: heading) }
    if text.contains(.alert) { style = style.overlaid(with: alert) }
    if text.contains(.strong) { style = style.overlaid(with: .bold) }
    if text.contains(.emphasis) { style = style.overlaid(with: Style(attributes: .italic)) }
    if text.contains(.removed) || text.contains(.struck) { style = style.overlaid(with: .dim) }
    return style
  }
}
