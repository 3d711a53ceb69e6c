import Glibc

/// A folder whose files are opened component by component, so that no link below it is ever
/// followed.
///
/// The folders on the way to the last file stay open, because files are accessed in the order of
/// their paths: few system calls are needed besides those for the file itself. A tree belongs to
/// one thread.
final class FolderTree {
  /// The folder itself; negative if it does not exist and nothing is written.
  private let root: CInt
  /// The folders that are open, from the outermost on.
  private var open: [(name: String, file: CInt)] = []
  /// The read buffer for files.
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 8)
  private let temporary: String

  /// The names under which files are being written, one for each thread.
  static let temporaries = [".awl-publish.tmp"] + (1..<4).map { ".awl-publish.tmp\($0)" }

  /// Opens the folder, and creates it if it does not exist, unless nothing is to be written.
  init(path: String, makes: Bool) throws(FolderError) {
    temporary = FolderTree.temporaries[0]
    if makes, retrying({ mkdir(path, 0o755) }) != 0, errno != EEXIST {
      throw .failed(path: "", code: errno)
    }
    root = retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard root >= 0 || !makes && errno == ENOENT else { throw .failed(path: "", code: errno) }
  }

  /// Creates the same folder for another thread.
  ///
  /// - Parameter number: which of the names for files that are being written is the thread's.
  init(sharing other: FolderTree, number: Int) throws(FolderError) {
    temporary = FolderTree.temporaries[number]
    root = other.root < 0 ? -1 : fcntl(other.root, F_DUPFD_CLOEXEC, 0)
    guard root >= 0 || other.root < 0 else { throw .failed(path: "", code: errno) }
  }

  deinit {
    closeFolders(below: 0)
    buffer.deallocate()
    if root >= 0 { close(root) }
  }

  /// Locks the folder until the tree is released; throws `.locked` if another has it for two
  /// seconds.
  func lock() throws(FolderError) {
    guard root >= 0 else { return }
    // A program that is being started holds the open files of its parent until it runs.
    for _ in 0..<200 {
      if retrying({ flock(root, LOCK_EX | LOCK_NB) }) == 0 { return }
      guard errno == EWOULDBLOCK else { throw .failed(path: "", code: errno) }
      usleep(10_000)
    }
    throw .locked
  }

  /// Returns whether a plain file is at a path; throws if something else is.
  func holdsFile(at path: String) throws(FolderError) -> Bool {
    guard let (folder, name) = try parent(of: path, makes: false) else { return false }
    var status = stat()
    guard retrying({ fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      if errno == ENOENT { return false }
      throw .failed(path: path, code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return true
    case S_IFLNK: throw .link(path: path)
    default: throw .foreign(path: path)
    }
  }

  /// Throws if something has the name of a temporary file.
  func requireNoTemporary() throws(FolderError) {
    var status = stat()
    for name in FolderTree.temporaries
    where root >= 0 && fstatat(root, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      throw .foreign(path: name)
    }
  }

  /// Removes the temporary files of killed runs.
  func removeTemporaries() {
    for name in FolderTree.temporaries { unlinkat(root, name, 0) }
  }

  /// Writes a file to a temporary name in the folder and renames it.
  func write(_ path: String, _ bytes: [UInt8]) throws(FolderError) {
    guard let (folder, name) = try parent(of: path, makes: true) else {
      throw .failed(path: path, code: ENOENT)
    }
    let file = try openTemporary(for: path)
    defer { close(file) }
    do throws(FolderError) {
      try FolderTree.writeAll(file, bytes, path)
      guard retrying({ renameat(root, temporary, folder, name) }) == 0 else {
        throw .failed(path: path, code: errno)
      }
    } catch {
      unlinkat(root, temporary, 0)
      throw error
    }
  }

  private func openTemporary(for path: String) throws(FolderError) -> CInt {
    for _ in 0..<2 {
      let file = retrying {
        openat(root, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      }
      if file >= 0 { return file }
      // A killed run has left it.
      guard errno == EEXIST else { break }
      unlinkat(root, temporary, 0)
    }
    throw .failed(path: path, code: errno)
  }

  /// Opens the manifest for appending; creates it if missing.
  func openManifest() throws(FolderError) -> CInt {
    let file = retrying {
      openat(root, Manifest.name, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    guard file >= 0 else { throw .failed(path: Manifest.name, code: errno) }
    return file
  }

  /// Removes a file, and its parent folders if they become empty.
  func remove(_ path: String) throws(FolderError) {
    var parts = path.split(separator: "/")
    var flags: CInt = 0
    while !parts.isEmpty {
      let current = parts.joined(separator: "/")
      guard let (folder, name) = try parent(of: current, makes: false) else { return }
      if retrying({ unlinkat(folder, name, flags) }) != 0 {
        guard flags == 0, errno != ENOENT else { return }
        throw .failed(path: path, code: errno)
      }
      flags = AT_REMOVEDIR
      parts.removeLast()
    }
  }

  static func writeAll(_ file: CInt, _ bytes: [UInt8], _ path: String) throws(FolderError) {
    var code: CInt = 0
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count, code == 0 {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        let count = retrying { Glibc.write(file, rest.baseAddress, rest.count) }
        if count > 0 { start += count } else { code = errno }
      }
    }
    if code != 0 { throw .failed(path: path, code: code) }
  }
}

extension FolderTree {
  /// Calls back with the bytes of a file, which are valid until the next call; nil if there is
  /// nothing.
  ///
  /// Throws if it is not a regular file.
  func withBytes<Result>(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(FolderError) -> Result? {
    guard let (folder, name) = try parent(of: path, makes: false) else { return nil }
    let file = retrying {
      openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw errno == ELOOP ? .link(path: path) : .failed(path: path, code: errno)
    }
    defer { close(file) }
    var status = stat()
    guard retrying({ fstat(file, &status) }) == 0 else { throw .failed(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
    // One byte more than the file's size: a file that grew in between is not ours any more.
    let count = try readAll(file, size: Int(status.st_size) + 1, path)
    return body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
  }

  /// Returns the size and hash of a file; nil for anything else.
  func version(of path: String) -> Manifest.Version? {
    do throws(FolderError) {
      return try withBytes(of: path) { Manifest.Version(of: $0) }
    } catch {
      return nil
    }
  }

  /// Fills the buffer from a file with at most `size` bytes, and returns how many there were.
  private func readAll(_ file: CInt, size: Int, _ path: String) throws(FolderError) -> Int {
    if buffer.count < size {
      buffer.deallocate()
      buffer = .allocate(byteCount: size + size / 2, alignment: 8)
    }
    var count = 0
    while count < size {
      let found = retrying {
        Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
      }
      guard found >= 0 else { throw .failed(path: path, code: errno) }
      if found == 0 { break }
      count += found
    }
    return count
  }

  /// Returns the open folder of a file, which the tree still owns, and the file's name there; nil
  /// if a folder is missing.
  private func parent(
    of path: String, makes: Bool
  ) throws(FolderError) -> (folder: CInt, name: String)? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), let name = parts.popLast()
    else { throw .failed(path: path, code: EINVAL) }
    guard root >= 0 else { return nil }
    let shared = zip(parts, open).prefix { $0.utf8.elementsEqual($1.name.utf8) }.count
    closeFolders(below: shared)
    for part in parts[shared...] {
      let part = String(part)
      guard let folder = try child(part, of: path, makes: makes) else { return nil }
      open.append((part, folder))
    }
    return (open.last?.file ?? root, String(name))
  }

  /// Opens a folder in the innermost one that is open.
  private func child(
    _ name: String, of path: String, makes: Bool
  ) throws(FolderError) -> CInt? {
    let folder = open.last?.file ?? root
    var isMade = false
    while true {
      let child = retrying {
        openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      }
      if child >= 0 { return child }
      switch errno {
      case ENOENT:
        guard makes, !isMade else { return nil }
        isMade = true
        guard retrying({ mkdirat(folder, name, 0o755) }) == 0 || errno == EEXIST else {
          throw .failed(path: path, code: errno)
        }
      case ENOTDIR, ELOOP: throw .foreign(path: path)
      default: throw .failed(path: path, code: errno)
      }
    }
  }

  private func closeFolders(below count: Int) {
    while open.count > count, let (_, folder) = open.popLast() { close(folder) }
  }
}

/// Repeats a system call while signals interrupt it, as on some file systems.
func retrying<Number: SignedInteger>(_ call: () -> Number) -> Number {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
