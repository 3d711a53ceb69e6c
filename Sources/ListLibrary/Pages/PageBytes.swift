import Glibc

/// Reading a page's file.
public enum PageBytes {
  /// The largest file that is read; the reader of pages refuses what is above 16 MiB.
  private static let limit = 17 << 20

  /// The bytes of a file; of one that is longer than any page, so many that it will be refused.
  ///
  /// Opening does not wait for a pipe's other end.
  public static func read(_ path: String) throws(LibraryError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    return try read(descriptor, expecting: Int(status.st_size), path: path)
  }

  /// All bytes to the end of an open file or pipe, which stays open.
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
        guard errno == EINTR else { throw .unreadable(path: path, code: errno) }
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
