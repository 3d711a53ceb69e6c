import Glibc

/// A snapshot of a file: its bytes, and the data to detect whether it has changed since.
struct FileSnapshot {
  let bytes: [UInt8]
  let status: stat

  /// Reads a file of an open folder; nil if there is none.
  ///
  /// Opening does not block on a pipe, and only regular files are read.
  init?(
    of place: FileLocation, in folder: borrowing Descriptor, atMost limit: Int
  ) throws(FileError) {
    let path = place.path
    let descriptor: Descriptor
    do {
      descriptor = try Descriptor(
        at: folder.number, place.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, .read, path: path)
    } catch {
      if error == .system(.read, path: path, code: ENOENT) { return nil }
      throw error
    }
    let status = try descriptor.status(path: path)
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size <= limit else { throw .tooLarge(path: path, bytes: status.st_size) }
    bytes = try readAll(descriptor, expecting: status.st_size, atMost: limit, path)
    self.status = status
  }

  /// Returns whether a file of an open folder is still the one that was read, unchanged.
  static func isCurrent(
    _ snapshot: FileSnapshot?, _ place: FileLocation, in folder: borrowing Descriptor
  ) throws(FileError) -> Bool {
    var now = stat()
    guard fstatat(folder.number, place.name, &now, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw .system(.read, path: place.path, code: errno) }
      return snapshot == nil
    }
    guard let then = snapshot?.status else { return false }
    return now.st_dev == then.st_dev && now.st_ino == then.st_ino && now.st_size == then.st_size
      && now.st_mtim.tv_sec == then.st_mtim.tv_sec && now.st_mtim.tv_nsec == then.st_mtim.tv_nsec
  }
}

/// Refuses anything but a regular file, so that nothing is put next to a device.
func requireRegular(_ place: FileLocation, in folder: borrowing Descriptor) throws(FileError) {
  var status = stat()
  guard fstatat(folder.number, place.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: place.path) }
}

private func readAll(
  _ descriptor: borrowing Descriptor, expecting size: Int, atMost limit: Int, _ path: String
) throws(FileError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: size + 1)
  var filled = 0
  while true {
    let count = try call(.read, path) {
      bytes.withUnsafeMutableBytes { buffer in
        read(descriptor.number, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
    }
    guard count > 0 else { break }
    filled += count
    guard filled <= limit else { throw .tooLarge(path: path, bytes: filled) }
    // The file has grown since its size was read.
    if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
  }
  bytes.removeLast(bytes.count - filled)
  return bytes
}
