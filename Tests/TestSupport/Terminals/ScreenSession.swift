import Glibc

/// A program in GNU screen, which has a terminal of tmux's around it.
///
/// Each session has its own folder of sockets, and ends with the value that owns it.
public final class ScreenSession {
  /// Whether screen is there; tests carry `.enabled(if: ScreenSession.isInstalled, "needs screen")`.
  public static let isInstalled = systemProgram("screen") != nil && TmuxSession.isInstalled

  /// The terminal around it.
  public let outer: TmuxSession
  private let height: Int
  private let folder: TemporaryFolder
  private let environment: [String: String]

  /// Starts a program in a window of a size.
  ///
  /// - Parameters:
  ///   - lines: what screen is configured with.
  ///   - environment: what the program gets, besides TERM and STY, which screen sets.
  public init(
    columns: Int, rows: Int, lines: [String] = [], command: [String],
    environment: [String: String]
  ) throws {
    height = rows
    folder = try TemporaryFolder()
    let configuration = folder("screenrc")
    try put(
      (["startup_message off", "defutf8 on"] + lines).map { $0 + "\n" }.joined().utf8,
      into: configuration, mode: 0o600)
    self.environment = environment.merging(["SCREENDIR": folder.path]) { $1 }
    outer = try TmuxSession(
      columns: columns, rows: rows,
      command: ["/usr/bin/screen", "-U", "-S", "awl", "-c", configuration] + command,
      environment: self.environment)
  }

  deinit { control("quit") }

  /// The rows of the window as screen has them, without the spaces at their ends.
  public var rows: [String] {
    let path = folder("hardcopy")
    unlink(path)
    control("hardcopy", path)
    // It is written in pieces, and not at all while screen is starting.
    for _ in 0..<200 where contents(path)?.count(where: { $0 == 10 }) != height { usleep(5_000) }
    return text(path).utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast()
      .map { row in
        String(decoding: row.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
      }
  }

  /// Waits until some text is in the window; false if it does not come.
  public func wait(forText text: String) -> Bool {
    let timeout = patience
    let end = ContinuousClock.now + timeout
    var last: [String] = []
    while ContinuousClock.now < end {
      let rows = rows
      // The first piece of a frame may have the text.
      if rows == last, rows.contains(where: { $0.contains(text) }) { return true }
      last = rows
      usleep(50_000)
    }
    noteWaitInVain(timeout)
    return false
  }

  private func control(_ words: String...) {
    let process = try? SpawnedProcess(
      "/usr/bin/screen", ["-S", "awl", "-X"] + words,
      environment: environment.merging(["PATH": "/usr/bin:/bin"]) { old, _ in old },
      streams: .files(output: "/dev/null", errors: "/dev/null"))
    var status: Int32 = 0
    if let process { waitpid(process.id, &status, 0) }
  }
}
