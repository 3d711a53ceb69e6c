/// What the environment says about a terminal, without querying it.
///
/// docs/terminal.md has the tables. Inside tmux or screen only those count, since the variables of
/// the outer terminal may be out of date.
package struct TerminalCapabilities: Equatable, Sendable {
  /// Whether it can be asked questions (DECRQM, OSC 11) without showing letters of them.
  var answersQueries: Bool
  /// Whether it reports the mouse in the SGR form, if its description has a mouse at all.
  var reportsMouse: Bool
  /// Whether it can save and restore the window's title (XTWINOPS 22 and 23).
  package var keepsTitles: Bool
  /// Whether it understands hyperlinks (OSC 8).
  package var hasHyperlinks: Bool
  /// Whether it shows progress in its window or in the taskbar (OSC 9;4).
  package var showsProgress: Bool

  /// Reads the environment through `variable`.
  package init(variable: (String) -> String?) {
    func value(_ name: String) -> String { variable(name) ?? "" }
    let type = value("TERM")
    let program = value("TERM_PROGRAM")
    let vte = Self.version(value("VTE_VERSION"))[0]
    answersQueries = TerminalType(type).answersQueries(program: program)
    reportsMouse = !["linux", "vt1", "vt2", "vt3", "vt4", "vt5"].contains { type.hasPrefix($0) }
    if !value("TMUX").isEmpty || type.hasPrefix("tmux") {
      keepsTitles = answersQueries
      hasHyperlinks =
        program == "tmux" && !Self.version(value("TERM_PROGRAM_VERSION")).isBefore([3, 4])
      showsProgress = false
    } else if !value("STY").isEmpty || type.hasPrefix("screen") {
      (keepsTitles, hasHyperlinks, showsProgress) = (false, false, false)
    } else {
      keepsTitles = answersQueries && !type.hasPrefix("st")
      let isWindows = !value("WT_SESSION").isEmpty
      hasHyperlinks =
        Self.linkingTypes.contains { type.hasPrefix($0) }
        || Self.linkingPrograms.contains(program)
        || program == "iTerm.app"
          && !Self.version(value("TERM_PROGRAM_VERSION")).isBefore([3, 1])
        || vte >= 5_000 || Self.version(value("KONSOLE_VERSION"))[0] >= 201_200 || isWindows
      showsProgress =
        isWindows || value("ConEmuANSI") == "ON" || program == "WezTerm" || program == "ghostty"
        || type.hasPrefix("xterm-ghostty") || vte >= 8_000
    }
  }

  private static let linkingTypes = [
    "alacritty", "contour", "foot", "rio", "wezterm", "xterm-ghostty", "xterm-kitty",
  ]
  private static let linkingPrograms = ["WezTerm", "contour", "ghostty", "rio", "vscode"]

  /// Returns the numbers that a version begins with: `3.4` of `3.4-rc2`, `5202` of `5202`; a 0 for
  /// none.
  private static func version(_ text: String) -> [Int] {
    var numbers: [Int] = []
    for part in text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false) {
      let digits = part.prefix { ("0"..."9").contains($0) }
      guard let number = Int(digits) else { break }
      numbers.append(number)
      guard digits.utf8.count == part.utf8.count else { break }
    }
    return numbers.isEmpty ? [0] : numbers
  }
}

extension [Int] {
  fileprivate func isBefore(_ other: [Int]) -> Bool { lexicographicallyPrecedes(other) }
}
