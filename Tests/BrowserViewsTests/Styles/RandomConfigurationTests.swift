import Browser
import BrowserScenario
import HeadlessBrowser
import ConfigurationFile
import ListSearch
import Settings
import TerminalScreen
import TerminalEvents
import TestSupport
import Testing

/// Whatever a configuration file says, a screen is drawn by it.
struct RandomConfigurationTests {
  @Test func aThousandConfigurationsAreReadAndDrawn() {
    var random = RandomConfiguration(seed: 19, settings: settings)
    var browser = Scenario(columns: 80, rows: 24, catalog: Sample.afterSync)
    browser.beginVisit(seen: Sample.seen())
    let sizes = [(80, 24), (120, 40), (40, 12), (24, 6), (200, 50), (61, 17)]
    var (valid, broken) = (0, 0)
    for number in 0..<(isSoak ? 50_000 : 1_000) {
      let text = random.text()
      let found = Configuration(text, commands: Command.allCases.map(\.rawValue))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      for issue in found.issues {
        #expect((1...lines).contains(issue.line) && issue.column >= 1, "\(text)")
        #expect(!issue.message.isEmpty)
      }
      if found.issues.isEmpty { valid += 1 } else { broken += 1 }
      let (columns, rows) = sizes[number % sizes.count]
      browser.send(.resized(Size(columns: columns, rows: rows)))
      browser.send(.configured(preferences(found), Message(.information, "read")))
      #expect(browser.canvas.rows == rows && browser.canvas.columns == columns)
      browser.press(["j", "l", "h", "Tab", "p", "P"][number % 6])
      for pane in Pane.allCases {
        guard let area = browser.state.layout.areas[pane] else { continue }
        #expect(area.columns > 0 && area.rows > 0, "\(pane): \(text)")
        #expect(area.column + area.columns <= columns && area.row + area.rows <= rows, "\(text)")
      }
    }
    #expect(valid > 100 && broken > 100)
  }

  /// Each setting with the ends of its range, or with its words.
  private var settings: [(name: String, values: [String])] {
    SettingTable.entries.map { entry in
      var values = [ConfigurationTemplate.toml(entry.standard, of: entry)]
      switch entry.type {
      case .flag: values = ["true", "false"]
      case .integer(let range): values += ["\(range.lowerBound)", "\(range.upperBound)"]
      case .choice(let words): values = words.map { "\"\($0)\"" }
      case .wordOrInteger(let words, let range), .extent(let words, let range):
        values += words.map { "\"\($0)\"" } + ["\(range.lowerBound)", "\(range.upperBound)"]
      case .selection(let words):
        values += ["[]", "[\"\(words[0])\"]", "\"\(words.reversed().joined(separator: " "))\""]
      case .text: break
      }
      if case .extent = entry.type { values += ["\"1%\"", "\"100%\""] }
      return (entry.name, values)
    }
  }

  private func preferences(_ found: Configuration) -> Preferences {
    var preferences = Preferences()
    preferences.settings = found.settings
    preferences.customCommands = found.commands.filter { CustomCommand.isName($0.name) }.map {
      CustomCommand(name: $0.name)
    }
    preferences.keymaps = Keymaps(
      found.keys.compactMap { line in
        guard let context = KeyContext(rawValue: line.context),
          let keys = KeySequence(parsing: line.keys)
        else { return nil }
        return KeyBinding(context, keys, line.commands.compactMap { Command(rawValue: $0) })
      })
    preferences.rules = found.rules.map {
      RowRule(query: Query.parse($0.query, today: Sample.today), foreground: $0.foreground)
    }
    return preferences
  }
}
