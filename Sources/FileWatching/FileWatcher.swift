internal import Glibc

/// Reports changes to files by any program: replacing, writing, creating or deleting.
///
/// Folders are watched, not files, since most programs replace a file by renaming a new one over
/// it; for a symbolic link, also the folder of its target. A thread sleeps until something happens
/// in those folders, and nothing else wakes it (inotify(7)). Changes that other machines make to a
/// network file system are not seen.
package final class FileWatcher: Sendable {
  /// The end of a pipe: the thread ends when it is closed.
  private let stop: Int32

  /// Watches files by their absolute paths; they and their folders need not exist.
  ///
  /// - Parameter report: called on another thread with the paths of files that may have changed.
  /// - Throws: `WatchError` if the system has no more watches; then nothing is watched.
  package init(
    _ paths: [String], report: @escaping @Sendable (Set<String>) -> Void
  ) throws(WatchError) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw WatchError(code: errno) }
    var ends: [Int32] = [-1, -1]
    var watches = WatchedFolders(paths, descriptor: descriptor)
    do throws(WatchError) {
      try watches.update()
      guard pipe(&ends) == 0 else { throw WatchError(code: errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      try WatchThread(watches: watches, descriptor: descriptor, stop: ends[0], report: report)
        .start()
    } catch {
      for open in [descriptor] + ends where open >= 0 { close(open) }
      throw error
    }
    stop = ends[1]
  }

  deinit {
    close(stop)
  }
}

/// The thread that waits for changes.
///
/// A dedicated thread rather than a Dispatch source, since Dispatch's manager thread wakes the
/// process each second.
private final class WatchThread {
  /// Several steps of one program within this time are reported once.
  private static let delay: UInt32 = 100_000

  private var watches: WatchedFolders
  private let descriptor: Int32
  private let stop: Int32
  private let report: @Sendable (Set<String>) -> Void

  init(
    watches: WatchedFolders, descriptor: Int32, stop: Int32,
    report: @escaping @Sendable (Set<String>) -> Void
  ) {
    self.watches = watches
    self.descriptor = descriptor
    self.stop = stop
    self.report = report
  }

  /// Starts the thread, with signals blocked: those are for the thread that has the terminal.
  func start() throws(WatchError) {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let kept = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<WatchThread>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, kept.toOpaque())
    guard code == 0 else {
      kept.release()
      throw WatchError(code: code)
    }
    pthread_detach(thread)
  }

  private func run() {
    while waitForChange() {
      var changed = watches.takeEvents()
      guard !changed.isEmpty else { continue }
      usleep(Self.delay)
      changed.formUnion(watches.takeEvents())
      report(changed)
    }
    close(descriptor)
    close(stop)
  }

  /// Sleeps until something happens; returns false once nobody listens.
  private func waitForChange() -> Bool {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop, events: 0, revents: 0),
    ]
    while poll(&sources, 2, -1) < 0 {
      if errno != EINTR { return false }
    }
    return sources[1].revents == 0
  }
}

/// Why files cannot be watched.
package struct WatchError: Error, Equatable, CustomStringConvertible {
  /// The error number of the call that failed.
  package let code: Int32

  package var description: String {
    let limit =
      switch code {
      case ENOSPC: " (fs.inotify.max_user_watches)"
      case EMFILE: " (fs.inotify.max_user_instances)"
      default: ""
      }
    return (strerror(code).map { String(cString: $0) } ?? "error \(code)") + limit
  }
}
