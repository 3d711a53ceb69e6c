import Browser
import BuiltInList
import ConfigurationFile
import Glibc
import LinkOpening
import UserFiles
import Settings
import Spelling
import TerminalEvents

/// The user's configuration, for the screen.
struct LoadedConfiguration {
  var preferences = Preferences()
  var openers: [Opener] = []
  /// The custom commands, by name.
  var commands: [String: CommandTemplate] = [:]
  /// The problems, each as `PATH:LINE:COLUMN: MESSAGE`.
  var problems: [String] = []
}

extension Directories {
  /// `config.toml` in the configuration directory.
  var configuration: String { config + "/config.toml" }
}

extension LoadedConfiguration {
  /// A longer file is not a configuration.
  private static let sizeLimit = 1 << 20

  /// Reads the configuration file; the defaults if there is none.
  ///
  /// Costs one failed call if there is no file.
  static func load(_ directories: Directories) -> LoadedConfiguration {
    let path = directories.configuration
    do {
      var loaded = try text(of: path).map { LoadedConfiguration($0, path: path) } ?? Self()
      loaded.findThemes(directories, path: path)
      return loaded
    } catch {
      var loaded = LoadedConfiguration()
      loaded.findThemes(directories, path: path)
      loaded.problems = ["\(path): \(error.reason); the defaults are used"]
      return loaded
    }
  }

  /// Returns the text of a file; nil if there is none.
  static func text(of path: String) throws(UnreadableFile) -> String? {
    let bytes: [UInt8]
    do throws(UnreadableFile) {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
      bytes = try FileBytes.bytes(of: descriptor, limit: sizeLimit)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UnreadableFile(reason: "it is not UTF-8")
    }
    return text
  }

  /// Reads the text of a configuration file.
  init(_ text: String, path: String) {
    var configuration = Configuration(text, commands: Command.allCases.map(\.rawValue))
    preferences.settings = configuration.settings
    takeOpeners(&configuration)
    takeCommands(&configuration)
    takeRules(&configuration)
    var bindings = Self.preset(configuration.settings.word(.keyPreset))
    for line in configuration.keys {
      guard let context = KeyContext(rawValue: line.context) else { continue }
      guard let keys = KeySequence(parsing: line.keys) else {
        let hint = "keys are written as in g n, C-x, A-x, F5, Space or PgDn"
        configuration.add(ConfigurationIssue(line.place, "\"\(line.keys)\" is not a key: \(hint)"))
        continue
      }
      let bound = line.commands.compactMap { name in
        Command(rawValue: name).map { BoundCommand.builtIn($0) }
          ?? (commands[name] == nil ? nil : .custom(name))
      }
      // If the name of a command is itself invalid, there is nothing to run.
      guard !bound.isEmpty || line.commands.isEmpty else { continue }
      bindings.append(KeyBinding(context, keys, running: bound))
    }
    preferences.keymaps = Keymaps(bindings)
    problems = configuration.issues.map { $0.description(in: path) }
    for (command, keys) in preferences.keymaps.unreachable() {
      problems.append(
        "\(path): no key runs \(command.rawValue) any more, which had \(keys.joined(separator: ", "))"
      )
    }
  }

  /// Returns the key bindings of another program, which are added on top of the default ones.
  private static func preset(_ name: String) -> [KeyBinding] {
    guard let text = builtInKeyPreset(name) else { return [] }
    let configuration = Configuration(text, commands: Command.allCases.map(\.rawValue))
    return configuration.keys.compactMap { line in
      guard let context = KeyContext(rawValue: line.context),
        let keys = KeySequence(parsing: line.keys)
      else { return nil }
      return KeyBinding(context, keys, line.commands.compactMap { Command(rawValue: $0) })
    }
  }

  /// Lists the existing themes, and reports a configured one that does not exist.
  mutating func findThemes(_ directories: Directories, path: String) {
    preferences.themeNames = ThemeLoading.names(directories)
    let word = preferences.settings.word(.theme)
    guard let choice = ThemeChoice(word) else {
      problems.append("\(path): theme takes a name, or { dark = \"NAME\", light = \"NAME\" }")
      return preferences.settings.reset(.theme)
    }
    let known = [ThemeChoice.standard] + preferences.themeNames
    for name in choice.names where !known.contains(name) {
      let hint = nearestName(to: name, among: preferences.themeNames).map { "did you mean \($0)?" }
      problems.append(
        "\(path): there is no theme \(name): \(hint ?? "awl config themes lists them")")
      preferences.settings.reset(.theme)
    }
  }

  /// The first problem and the number of others; nil if there are none.
  var summary: String? {
    guard let first = problems.first else { return nil }
    return problems.count == 1
      ? first : "\(first) (and \(problems.count - 1) more: awl config check)"
  }
}
