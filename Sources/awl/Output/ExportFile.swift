import Glibc

/// A file that is written for other programs: whole or not at all, and over another one only on
/// request.
struct ExportFile {
  let path: String
  let replaces: Bool

  /// Writes the content beside the file and then gives it the file's name.
  func write(_ bytes: [UInt8]) throws {
    if !replaces, access(path, F_OK) == 0 {
      throw Failure(.cannotWrite, "\(path) exists already: --force replaces it")
    }
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure }
    do {
      defer { close(descriptor) }
      try write(bytes, to: descriptor)
      // An existing name is not replaced even if it came into being just now.
      let isInPlace =
        replaces ? rename(temporary, path) == 0 : link(temporary, path) == 0
      guard isInPlace else { throw failure }
    } catch {
      unlink(temporary)
      throw error
    }
    if !replaces { unlink(temporary) }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw failure }
  }

  private var failure: Failure {
    Failure(.cannotWrite, "\(path): \(String(cString: strerror(errno)))")
  }
}

/// Makes a folder and those above it, for their owner alone; one that cannot be made shows when
/// something is written there.
func makeFolder(_ path: String) {
  var built = ""
  for part in path.split(separator: "/") {
    built += "/" + part
    mkdir(built, 0o700)
  }
}
