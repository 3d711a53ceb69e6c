import Glibc

/// An open file, closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Opens `name` in a folder, or at an absolute path.
  ///
  /// That a process with closed standard streams does not print its messages into the file is
  /// seen to by `prepareProcessForFiles`.
  init(
    at folder: Int32 = AT_FDCWD, _ name: String, _ flags: Int32, mode: mode_t = 0,
    _ step: FileStep, path: String
  ) throws(FileError) {
    number = try call(step, path) { openat(folder, name, flags | O_CLOEXEC, mode) }
  }

  deinit { Glibc.close(number) }

  /// Closes the file and says whether the system had anything to say against it.
  consuming func close(path: String) throws(FileError) {
    let number = number
    discard self
    // Interrupted or not, Linux has closed it; all bytes were synced before.
    guard Glibc.close(number) == 0 || errno == EINTR else {
      throw .system(.close, path: path, code: errno)
    }
  }

  /// Returns the status of the file.
  func status(path: String) throws(FileError) -> stat {
    var status = stat()
    _ = try call(.read, path) { fstat(number, &status) }
    return status
  }
}

/// Makes a system call, again if a signal interrupted it; -1 becomes an error.
@discardableResult
func call<Number: SignedInteger>(
  _ step: FileStep, _ path: String, _ body: () -> Number
) throws(FileError) -> Number {
  // A bound, so that a file system that always returns EINTR cannot hang the program.
  for _ in 0..<100 {
    let result = body()
    if result != -1 { return result }
    if errno != EINTR { break }
  }
  throw .system(step, path: path, code: errno)
}
