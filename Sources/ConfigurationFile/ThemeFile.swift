import Spelling

/// A theme file: eleven named colours, each in a form of `ColorWord`.
package struct ThemeFile: Sendable {
  /// The names of the colours, in the order of the built-in themes.
  package static let names = [
    "background", "text", "faint", "border", "accent", "red", "green", "yellow", "blue", "magenta",
    "cyan",
  ]

  /// The colours in the file, as written.
  package private(set) var colors: [String: String] = [:]
  /// The issues; invalid lines are skipped.
  package private(set) var issues: [ConfigurationIssue] = []

  package init(_ text: String) {
    let document = TOMLDocument(text)
    if let fault = document.fault { issues.append(fault) }
    for key in document.root.keys {
      guard let value = document.root[key] else { continue }
      guard Self.names.contains(key) else {
        let hint = nearestName(to: key, among: Self.names).map { ": did you mean \($0)?" } ?? ""
        issues.append(ConfigurationIssue(value.place, "a theme has no colour \(key)\(hint)"))
        continue
      }
      let word: String? =
        if case .integer(let number) = value.content { "\(number)" } else { value.text }
      guard let color = word, ColorWord.isColor(color) else {
        issues.append(
          ConfigurationIssue(value.place, "\(key) takes a colour such as \"#fabd2f\" or 214"))
        continue
      }
      colors[key] = color
    }
  }
}
