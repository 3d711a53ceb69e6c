import Glibc

/// The content of a file that is named on the command line, or that the user wrote for awl.
enum FileBytes {
  /// Reads a file of bookmarks, or standard input for `-`.
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    do throws(UnreadableFile) {
      return try bytes(of: descriptor, limit: 256 << 20)
    } catch {
      throw Failure(.badData, "\(path): \(error.reason)")
    }
  }

  /// Reads all of a descriptor, and closes it unless it is standard input; takes the result of
  /// `open`.
  static func bytes(of descriptor: Int32, limit: Int) throws(UnreadableFile) -> [UInt8] {
    guard descriptor >= 0 else { throw UnreadableFile(code: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw UnreadableFile(code: errno) }
      if count == 0 { return bytes }
      bytes += part[..<count]
      guard bytes.count <= limit else {
        throw UnreadableFile(reason: "it is larger than awl takes: \(limit >> 20) MB")
      }
    }
  }
}

/// Why a file cannot be read.
struct UnreadableFile: Error {
  /// The system's error number; 0 for a file that awl rejects.
  let code: Int32
  let reason: String

  init(code: Int32) {
    self.code = code
    reason = String(cString: strerror(code))
  }

  init(reason: String) {
    code = 0
    self.reason = reason
  }
}
