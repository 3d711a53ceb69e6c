import Glibc

/// An exclusive lock on a file, held until it goes out of scope.
///
/// It uses `flock` on a separate file, which is never deleted: a lock on the file itself would be
/// lost with each replacement, and `fcntl` locks are released by any close of the file. Waiters get
/// it in order of arrival (`LockQueue`).
struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Waits for the lock of a file in an open folder, for at most `patience` milliseconds.
  init(
    of place: FileLocation, in folder: borrowing Descriptor, timeout: Int
  ) throws(FileError) {
    let name = ".\(place.name).lock"
    let start = microseconds()
    while true {
      let descriptor = try Descriptor(
        at: folder.number, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: 0o600,
        .lock, path: place.path)
      try take(descriptor, LockQueue(descriptor.number, since: start, timeout: timeout), place)
      // If the lock file was deleted, nobody else sees this lock.
      if try isCurrent(descriptor, name, in: folder, place) {
        sign(descriptor)
        self.descriptor = descriptor
        return
      }
    }
  }
}

private func take(
  _ descriptor: borrowing Descriptor, _ queue: LockQueue, _ place: FileLocation
) throws(FileError) {
  defer { queue.leave() }
  while true {
    // Looked at first: when our time is over, so is that of a stopped waiter before us.
    let isOver = queue.isOver
    if queue.isOurTurn {
      if flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .system(.lock, path: place.path, code: errno)
      }
    }
    guard !isOver else {
      throw .locked(path: place.path, holder: holder(ofLock: descriptor.number))
    }
    queue.pause()
  }
}

private func isCurrent(
  _ descriptor: borrowing Descriptor, _ name: String, in folder: borrowing Descriptor,
  _ place: FileLocation
) throws(FileError) -> Bool {
  let held = try descriptor.status(path: place.path)
  var named = stat()
  guard fstatat(folder.number, name, &named, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
  return held.st_ino == named.st_ino && held.st_dev == named.st_dev
}

/// Records the holder in the lock file, for messages to waiters; nothing depends on it.
private func sign(_ descriptor: borrowing Descriptor) {
  var host = [CChar](repeating: 0, count: 65)
  gethostname(&host, host.count - 1)
  let name = host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  let text = Array("process \(getpid()) on \(String(decoding: name, as: UTF8.self))\n".utf8)
  // A umask may have removed all permissions of the new file.
  fchmod(descriptor.number, 0o600)
  if ftruncate(descriptor.number, 0) == 0 { _ = pwrite(descriptor.number, text, text.count, 0) }
}

func holder(ofLock descriptor: Int32) -> String? {
  var text = [UInt8](repeating: 0, count: 200)
  let count = pread(descriptor, &text, text.count, 0)
  let line = text.prefix(max(0, count)).prefix { $0 >= 0x20 && $0 < 0x7F }
  return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
}
