import TestSupport

/// The screen of a terminal by the emulator of Tests/Tools/terminal-screen.
enum Emulator {
  static let isInstalled: Bool = {
    guard let python = systemProgram("python3"),
      let process = try? ChildProcess(python, ["-c", "import pyte"])
    else { return false }
    return process.wait() == 0
  }()

  /// The rows that a terminal shows after some output.
  ///
  /// - Parameter hasStyles: whether the rows are followed by as many lines about their styles.
  static func rows(
    of bytes: [UInt8], columns: Int, rows: Int, ambiguous: Int = 1, hasStyles: Bool = false
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try put(bytes, into: folder("bytes"), mode: 0o600)
    let tool = projectFile("Tests/Tools/terminal-screen")
    let option = hasStyles ? "--styles" : ""
    let process = try ChildProcess(
      "/bin/sh",
      [
        "-c", "/usr/bin/python3 \"$0\" \(columns) \(rows) \(ambiguous) \(option) < \"$1\"", tool,
        folder("bytes"),
      ])
    guard process.wait() == 0 else { throw TestFailure(process.errors) }
    return process.output.utf8.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}
