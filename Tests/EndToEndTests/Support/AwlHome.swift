import Glibc
import TestSupport

/// A reader's home folder, and the built `awl` in it.
final class AwlHome {
  /// The folder that HOME names.
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The built program.
  static var program: String { BuiltProduct.path("awl") }

  /// The default environment of programs.
  var environment: [String: String] {
    [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ]
  }

  /// The lines of the bookmarks file, the header first.
  var bookmarkLines: [String] {
    text(folder(".local/share/awl/bookmarks.jsonl")).utf8.split(separator: 10)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file into the home and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try put(text.utf8, into: folder(name))
    return folder(name)
  }

  /// Writes a program into the home and returns its path.
  func program(_ name: String, _ text: String) throws -> String {
    try putProgram(text.utf8, into: folder(name))
    return folder(name)
  }

  /// Writes the user's config.toml.
  func configure(_ text: String) throws {
    mkdir(folder(".config"), 0o700)
    mkdir(folder(".config/awl"), 0o700)
    _ = try file(".config/awl/config.toml", text)
  }

  /// Returns the screen in a real terminal, once it is complete; then the exit status.
  ///
  /// - Parameter shown: a text that marks the screen as complete.
  func screen(
    columns: Int = 120, rows: Int = 40, _ arguments: [String] = [],
    environment: [String: String] = [:], shown: String = "84/84"
  ) throws -> TmuxSession {
    let variables = self.environment.merging(environment) { $1 }
    let session = try TmuxSession(
      columns: columns, rows: rows,
      command: ["/bin/sh", "-c", #""$@"; echo "status $?"; exec cat"#, "sh", Self.program]
        + arguments,
      environment: variables)
    guard session.wait(forText: shown) else {
      throw TestFailure("no \(shown) in \(session.screen.joined(separator: "\n"))")
    }
    return session
  }

  /// A terminal without a screen in which a shell runs a line, `$awl` standing for the program.
  func terminal(
    _ line: String = "exec $awl", environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    let variables = self.environment.merging(environment) { $1 }.merging(["awl": Self.program]) {
      $1
    }
    try terminal.start("/bin/sh", ["-c", line], environment: variables)
    return terminal
  }

  /// Returns the output of a shell command without a terminal, and its exit status.
  func output(_ line: String, environment: [String: String] = [:]) throws -> String {
    let variables = self.environment.merging(environment) { $1 }.merging(["awl": Self.program]) {
      $1
    }
    return try SpawnedProcess.output(
      of: "/usr/bin/setsid", ["-w", "/bin/sh", "-c", line + "\necho \"status $?\""],
      environment: variables)
  }
}
