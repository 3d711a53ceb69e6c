import Browser
import Dispatch
import ListLibrary
import ListModel
import ReaderFiles
import Synchronization

/// Follows, unfollows and syncs behind the screen's back, one thing at a time.
final class LibraryWorker: Sendable {
  private let library: Library
  private let folder: String
  private let queue = DispatchQueue(label: "library")
  private let isCancelled = Atomic(false)
  /// The progress that the screen was told last, so that it is not woken for nothing.
  private let toldDone = Mutex(-1)
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameters:
  ///   - folder: what relative paths are taken from.
  ///   - report: called on other threads.
  init(library: Library, folder: String, report: @escaping @Sendable (BrowserReport) -> Void) {
    self.library = library
    self.folder = folder
    self.report = report
  }

  func sync(_ lists: [ListID]) {
    start { worker throws(LibraryError) in
      let done = try worker.library.sync(
        lists.map(\.path), progress: worker.tell, isCancelled: worker.hasToStop)
      return done.words
    }
  }

  func follow(_ source: String) {
    start { worker throws(LibraryError) in
      let done = try worker.library.follow(
        source, in: worker.folder, progress: worker.tell, isCancelled: worker.hasToStop)
      return "following \(source): \(done.words)"
    }
  }

  func unfollow(_ source: String) {
    start { worker throws(LibraryError) in
      "no longer following \(try worker.library.unfollow(source, in: worker.folder))"
    }
  }

  /// Has the work that runs stop as soon as it can; what it has read is kept.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
  }

  private func start(_ work: @escaping @Sendable (LibraryWorker) throws(LibraryError) -> String) {
    isCancelled.store(false, ordering: .relaxed)
    toldDone.withLock { $0 = -1 }
    queue.async { [self] in
      var message: Message
      do throws(LibraryError) {
        message = Message(.information, try work(self))
      } catch {
        message = Message(.error, error.description)
      }
      let snapshot = library.open()
      if let notice = snapshot.notices.first { message = Message(.error, notice.description) }
      report(.syncing(nil))
      report(.loaded(snapshot.catalog, checked: snapshot.checked))
      report(.told(message))
    }
  }

  private var hasToStop: @Sendable () -> Bool {
    { [self] in isCancelled.load(ordering: .relaxed) }
  }

  private var tell: @Sendable (SyncProgress) -> Void {
    { [self] progress in
      // A hundredth more is as much as anybody sees.
      let step = max(1, progress.total / 100)
      let isNews = toldDone.withLock { told in
        guard progress.total == 0 || progress.done >= told + step || told < 0 else { return false }
        told = progress.done
        return true
      }
      if isNews { report(.syncing(progress)) }
    }
  }
}

extension SyncReport {
  /// What came of it, in a line.
  var words: String {
    var parts = ["\(read) read", "\(unchanged) unchanged"]
    if removed > 0 { parts.append("\(removed) removed") }
    if isCancelled { parts.append("stopped") }
    if let failure = failures.first {
      parts.append("\(failures.count) failed, \(failure.subject): \(failure.message)")
    }
    return parts.joined(separator: ", ")
  }
}
