import Glibc

/// A queue that grants a lock in order of arrival.
///
/// `flock` is not fair: among many busy processes one could wait for seconds. Each waiter therefore
/// holds a lock on one byte of the lock file, at an offset given by its time of arrival; it is its
/// turn when nobody holds an earlier byte. These locks belong to the open file description and are
/// released however a process ends. A stopped waiter is skipped after the maximum waiting time.
/// Without such locks, as on some network file systems, there is no order; mutual exclusion is by
/// `flock` only.
struct LockQueue {
  private let descriptor: Int32
  private let start: Int
  private let timeout: Int
  /// The byte that is ours, in microseconds of the system's uptime; nil if none could be had.
  private let place: Int?

  /// Joins those who wait on an open lock file.
  ///
  /// - Parameters:
  ///   - start: when the waiting began, by `microseconds`.
  ///   - patience: for how many milliseconds one waits.
  init(_ descriptor: Int32, since start: Int, timeout: Int) {
    self.descriptor = descriptor
    self.start = start
    self.timeout = timeout * 1_000
    // Two may arrive in the same microsecond.
    place = (start..<start + 8).first { lockByte($0, of: descriptor, F_WRLCK) }
  }

  /// Whether there is no earlier waiter.
  var isOurTurn: Bool {
    guard let place else { return true }
    let first = max(0, microseconds() - timeout)
    guard first < place else { return true }
    var other = byteLock(F_WRLCK, from: first, count: place - first)
    return fcntl(descriptor, getLock, &other) != 0 || other.l_type == F_UNLCK
  }

  /// Whether the waiting time is over.
  var isOver: Bool { microseconds() - start >= timeout }

  /// Sleeps briefly, for varying times, so that waiters do not wake in lockstep.
  func pause() {
    usleep(UInt32.random(in: 1_000...3_000))
  }

  /// Lets the next waiter proceed.
  func leave() {
    if let place { _ = lockByte(place, of: descriptor, F_UNLCK) }
  }
}

/// Microseconds since the system's start, the same for all processes.
func microseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
}

/// F_OFD_GETLK and F_OFD_SETLK, which are not imported.
private let (getLock, setLock): (Int32, Int32) = (36, 37)

/// Takes or gives back one byte for an open file; false if another has it.
private func lockByte(_ place: Int, of descriptor: Int32, _ kind: Int32) -> Bool {
  var lock = byteLock(kind, from: place, count: 1)
  return fcntl(descriptor, setLock, &lock) == 0
}

private func byteLock(_ kind: Int32, from start: Int, count: Int) -> flock {
  flock(
    l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: start, l_len: count, l_pid: 0)
}
