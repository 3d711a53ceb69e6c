import Glibc

/// The content of a file that is named on the command line.
enum FileBytes {
  /// A larger file is none of bookmarks.
  private static let sizeLimit = 256 << 20

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      throw Failure(.badData, "\(path): \(String(cString: strerror(errno)))")
    }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(.badData, "\(path): \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += part[..<count]
      guard bytes.count <= sizeLimit else {
        throw Failure(.badData, "\(path): larger than any file of bookmarks")
      }
    }
  }
}
