import Glibc

/// Identifies a version of a file that is only ever replaced as a whole.
struct FileStamp: Equatable, Sendable {
  private let device: UInt
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int

  /// Creates the stamp of the file at a path; nil if there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
