import Browser
import CursesTerminal
import Dispatch
import ListLibrary
import ListModel
import ReaderFiles
import Synchronization

/// Follows, unfollows and syncs behind the screen's back, and reports to the screen.
final class LibraryWorker: Sendable {
  private let library: Library
  private let folder: String
  /// Pages that are on the screen in place of the library.
  private let pages: [String]
  private let work = Mutex<LibraryWork?>(nil)
  /// The step that the screen was told last, so that it is not woken for nothing.
  private let told = Mutex(-1)
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameters:
  ///   - folder: what relative paths are taken from.
  ///   - pages: the pages on the screen; empty where it is the library that is shown.
  ///   - report: called on other threads.
  init(
    library: Library, folder: String, pages: [String],
    report: @escaping @Sendable (BrowserReport) -> Void
  ) {
    self.library = library
    self.folder = folder
    self.pages = pages
    self.report = report
  }

  /// Syncs lists, or reads again the pages that are on the screen.
  func sync(_ lists: [ListID]) {
    guard pages.isEmpty else { return readPages() }
    let started = library.startSync(lists.map(\.path), progress: tell) { [self] result in
      end(result.map(\.words))
    }
    begin(started)
  }

  func follow(_ source: String) {
    let started = library.startFollowing(source, in: folder, progress: tell) { [self] result in
      end(result.map { "following \(source): \($0.words)" })
    }
    begin(started)
  }

  func unfollow(_ source: String) {
    DispatchQueue.global().async { [self] in
      Terminal.coverThread()
      end(
        Result { () throws(LibraryError) in
          "no longer following \(try library.unfollow(source, in: folder))"
        })
    }
  }

  /// Has the work that runs stop as soon as it can; what it has read is kept.
  func cancel() {
    work.withLock { $0?.cancel() }
  }

  private func readPages() {
    DispatchQueue.global().async { [self] in
      Terminal.coverThread()
      defer { report(.syncing(nil)) }
      guard !pages.contains("-") else {
        return report(.told(Message(.information, "standard input cannot be read again")))
      }
      do {
        let read = try PageSources.read(pages)
        report(.loaded(read.catalog(), checked: nil))
        report(
          .told(
            read.failures.first.map { Message(.error, $0) } ?? Message(.information, "read again")))
      } catch {
        let words = (error as? Failure)?.message ?? "\(error)"
        report(.told(Message(.error, words)))
      }
    }
  }

  private func begin(_ started: LibraryWork) {
    told.withLock { $0 = -1 }
    work.withLock { $0 = started }
  }

  private func end(_ result: Result<String, LibraryError>) {
    Terminal.coverThread()
    let snapshot = library.open()
    var message: Message
    switch result {
    case .success(let words):
      message = Message(
        .information, pages.isEmpty ? words : words + "; awl without a page shows it")
    case .failure(let error): message = Message(.error, error.description)
    }
    if let notice = snapshot.notices.first { message = Message(.error, notice.description) }
    report(.syncing(nil))
    if pages.isEmpty { report(.loaded(snapshot.catalog, checked: snapshot.checked)) }
    report(.told(message))
  }

  private var tell: @Sendable (SyncProgress) -> Void {
    { [self] progress in
      // A hundredth more is as much as anybody sees.
      let step = progress.done * 100 / max(1, progress.total)
      let isNews = told.withLock { told in
        defer { told = step }
        return progress.total == 0 || step != told
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
