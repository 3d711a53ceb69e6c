import Browser
import BrowserScenario
import BrowserViews
import BuiltInList
import ConfigurationFile
import HeadlessBrowser
import ListMarkdown
import ListModel
import TerminalEvents
import TerminalScreen
import TestSupport
import Testing

/// The screens of each capability, at two sizes, against the files in Screens/Capabilities/.
///
/// A file has the rows that differ from the screen before, the first few of them, and their styles
/// where these matter.
struct CapabilityScreenTests {
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    /// Whether the file has the styles as well.
    var hasStyles = false
    let show: @Sendable (inout Scenario) -> Void

    var testDescription: String { name }

    init(
      _ name: String, hasStyles: Bool = false, show: @escaping @Sendable (inout Scenario) -> Void
    ) {
      (self.name, self.hasStyles, self.show) = (name, hasStyles, show)
    }
  }

  static let scenes = [
    Scene("which-key") { browser in
      browser.press(",")
      browser.send(.keysWaited)
    },
    Scene("theme-preview", hasStyles: true) { browser in
      var preferences = Preferences()
      preferences.themeNames = builtInThemeNames
      browser.start { $0.apply(preferences) }
      browser.press(": t h e m e Space n o Tab")
      showTheme(&browser)
    },
    Scene("configuration-error") { browser in
      let issue = Configuration("wrap-width = 90\nscrolof = 3\n", commands: []).issues.first
      browser.send(.message(Message(.error, issue?.description(in: "config.toml") ?? "")))
    },
    Scene("openers") { $0.press("O j") },
    Scene("command-output") { browser in
      let text = "first\tcolumn\n\u{1B}[2Jsecond\n" + (3...60).map { "line \($0)\n" }.joined()
      browser.send(.commandEnded(name: "archive", output: text, nil))
      browser.press("C-d")
    },
    Scene("pipe-prompt") { browser in
      browser.press("Space Space |")
      browser.type("jq -r .url")
    },
    Scene("mouse-selection", hasStyles: true) { browser in
      browser.run("set mouse full")
      let area = browser.state.layout.areas[.entries]
      let (column, row) = ((area?.column ?? 0) + 8, (area?.row ?? 0) + 4)
      browser.send(.mouse(MouseEvent(.press, column: column, row: row, clicks: 1)))
    },
    Scene("tutorial") { browser in
      guard let page = try? PageReader.read(BuiltInList.tutorial, path: "awl-tutorial.md") else {
        return
      }
      var builder = CatalogBuilder()
      builder.append(page.list, entries: page.entries)
      browser.send(.tutorialRead(builder.catalog()))
    },
    Scene("plain") { $0.run("set plain on") },
    Scene("no-color", hasStyles: true) { browser in
      browser.view = ScreenView(theme: .plain)
      browser.press("/ a i m Enter b")
    },
    Scene("borders-ascii") { $0.run("set borders ascii") },
    Scene("borders-none") { $0.run("set borders none") },
    Scene("detail-below") { $0.run("set detail below") },
    Scene("detail-hidden") { $0.run("set detail hidden") },
    Scene("hints-off") { $0.run("set hints off") },
    Scene("ambiguous-width") { $0.run("set ambiguous-width 2") },
    Scene("dates-german") { browser in
      browser.press("h Tab")
      guard let german = DateNames(language: "de", in: builtInDateNames) else { return }
      browser.start { $0.use(dateNames: german, for: "de") }
    },
  ]

  @Test(arguments: scenes, [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func looksAsRecorded(scene: Scene, size: Size) {
    var browser = Scenario(columns: size.columns, rows: size.rows)
    let before = browser.screen
    scene.show(&browser)
    let canvas = browser.canvas
    #expect(canvas.lines != before || scene.hasStyles, "nothing has changed")
    #expect(canvas.lines.count == size.rows)
    expectSnapshot(
      text(of: canvas, since: before, hasStyles: scene.hasStyles),
      at:
        "Tests/BrowserViewsTests/Screens/Capabilities/\(scene.name)/\(size.columns)x\(size.rows).txt"
    )
  }

  /// The rows that differ, each with its number, at most sixteen and the last two of the screen.
  private func text(of canvas: Canvas, since before: [String], hasStyles: Bool) -> String {
    let (lines, styles) = (canvas.lines, canvas.styles)
    let changed = lines.indices.filter { lines[$0] != before[$0] }
    let rows = changed.prefix(16) + changed.dropFirst(16).filter { $0 >= lines.count - 2 }
    var text = ""
    for row in rows {
      text += "\(row < 10 ? " " : "")\(row) |\(lines[row])\n"
      if hasStyles { text += "   :\(styles.lines[row])\n" }
    }
    return hasStyles ? text + styles.legend.map { "\($0)\n" }.joined() : text
  }

  /// Draws with the theme that the browser asks for, as the program does.
  private static func showTheme(_ browser: inout Scenario) {
    guard let text = builtInTheme(browser.state.themeName) else { return }
    browser.view = ScreenView(theme: Theme(colors: ThemeFile(text).colors))
  }
}
