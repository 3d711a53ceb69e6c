import Glibc

/// A file for other programs: written completely or not at all, and overwritten only on request.
struct ExportFile {
  let path: String
  let replaces: Bool

  /// Writes the content to a temporary file and then renames it.
  func write(_ bytes: [UInt8]) throws {
    if !replaces, access(path, F_OK) == 0 {
      throw Failure(.cannotWrite, "\(path) already exists: --force replaces it")
    }
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure }
    do {
      defer { close(descriptor) }
      guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else { throw failure }
      // An existing file is not replaced even if it was created just now.
      let isInPlace =
        replaces ? rename(temporary, path) == 0 : link(temporary, path) == 0
      guard isInPlace else { throw failure }
    } catch {
      unlink(temporary)
      throw error
    }
    if !replaces { unlink(temporary) }
  }

  private var failure: Failure {
    Failure(.cannotWrite, "\(path): \(String(cString: strerror(errno)))")
  }
}

/// Creates a folder and its parents, private to the user; a failure shows when something is written
/// there.
func makeFolder(_ path: String) {
  var built = ""
  for part in path.split(separator: "/") {
    built += "/" + part
    mkdir(built, 0o700)
  }
}
