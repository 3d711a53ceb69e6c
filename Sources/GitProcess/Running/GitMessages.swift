/// Reads git's standard error: progress is reported at once, the rest is stored up to a limit.
struct GitMessages {
  /// More than git has ever to say; a server may say as much as it likes.
  private static let limit = 64 << 10
  private static let lineLimit = 4 << 10

  private var line: [UInt8] = []
  private var kept: [UInt8] = []
  private var last: GitProgress?

  /// Takes a piece of the output; calls back for each step of progress.
  mutating func add(_ bytes: UnsafeRawBufferPointer, progress: (GitProgress) -> Void) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        endLine(progress: progress)
      } else if line.count < GitMessages.lineLimit {
        line.append(byte)
      }
    }
  }

  /// Returns all lines that are neither progress nor from the server's side channel.
  mutating func finish() -> [UInt8] {
    endLine { _ in }
    return kept
  }

  private mutating func endLine(progress: (GitProgress) -> Void) {
    defer { line.removeAll(keepingCapacity: true) }
    guard !line.isEmpty else { return }
    if let step = GitProgress(line: line) {
      if step != last { progress(step) }
      last = step
    } else if !line.starts(with: "remote:".utf8), kept.count < GitMessages.limit {
      kept += line + [UInt8(ascii: "\n")]
    }
  }
}
