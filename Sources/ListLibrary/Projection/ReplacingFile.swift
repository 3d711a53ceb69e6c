import Glibc
import ListModel

/// A new file that takes another's place when it is complete.
struct ReplacingFile: ~Copyable {
  /// Writes to the file; valid while that exists.
  let contents: FileContents
  private let temporary: String

  /// Lets `fill` write a new file, and renames it to `path`; it goes again if anything fails.
  ///
  /// Of two processes only the one that has the library's lock may call it.
  static func replace(
    _ path: String, _ fill: (FileContents) throws(LibraryError) -> Void
  ) throws(LibraryError) {
    let file = try ReplacingFile(path)
    try fill(file.contents)
    guard rename(file.temporary, path) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  private init(_ path: String) throws(LibraryError) {
    // One name: what a killed process has left is taken away by the next.
    let temporary = path + ".new"
    unlink(temporary)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = open(temporary, flags, 0o600)
    guard opened >= 0 else { throw .unwritable(path: temporary, code: errno) }
    contents = FileContents(descriptor: opened, path: path)
    self.temporary = temporary
  }

  deinit {
    close(contents.descriptor)
    // After the rename there is nothing by this name.
    unlink(temporary)
  }
}

/// The content of an open file, written by offsets.
struct FileContents: Sendable {
  let descriptor: Int32
  /// The file's name in messages.
  let path: String

  /// Writes bytes at an offset.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(LibraryError) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
        offset + written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, code: count < 0 ? errno : ENOSPC) }
      written += count
    }
  }

  /// Writes bytes at an offset.
  func write(_ bytes: [UInt8], at offset: Int) throws(LibraryError) {
    var failure: LibraryError?
    bytes.withUnsafeBytes { bytes in
      do throws(LibraryError) { try write(bytes, at: offset) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// The content so far, mapped; the file may grow after it.
  func map() throws(LibraryError) -> CatalogImage {
    guard let image = CatalogImage(mapping: descriptor) else {
      throw .unreadable(path: path, code: errno)
    }
    return image
  }
}
