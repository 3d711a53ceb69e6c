import Dispatch
public import ListModel
import Synchronization

/// A sync that runs on a thread of its own, and may be broken off.
public final class LibraryWork: Sendable {
  private let flag = Atomic(false)
  private let running = DispatchGroup()

  /// Whether it was asked to stop.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Asks it to stop; it still completes, and soon.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Waits at most this many milliseconds for the end; returns whether it has ended.
  @discardableResult
  public func wait(milliseconds: Int) -> Bool {
    running.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  /// Does the work on a thread of its own.
  fileprivate func run(_ job: @escaping @Sendable () -> Void) {
    dedicatedQueue("awl.sync", qos: .utility).async(group: running, execute: job)
  }
}

extension Library {
  /// Starts a sync, as `sync`.
  ///
  /// Both callbacks are called on other threads; `completion` is called once, as the last one.
  public func startSync(
    _ names: [String] = [], progress: @escaping @Sendable (SyncProgress) -> Void,
    completion: @escaping @Sendable (Result<SyncReport, LibraryError>) -> Void
  ) -> LibraryWork {
    start(completion) { work throws(LibraryError) in
      try sync(names, progress: progress) { work.isCancelled }
    }
  }

  /// Starts to follow a source, as `follow`.
  ///
  /// Both callbacks are called on other threads; `completion` is called once, as the last one.
  public func startFollowing(
    _ source: String, in folder: String, progress: @escaping @Sendable (SyncProgress) -> Void,
    completion: @escaping @Sendable (Result<SyncReport, LibraryError>) -> Void
  ) -> LibraryWork {
    start(completion) { work throws(LibraryError) in
      try follow(source, in: folder, progress: progress) { work.isCancelled }
    }
  }

  private func start(
    _ completion: @escaping @Sendable (Result<SyncReport, LibraryError>) -> Void,
    _ job: @escaping @Sendable (LibraryWork) throws(LibraryError) -> SyncReport
  ) -> LibraryWork {
    let work = LibraryWork()
    work.run {
      completion(Result { () throws(LibraryError) in try job(work) })
    }
    return work
  }
}
