import Glibc

/// Whether the lock of one of awl's files is held.
public enum LockInspection: Equatable, Sendable {
  case free
  /// By a process, as it signed: `process 12 on host`; nil if it did not.
  case held(by: String?)

  /// Looks at the lock of a file that `DurableFile` writes.
  public static func ofFile(at path: String) -> LockInspection {
    guard let place = try? FileLocation(path) else { return .free }
    return ofLock(at: place.folder + "/.\(place.name).lock")
  }

  /// Looks at a lock file.
  ///
  /// A lock that is given back within 200 ms counts as free, since every save
  /// holds one for a moment.
  public static func ofLock(at path: String) -> LockInspection {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return .free }
    defer { close(descriptor) }
    for _ in 0..<20 {
      // A shared lock is granted only while nobody changes the file; closing releases it.
      if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return .free }
      guard errno == EWOULDBLOCK else { return .free }
      usleep(10_000)
    }
    return .held(by: holder(ofLock: descriptor))
  }
}
