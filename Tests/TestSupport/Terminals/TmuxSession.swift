import Glibc

/// A terminal with a screen: a program in a tmux of its own.
///
/// Each session has its own server and socket, and ends with the value that owns it.
public final class TmuxSession {
  /// Whether tmux is there; tests carry `.enabled(if: TmuxSession.isInstalled, "needs tmux")`.
  public static let isInstalled = access(program, X_OK) == 0

  private static let program = "/usr/bin/tmux"
  private let folder: String
  private let environment: [String: String]

  /// Starts a program (a shell, if nothing is said) in a terminal of a size.
  ///
  /// The screen stays readable after the program's end.
  ///
  /// - Parameter environment: what the program gets, besides TERM, which tmux sets.
  public init(
    columns: Int, rows: Int, command: [String] = ["/bin/sh"], environment: [String: String] = [:]
  ) throws {
    let base = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PS1": "$ "]
    self.environment = base.merging(environment) { $1 }
    var template = Array("/tmp/awl-tmux-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SpawnedProcess.StartError(number: errno) }
    folder = String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // tmux runs one argument in a shell, several as they are.
    let words = command.count == 1 ? ["exec \(command[0])"] : command
    tmux(
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", ";", "set", "-g",
      "remain-on-exit", "on", ";", "set", "-g", "status", "off", ";", "set", "-s",
      "escape-time", "0", ";", "respawn-pane", "-k", arguments: words)
  }

  deinit {
    tmux("kill-server")
    unlink(folder + "/socket")
    rmdir(folder)
  }

  /// Presses keys by their tmux names: `j`, `C-d`, `Escape`, `Enter`, `PPage`.
  public func press(_ keys: String...) {
    tmux("send-keys", "--", arguments: keys)
  }

  /// Types text.
  public func type(_ text: String) {
    tmux("send-keys", "-l", "--", arguments: [text])
  }

  /// The rows of the screen, without the spaces at their ends.
  public var screen: [String] {
    let text = tmux("capture-pane", "-p")
    return text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .dropLast().map { String(Substring($0)) }
  }

  /// The rows with their colours and attributes as escape sequences.
  public var styledScreen: String { tmux("capture-pane", "-p", "-e") }

  /// Waits until some text is on the screen; false if it does not come.
  @discardableResult
  public func wait(forText text: String, timeout: Duration = patience) -> Bool {
    wait(timeout: timeout) { $0.contains { $0.contains(text) } }
  }

  /// Waits until the screen is as wanted, and then until its frame is complete; false if it does not
  /// become so.
  @discardableResult
  public func wait(timeout: Duration = patience, until isWanted: ([String]) -> Bool) -> Bool {
    let end = ContinuousClock.now + timeout
    while ContinuousClock.now < end {
      let rows = screen
      if isWanted(rows) {
        settle(after: rows)
        return true
      }
      usleep(10_000)
    }
    noteWaitInVain(timeout)
    return false
  }

  /// Waits until the screen stays as it is, for a second at most: a terminal gets a frame in pieces,
  /// and may show the first of them alone.
  private func settle(after rows: [String]) {
    var last = rows
    for _ in 0..<40 {
      usleep(25_000)
      let rows = screen
      if rows == last { return }
      last = rows
    }
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) {
    tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// A tmux variable: `alternate_on`, `cursor_flag`, `cursor_y`, `pane_dead_status`.
  public func variable(_ name: String) -> String {
    String(tmux("display", "-p", "#{\(name)}").utf8.dropLast()) ?? ""
  }

  /// Runs a command of tmux and returns what it prints.
  @discardableResult
  public func tmux(_ words: String..., arguments: [String] = []) -> String {
    let all = ["-S", folder + "/socket", "-f", "/dev/null", "-u"] + words + arguments
    let text = try? SpawnedProcess.output(of: Self.program, all, environment: environment)
    return text ?? ""
  }
}
