import ArgumentParser
import Browser
import ConfigurationFile
import Glibc
import UserFiles
import Settings

/// `awl config`: the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Write, check and show the configuration file.",
    discussion: """
      Every setting may be left out of config.toml. An invalid line is reported and never stops \
      awl; its setting keeps the default.

      Examples:
        awl config init
        awl config check && awl config show
      """,
    subcommands: [
      ConfigInit.self, ConfigCheck.self, ConfigShow.self, ConfigThemes.self, ConfigPath.self,
    ])
}

/// `awl config init`: writes the complete file with the defaults, commented out.
struct ConfigInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write config.toml with all settings, commented out.",
    discussion:
      "A file that exists is left alone. Exit codes: 0 written, 5 it exists or cannot be written.")

  func run() throws {
    let directories = try directories()
    let path = directories.configuration
    guard access(path, F_OK) != 0 else {
      throw Failure(
        .cannotWrite, "\(path) already exists: move it away first, or see awl config show")
    }
    makeFolder(directories.config)
    try ExportFile(path: path, replaces: false).write(Array(ConfigurationTemplate.text().utf8))
    awl.print("wrote \(safeLine(path))\n", to: STDOUT_FILENO)
  }
}

/// `awl config check`: reports problems in a configuration file.
struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a configuration file.",
    discussion: "Exit codes: 0 no problems, 4 problems found, or the file cannot be read.")

  @Argument(help: "The file; by default config.toml in the configuration directory.")
  var file: String?

  func run() throws {
    let path = try file ?? directories().configuration
    let text: String?
    do throws(UnreadableFile) {
      text = try LoadedConfiguration.text(of: path)
    } catch {
      throw Failure(.badData, "cannot read \(path): \(error.reason)")
    }
    guard let text else {
      guard file == nil else {
        throw Failure(.badData, "cannot read \(path): there is no such file")
      }
      awl.print("there is no configuration file: awl config init writes one\n", to: STDOUT_FILENO)
      return
    }
    var loaded = LoadedConfiguration(text, path: path)
    if let directories = try? directories() { loaded.findThemes(directories, path: path) }
    let problems = loaded.problems
    for problem in problems { awl.print(safeLine(problem) + "\n", to: STDOUT_FILENO) }
    guard problems.isEmpty else { throw ExitCode(Failure.Code.badData.rawValue) }
    awl.print("\(safeLine(path)): no problems\n", to: STDOUT_FILENO)
  }
}

/// `awl config show`: prints the current settings and their origins.
struct ConfigShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the current settings and the source of each.")

  func run() throws {
    let directories = try directories()
    let loaded = LoadedConfiguration.load(directories)
    for problem in loaded.problems { warn(problem) }
    let settings = loaded.preferences.settings
    var text = ""
    for entry in SettingTable.entries {
      let line = "\(entry.name) = \(ConfigurationTemplate.toml(settings[entry.setting], of: entry))"
      let padding = String(repeating: " ", count: max(1, 34 - line.utf8.count))
      text += safeLine("\(line)\(padding)# \(origin(settings.origin(of: entry.setting)))") + "\n"
    }
    awl.print(text, to: STDOUT_FILENO)
  }

  private func origin(_ origin: SettingValues.Origin) -> String {
    switch origin {
    case .standard: "default"
    case .file(let line): "config.toml:\(line)"
    case .session: "set"
    }
  }
}

/// `awl config themes`: prints the names of all themes.
struct ConfigThemes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "Print all theme names, and problems in your own themes."
  )

  func run() throws {
    let directories = try directories()
    for problem in ThemeLoading.problems(directories) { warn(problem) }
    let names = ["default"] + ThemeLoading.names(directories)
    awl.print(names.map { safeLine($0) + "\n" }.joined(), to: STDOUT_FILENO)
  }
}

/// `awl config path`: prints the path of the configuration file.
struct ConfigPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the path of the configuration file.")

  func run() throws {
    awl.print(try safeLine(directories().configuration) + "\n", to: STDOUT_FILENO)
  }
}
