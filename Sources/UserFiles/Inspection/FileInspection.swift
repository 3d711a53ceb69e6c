import Glibc

/// Information on a file or folder, gathered without changing anything.
public struct FileInspection: Equatable, Sendable {
  /// The kind of file.
  public enum Kind: Equatable, Sendable {
    case missing
    case file(bytes: Int)
    case folder
    case other
    /// It cannot be looked at, for this reason.
    case unknown(String)
  }

  /// The path that was given.
  public let path: String
  /// The kind of file once links are followed.
  public let kind: Kind
  /// Whether it may be read and, if it is there, written by this process.
  public let isAccessible: Bool
  /// The owner, if that is not the user of this process.
  public let otherOwner: UInt32?
  /// Whether all users may change it.
  public let isWritableByOthers: Bool

  /// Examines the file at a path.
  public init(path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      kind = code == ENOENT ? .missing : .unknown(String(cString: strerror(code)))
      (isAccessible, otherOwner, isWritableByOthers) = (false, nil, false)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file(bytes: Int(status.st_size))
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    // A folder's files are found by searching it.
    let wanted = R_OK | W_OK | (kind == .folder ? X_OK : 0)
    isAccessible = access(path, wanted) == 0
    otherOwner = status.st_uid == geteuid() ? nil : status.st_uid
    // A group is often the user's own, as with umask 002.
    isWritableByOthers = status.st_mode & 0o002 != 0
  }
}

extension FileInspection {
  /// Returns the bytes that this user may still write to the file system of a path, or of the
  /// nearest folder above it that exists; nil if that cannot be found out.
  public static func freeBytes(at path: String) -> Int? {
    var place = path
    var space = statvfs()
    while statvfs(place, &space) != 0 {
      guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")), place.utf8.count > 1 else {
        return nil
      }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    return Int(
      clamping: space.f_bavail.multipliedReportingOverflow(by: space.f_frsize).partialValue)
  }
}
