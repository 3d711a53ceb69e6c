import Glibc

/// Reading a page's file.
public enum PageBytes {
  /// The largest file that is read; the page parser refuses more than 16 MiB.
  private static let limit = 17 << 20

  /// Returns the bytes of a file; of one longer than any page, enough for refusing it.
  ///
  /// Throws for a pipe or a device, whose other end could keep a sync waiting; see `readWaiting`.
  public static func read(_ path: String) throws(LibraryError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    return try read(descriptor, expecting: Int(status.st_size), path: path)
  }

  /// Returns the bytes of a file given to a command, or of a pipe, a FIFO or a socket, waiting for
  /// its other end without a timeout.
  public static func readWaiting(_ path: String) throws(LibraryError) -> [UInt8] {
    let descriptor = openWaiting(path)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    return try read(descriptor, path: path)
  }

  private static func openWaiting(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // A socket cannot be opened by a path, neither a descriptor's nor its own.
    guard descriptor < 0, errno == ENXIO else { return descriptor }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.utf8.starts(with: folder.utf8) {
      let name = String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
      if let number = Int32(name) {
        return fcntl(number, F_DUPFD_CLOEXEC, 3)
      }
    }
    if path.utf8.elementsEqual("/dev/stdin".utf8) { return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) }
    return connectedSocket(path)
  }

  private static func connectedSocket(_ path: String) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isShort = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard path.utf8.count < room.count else { return false }
      room.copyBytes(from: path.utf8)
      return true
    }
    guard isShort else {
      errno = ENAMETOOLONG
      return -1
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
    }
    guard descriptor >= 0, !isConnected else { return descriptor }
    let code = errno
    close(descriptor)
    errno = code
    return -1
  }

  /// Returns all bytes to the end of an open file or pipe, which stays open.
  public static func read(
    _ descriptor: Int32, expecting size: Int = 0, path: String
  ) throws(LibraryError) -> [UInt8] {
    // One byte more, so that the end of the file is seen without growing the array.
    var bytes = [UInt8](repeating: 0, count: min(max(size, 4_096), limit) + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0 {
        let code = errno
        if code == EAGAIN {
          // Whoever opened it wants no read to wait, but we do.
          var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          poll(&source, 1, -1)
        } else if code != EINTR {
          throw .unreadable(path: path, code: code)
        }
        continue
      }
      guard count > 0, filled + count <= limit else {
        filled += count
        break
      }
      filled += count
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
