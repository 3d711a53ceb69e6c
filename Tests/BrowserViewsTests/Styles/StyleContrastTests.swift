import BrowserViews
import BuiltInList
import ConfigurationFile
import TerminalScreen
import Testing

/// Whether each style of a theme can be read: its contrast as WCAG 2 counts it.
struct StyleContrastTests {
  /// What WCAG wants of text, and of large text and signs (AA).
  private static let (leastForText, leastForSigns) = (4.5, 3.0)
  /// Borders only separate.
  private static let leastForBorders = 1.4

  /// The sixteen colours of a terminal and the backgrounds that it has with them.
  struct Palette: CustomTestStringConvertible, Sendable {
    let name: String
    /// In the order of their numbers, as hexadecimal digits.
    let colors: String
    /// Pairs of text and background.
    var grounds = [("#ffffff", "#000000"), ("#000000", "#ffffff")]
    /// Whether bold text in one of the first eight colours is shown in the bright one.
    var brightensBold = false

    var testDescription: String { name }

    func color(_ color: Color) throws -> RGB {
      let words = colors.split(separator: " ")
      return try #require(RGB(hexadecimal: "#\(words[Int(color.number)])"))
    }
  }

  static let palettes = [
    Palette(
      name: "xterm",
      colors: """
        000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
        7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff
        """, brightensBold: true),
    Palette(
      name: "VGA and the Linux console",
      colors: """
        000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa \
        555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff
        """, brightensBold: true),
    Palette(
      name: "Windows Terminal",
      colors: """
        0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc \
        767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2
        """, brightensBold: true),
    Palette(
      name: "macOS Terminal",
      colors: """
        000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd \
        818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb
        """, brightensBold: true),
    Palette(
      name: "Tango",
      colors: """
        2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf \
        555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec
        """, brightensBold: true),
    Palette(
      name: "GNOME",
      colors: """
        171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc \
        5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff
        """),
    Palette(
      name: "Konsole (Breeze)",
      colors: """
        232627 ed1515 11d116 f67400 1d99f3 9b59b6 1abc9c fcfcfc \
        7f8c8d c0392b 1cdc9a fdbc4b 3daee9 8e44ad 16a085 ffffff
        """),
    Palette(
      name: "PuTTY",
      colors: """
        000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb \
        555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff
        """, brightensBold: true),
    Palette(
      name: "VS Code",
      colors: """
        000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 \
        666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5
        """),
    Palette(
      name: "Solarized",
      colors: """
        073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 \
        002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3
        """, grounds: [("#839496", "#002b36"), ("#657b83", "#fdf6e3")], brightensBold: true),
  ]

  @Test(arguments: palettes)
  func theDefaultThemeIsLegibleOnBlackAndOnWhite(palette: Palette) throws {
    let styles = Self.styles(of: .colored)
    #expect(styles.count > 15)
    for (textWord, groundWord) in palette.grounds {
      let text = try #require(RGB(hexadecimal: textWord))
      let ground = try #require(RGB(hexadecimal: groundWord))
      // A style derived from the user's own text colour cannot exceed its contrast.
      let least = min(Self.leastForSigns, text.contrast(to: ground) / 2)
      for (name, style) in styles {
        let (front, back) = (style.foreground, style.background)
        let behind = try back.map(palette.color) ?? ground
        var fronts = [try front.map(palette.color) ?? text]
        if let front, front.number < 8, palette.brightensBold, style.attributes.contains(.bold) {
          fronts.append(try palette.color(Color(front.number + 8)))
        }
        for shown in fronts {
          let seen = style.attributes.contains(.dim) ? dimmed(shown, behind) : shown
          let isColored = front != nil || back != nil
          #expect(
            seen.contrast(to: behind) >= (isColored ? Self.leastForSigns : least),
            "\(name) on \(groundWord)")
        }
      }
    }
  }

  @Test(arguments: builtInThemeNames)
  func everyStyleOfABundledThemeIsLegible(name: String) throws {
    let theme = Theme(colors: ThemeFile(try #require(builtInTheme(name))).colors)
    func exact(_ color: Color?) throws -> RGB {
      let color = try #require(color)
      return try #require(theme.exactColors[color] ?? RGB(color))
    }
    let (text, ground) = (try exact(theme.base.foreground), try exact(theme.base.background))
    for (part, style) in Self.styles(of: theme) {
      let behind = try style.background.map(exact) ?? ground
      var shown = try style.foreground.map(exact) ?? text
      if style.attributes.contains(.dim) { shown = dimmed(shown, behind) }
      let isColored = style.foreground != nil || style.attributes.contains(.dim)
      let least =
        part == "border"
        ? Self.leastForBorders : isColored ? Self.leastForSigns : Self.leastForText
      #expect(shown.contrast(to: behind) >= least, "\(name): \(part)")
    }
  }

  /// A colour that was legible nowhere would have been found.
  @Test func theColorsThatAreLeftOutWouldFail() throws {
    for color in [Color.yellow, .cyan, .green, .blue, .magenta, .brightBlack] {
      let isLegible = try Self.palettes.allSatisfy { palette in
        try palette.grounds.allSatisfy { _, ground in
          try palette.color(color).contrast(to: #require(RGB(hexadecimal: ground))) >= 3
        }
      }
      #expect(!isLegible, "\(color)")
    }
  }

  /// The styles of a theme by purpose, and those of matches in dim text.
  private static func styles(of theme: Theme) -> [(name: String, style: Style)] {
    let own: [(name: String, style: Style)] = Mirror(reflecting: theme).children.compactMap {
      guard let name = $0.label, let style = $0.value as? Style else { return nil }
      return (name, style)
    }
    return own + [
      (name: "match in faint text", style: theme.faint.highlighted(by: theme.match)),
      (name: "row's match in faint text", style: theme.faint.highlighted(by: theme.rowMatch)),
    ]
  }

  /// Dim text as most terminals draw it: two thirds of the text colour, one third of the
  /// background.
  private func dimmed(_ color: RGB, _ behind: RGB) -> RGB {
    func mixed(_ part: UInt8, _ other: UInt8) -> UInt8 { UInt8((Int(part) * 2 + Int(other)) / 3) }
    return RGB(
      red: mixed(color.red, behind.red), green: mixed(color.green, behind.green),
      blue: mixed(color.blue, behind.blue))
  }
}
