import Glibc
import TestSupport

/// A save of one of the user's files by `file-writer` under strace, which can kill it at any system
/// call or make the call fail.
struct TracedSave {
  /// One system call of a save: its name, and which of that name it is since the start.
  struct Call: CustomStringConvertible, Sendable {
    let name: String
    let ordinal: Int
    var description: String { "\(name) \(ordinal)" }
  }

  /// Why there is no tracing here; nil if there is.
  static let obstacle: String? = {
    guard let strace = systemProgram("strace") else { return "strace is not installed" }
    guard let probe = try? ChildProcess(strace, ["-o", "/dev/null", "/bin/true"]),
      probe.wait() == 0
    else { return "strace may not trace here" }
    return nil
  }()

  let folder: TemporaryFolder
  let file: SavedFile
  /// The content of the file before each save.
  let before: [UInt8]
  var path: String { folder(file.name) }

  init(_ file: SavedFile, before: [UInt8]) throws {
    folder = try TemporaryFolder()
    self.file = file
    self.before = before
  }

  /// Puts the folder as it was before any save.
  func reset() throws {
    for name in folder.names() { unlink(folder(name)) }
    try put(before, into: path)
  }

  /// Saves with a fault injected, once or from then on, and gives what the writer said and how it
  /// ended.
  func save(
    _ call: Call? = nil, _ fault: String = "", isLasting: Bool = false
  ) throws -> (said: String, status: Int32) {
    let more = isLasting ? "+" : ""
    let injection =
      call.map { ["-e", "inject=\($0.name):\(fault):when=\($0.ordinal)\(more)"] } ?? []
    let process = try ChildProcess(
      systemProgram("strace") ?? "",
      ["-o", folder("trace")] + injection + [
        BuiltProduct.path("file-writer"), path, "new", "1",
      ])
    let status = process.wait()
    return (process.output, status)
  }

  /// The system calls on files and folders that a save makes, by tracing one.
  func calls() throws -> [Call] {
    try reset()
    _ = try save()
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    var isSave = false
    for line in text(folder("trace")).split(separator: "\n") {
      let name = String(line.prefix { $0 != "(" })
      counts[name, default: 0] += 1
      if line.contains("/end-of-save") { isSave = false }
      if isSave, !Self.harmless.contains(name) {
        calls.append(Call(name: name, ordinal: counts[name] ?? 1))
      }
      if line.contains("/begin-of-save") { isSave = true }
    }
    return calls
  }

  /// What has to do with memory and random numbers, not with files; Swift cannot continue without.
  private static let harmless = ["brk", "mmap", "munmap", "getpid", "getrandom", "gettid", "uname"]
}
