import BuiltInList
import ConfigurationFile
import TerminalScreen
import Testing

extension RGB {
  /// The contrast to another colour, from 1 to 21, as WCAG 2 counts it.
  func contrast(to other: RGB) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }
}

/// How well the colours of themes can be read: their contrast as WCAG 2 counts it.
struct ThemeContrastTests {
  /// What WCAG wants of text (AA).
  private static let leastForText = 4.5
  /// The minimum contrast of large text and of symbols.
  private static let leastForSigns = 3.0
  /// Borders only separate.
  private static let leastForBorders = 1.4

  @Test func theContrastIsThatOfTheDefinition() {
    let (black, white) = (RGB(red: 0, green: 0, blue: 0), RGB(red: 255, green: 255, blue: 255))
    #expect(abs(black.contrast(to: white) - 21) < 0.001)
    #expect(abs(white.contrast(to: white) - 1) < 0.001)
    // The lightest grey that passes for text on white, and the next that does not.
    let (grey, lighter) = (RGB(hexadecimal: "#767676"), RGB(hexadecimal: "#777777"))
    #expect(grey.map { $0.contrast(to: white) >= 4.5 } == true)
    #expect(lighter.map { $0.contrast(to: white) < 4.5 } == true)
  }

  @Test(arguments: builtInThemeNames)
  func themeColoursHaveEnoughContrast(name: String) throws {
    let theme = ThemeFile(try #require(builtInTheme(name)))
    let background = try #require(theme.colors["background"].flatMap { RGB(hexadecimal: $0) })
    for (part, word) in theme.colors where part != "background" {
      let color = try #require(RGB(hexadecimal: word))
      let least =
        switch part {
        case "text": Self.leastForText
        case "border": Self.leastForBorders
        default: Self.leastForSigns
        }
      #expect(color.contrast(to: background) >= least, "\(name): \(part)")
      // On a terminal of 256 colours the nearest ones are shown, on a background that is one, too.
      let nearest = try #require(RGB(color.nearestColor))
      let ground = try #require(RGB(background.nearestColor))
      #expect(nearest.contrast(to: ground) >= least * 0.75, "\(name): \(part) of 256 colours")
    }
  }
}
