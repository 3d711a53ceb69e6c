import Glibc
import ListModel

/// A new file that takes another's place when it is complete.
struct ReplacementFile: ~Copyable {
  /// Writes to the file; valid while that exists.
  let contents: FileContents
  /// The path of the new file until it takes the other's place.
  let temporary: String
  private let path: String

  /// Lets `fill` write a new file, and renames it to `path`; removes it on failure.
  ///
  /// Only a process that holds the library's lock may call it.
  static func replace(
    _ path: String, _ fill: (FileContents) throws(LibraryError) -> Void
  ) throws(LibraryError) {
    let file = try ReplacementFile(path)
    try fill(file.contents)
    try file.takePlace()
  }

  /// Creates an empty file beside `path`, which vanishes unless it takes that place.
  ///
  /// Only for a process that holds the library's lock.
  init(_ path: String) throws(LibraryError) {
    self.path = path
    // A fixed name: the leftover of a killed process is removed by the next one.
    temporary = Self.temporary(for: path)
    contents = try FileContents(creating: temporary, named: path)
  }

  /// Deletes the new file that a killed process has left, which need not be made again.
  static func removeLeftover(of path: String) { unlink(temporary(for: path)) }

  private static func temporary(for path: String) -> String { path + ".new" }

  /// Renames the file to the path whose place it takes.
  func takePlace() throws(LibraryError) {
    guard rename(temporary, path) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  deinit {
    close(contents.descriptor)
    // After the rename there is no file of this name.
    unlink(temporary)
  }
}

/// A file without a name, which vanishes once it is no longer used.
struct ScratchFile: ~Copyable {
  /// Writes to the file; valid as long as the file exists.
  let contents: FileContents

  /// Makes one in the folder of another file.
  init(beside path: String) throws(LibraryError) {
    let name = path + ".scratch"
    contents = try FileContents(creating: name, named: path)
    unlink(name)
  }

  deinit { close(contents.descriptor) }
}

/// The content of an open file, written by offsets.
struct FileContents: Sendable {
  let descriptor: Int32
  /// The file's name in messages.
  let path: String

  /// Creates a new file at a path, replacing any that is there.
  fileprivate init(creating file: String, named path: String) throws(LibraryError) {
    unlink(file)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(file, flags, 0o600)
    self.path = path
    guard descriptor >= 0 else { throw .unwritable(path: file, code: errno) }
  }

  /// Writes bytes at an offset, at most this many at a time.
  func write(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, inPartsOf most: Int = .max
  ) throws(LibraryError) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, min(most, bytes.count - written),
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

  /// Cuts off what was written beyond an offset.
  func shorten(to count: Int) throws(LibraryError) {
    guard ftruncate(descriptor, count) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  /// Waits until everything written is on the disk.
  func sync() throws(LibraryError) {
    guard fsync(descriptor) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  /// Returns the content so far, mapped; the file may grow after it.
  func map() throws(LibraryError) -> CatalogImage {
    guard let image = CatalogImage(mapping: descriptor, inHugePages: false) else {
      throw .unreadable(path: path, code: errno)
    }
    return image
  }
}
