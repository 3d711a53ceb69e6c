import Glibc

/// A folder whose files are reached part by part, so that no link below it is ever followed.
final class FolderTree {
  private let root: CInt
  /// The manifest, open to append to it; below 0 until something is appended.
  private var journal: CInt = -1
  private static let temporary = ".awl-publish.tmp"

  /// Opens the folder, and makes it where it is not there.
  init(path: String) throws(FolderError) {
    let isMade = mkdir(path, 0o755) == 0 || errno == EEXIST
    root = isMade ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1
    guard root >= 0 else { throw .failed(path: "", code: errno) }
  }

  deinit {
    if journal >= 0 { close(journal) }
    if root >= 0 { close(root) }
  }

  /// Locks the folder until the tree goes out of use.
  func lock() throws(FolderError) {
    while flock(root, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else {
        throw errno == EWOULDBLOCK ? .locked : .failed(path: "", code: errno)
      }
    }
  }

  /// The bytes of a file; nil where there is nothing.
  ///
  /// Throws for what is no plain file.
  func read(_ path: String) throws(FolderError) -> [UInt8]? {
    guard let (folder, name) = try parent(of: path, makes: false) else { return nil }
    defer { close(folder) }
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw errno == ELOOP ? .link(path: path) : .failed(path: path, code: errno)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
    return try FolderTree.readAll(file, size: Int(status.st_size), path)
  }

  /// The bytes of a file; nil for whatever else there is or is not.
  func readIfFile(_ path: String) -> [UInt8]? {
    do throws(FolderError) {
      return try read(path)
    } catch {
      return nil
    }
  }

  /// Whether a plain file is at a path; throws where something else is.
  func holdsFile(at path: String) throws(FolderError) -> Bool {
    guard let (folder, name) = try parent(of: path, makes: false) else { return false }
    defer { close(folder) }
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return false }
      throw .failed(path: path, code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return true
    case S_IFLNK: throw .link(path: path)
    default: throw .foreign(path: path)
    }
  }

  /// Throws where something bears the name of the file that is being written.
  func requireNoTemporary() throws(FolderError) {
    var status = stat()
    if fstatat(root, FolderTree.temporary, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      throw .foreign(path: FolderTree.temporary)
    }
  }

  /// Removes what a run that was killed had begun to write.
  func removeTemporary() { _ = unlinkat(root, FolderTree.temporary, 0) }

  /// Writes a file to a temporary name in the folder and renames it.
  func write(_ path: String, _ bytes: [UInt8]) throws(FolderError) {
    guard let (folder, name) = try parent(of: path, makes: true) else {
      throw .failed(path: path, code: ENOENT)
    }
    defer { close(folder) }
    removeTemporary()
    let file = openat(root, FolderTree.temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .failed(path: path, code: errno) }
    defer { close(file) }
    do throws(FolderError) {
      try FolderTree.writeAll(file, bytes, path)
      guard renameat(root, FolderTree.temporary, folder, name) == 0 else {
        throw .failed(path: path, code: errno)
      }
    } catch {
      removeTemporary()
      throw error
    }
  }

  /// Appends to the manifest, which is made where it is not there, after cutting it to a length if
  /// one is given.
  func appendToManifest(_ bytes: [UInt8], cutTo length: Int?) throws(FolderError) {
    if journal < 0 {
      journal = openat(
        root, Manifest.name, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o644)
      guard journal >= 0 else { throw .failed(path: Manifest.name, code: errno) }
    }
    if let length, ftruncate(journal, length) != 0 {
      throw .failed(path: Manifest.name, code: errno)
    }
    try FolderTree.writeAll(journal, bytes, Manifest.name)
  }

  /// Removes a file, and the folders above it that are empty then.
  func remove(_ path: String) throws(FolderError) {
    var parts = path.split(separator: "/")
    var flags: CInt = 0
    while !parts.isEmpty {
      let current = parts.joined(separator: "/")
      guard let (folder, name) = try parent(of: current, makes: false) else { return }
      let failed = unlinkat(folder, name, flags) != 0
      let code = errno
      close(folder)
      if failed {
        guard flags == 0, code != ENOENT else { return }
        throw .failed(path: path, code: code)
      }
      flags = AT_REMOVEDIR
      parts.removeLast()
    }
  }

  static func writeAll(_ file: CInt, _ bytes: [UInt8], _ path: String) throws(FolderError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .failed(path: path, code: errno)
      }
    }
  }
}

extension FolderTree {
  /// The open folder that a file lies in, and its name there; nil where a folder is missing.
  private func parent(
    of path: String, makes: Bool
  ) throws(FolderError) -> (folder: CInt, name: String)? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), let name = parts.popLast()
    else { throw .failed(path: path, code: EINVAL) }
    var folder = fcntl(root, F_DUPFD_CLOEXEC, 0)
    guard folder >= 0 else { throw .failed(path: path, code: errno) }
    for part in parts {
      if makes, mkdirat(folder, part, 0o755) != 0, errno != EEXIST {
        let code = errno
        close(folder)
        throw .failed(path: path, code: code)
      }
      let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(folder)
      guard next >= 0 else {
        if code == ENOENT { return nil }
        throw code == ENOTDIR || code == ELOOP
          ? .foreign(path: path) : .failed(path: path, code: code)
      }
      folder = next
    }
    return (folder, name)
  }

  private static func readAll(
    _ file: CInt, size: Int, _ path: String
  ) throws(FolderError) -> [UInt8] {
    var bytes: [UInt8] = []
    var code: CInt = 0
    // One byte more than the file has: a file that grew meanwhile is not ours any more.
    bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size + 1 {
        let found = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size + 1 - count)
        if found > 0 {
          count += found
        } else if found == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw .failed(path: path, code: code) }
    return bytes
  }
}
