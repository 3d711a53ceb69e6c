internal import Dispatch
internal import Glibc
internal import Synchronization

/// Reports when files are changed by any program: replaced, written to, made or deleted.
///
/// Folders are watched, not files, since most programs replace a file by renaming a new one over it;
/// and of a symbolic link, the folder of what it leads to as well. While nothing changes in those
/// folders nothing wakes the process (inotify(7)). What another machine does to a network file system
/// is not seen.
package final class FileWatcher: Sendable {
  /// What a program writes in several steps is reported once.
  private static let delay = DispatchTimeInterval.milliseconds(100)

  private let queue = DispatchQueue(label: "file watcher")
  private nonisolated(unsafe) let source: any DispatchSourceRead
  private let state: Mutex<State>
  private let report: @Sendable (Set<String>) -> Void

  private struct State {
    var watches: WatchedFolders
    var changed: Set<String> = []
    var isReportDue = false
  }

  /// Watches files by their absolute paths; they and their folders need not exist.
  ///
  /// - Parameter report: called on another thread with the paths of files that may have changed.
  /// - Throws: `WatchError` where the system has no more watches; then nothing is watched.
  package init(
    _ paths: [String], report: @escaping @Sendable (Set<String>) -> Void
  ) throws(WatchError) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw WatchError(code: errno) }
    var watches = WatchedFolders(paths, descriptor: descriptor)
    do throws(WatchError) {
      try watches.update()
    } catch {
      close(descriptor)
      throw error
    }
    state = Mutex(State(watches: watches))
    self.report = report
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { [weak self] in self?.takeEvents(descriptor) }
    source.setCancelHandler { close(descriptor) }
    source.resume()
  }

  deinit {
    source.cancel()
  }

  private func takeEvents(_ descriptor: Int32) {
    let isReportNew = state.withLock { state in
      state.changed.formUnion(state.watches.takeEvents())
      guard !state.changed.isEmpty, !state.isReportDue else { return false }
      state.isReportDue = true
      return true
    }
    if isReportNew {
      queue.asyncAfter(deadline: .now() + Self.delay) { [weak self] in self?.flush() }
    }
  }

  private func flush() {
    let changed = state.withLock { state in
      defer { (state.changed, state.isReportDue) = ([], false) }
      return state.changed
    }
    if !changed.isEmpty { report(changed) }
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
