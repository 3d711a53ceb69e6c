import ArgumentParser
import Browser
import ConfigurationFile
import Glibc
import ReaderFiles
import Settings

/// `awl config`: the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Write, check and show the configuration file.",
    discussion: """
      Every setting may be left out of config.toml. A line that is wrong is reported and never stops \
      awl: the default holds there.

      Examples:
        awl config init
        awl config check && awl config show
      """,
    subcommands: [
      ConfigInit.self, ConfigCheck.self, ConfigShow.self, ConfigThemes.self, ConfigPath.self,
    ])
}

/// `awl config init`: writes the whole file, commented, with the defaults.
struct ConfigInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write config.toml with all settings, commented out.",
    discussion:
      "A file that exists is left alone. Exit codes: 0 written, 5 it exists or cannot be written.")

  func run() throws {
    let directories = try directories()
    let path = directories.configuration
    makeFolders(to: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason =
        errno == EEXIST
        ? "it exists already: move it away first, or see awl config show"
        : String(cString: strerror(errno))
      throw Failure(.cannotWrite, "\(path) was not written: \(reason)")
    }
    defer { close(descriptor) }
    var bytes = Array(ConfigurationTemplate.text().utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let reason = String(cString: strerror(errno))
        unlink(path)
        throw Failure(.cannotWrite, "\(path) was not written: \(reason)")
      }
      bytes = bytes.dropFirst(written)
    }
    awl.print("wrote \(safeLine(path))\n", to: STDOUT_FILENO)
  }
}

/// `awl config check`: what is wrong in a configuration file.
struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a configuration file.",
    discussion: "Exit codes: 0 nothing is wrong, 4 something is, or the file cannot be read.")

  @Argument(help: "The file; config.toml of the configuration directory unless given.")
  var file: String?

  func run() throws {
    let path = try file ?? directories().configuration
    let text: String?
    do throws(LoadedConfiguration.Unreadable) {
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
    let problems = LoadedConfiguration(text, path: path).problems
    for problem in problems { awl.print(safeLine(problem) + "\n", to: STDOUT_FILENO) }
    guard problems.isEmpty else { throw ExitCode(Failure.Code.badData.rawValue) }
    awl.print("\(safeLine(path)): nothing is wrong\n", to: STDOUT_FILENO)
  }
}

/// `awl config show`: the settings in force and where each comes from.
struct ConfigShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the settings in force and where each comes from.")

  func run() throws {
    let directories = try directories()
    let loaded = LoadedConfiguration.load(directories)
    for problem in loaded.problems { warn(problem) }
    let settings = loaded.preferences.settings
    var text = ""
    for entry in SettingTable.entries {
      let line = "\(entry.name) = \(ConfigurationTemplate.toml(settings[entry.setting]))"
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

/// `awl config themes`: the names of all themes.
struct ConfigThemes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "Print the names of all themes, and what is wrong in your own."
  )

  func run() throws {
    let directories = try directories()
    for problem in ThemeLoading.problems(directories) { warn(problem) }
    let names = ["default"] + ThemeLoading.names(directories)
    awl.print(names.map { safeLine($0) + "\n" }.joined(), to: STDOUT_FILENO)
  }
}

/// `awl config path`: where the configuration file is.
struct ConfigPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print where the configuration file is.")

  func run() throws {
    awl.print(try safeLine(directories().configuration) + "\n", to: STDOUT_FILENO)
  }
}

/// Makes the folders above a path; one that cannot be made shows when the file is written.
private func makeFolders(to path: String) {
  let bytes = Array(path.utf8)
  for end in bytes.indices where end > 0 && bytes[end] == UInt8(ascii: "/") {
    mkdir(String(decoding: bytes[..<end], as: UTF8.self), 0o700)
  }
}
