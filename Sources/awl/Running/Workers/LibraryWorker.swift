import Browser
import CursesTerminal
import Dispatch
import ListLibrary
import ListModel
import UserFiles
import Settings
import Synchronization

/// Follows, unfollows and syncs in the background, and reports to the screen.
final class LibraryWorker: Sendable {
  private let library: Library
  private let folder: String
  /// The pages shown instead of the library.
  private let pages: [String]
  /// The current work, and the source being followed.
  private struct Current {
    let work: LibraryWork
    var source: String?
  }

  private let current = Mutex<Current?>(nil)
  /// The image of the catalog on the screen.
  private let shown: Mutex<FileStamp?>
  /// The last reported step, to avoid needless wake-ups.
  private let reported = Mutex(-1)
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameters:
  ///   - folder: the base of relative paths.
  ///   - pages: the pages on the screen; empty for the library.
  ///   - report: called on other threads.
  init(
    library: Library, folder: String, pages: [String],
    report: @escaping @Sendable (BrowserReport) -> Void
  ) {
    self.library = library
    self.folder = folder
    self.pages = pages
    self.report = report
    shown = Mutex(FileStamp(path: library.imagePath))
  }

  /// Shows the library as another awl has left it; does nothing if that is already shown, or if a
  /// running sync will show it.
  func reopen() {
    guard pages.isEmpty else { return }
    DispatchQueue(label: "library").perform { [self] in
      if let current = current.withLock({ $0 }), !current.work.wait(milliseconds: 0) { return }
      let mark = FileStamp(path: library.imagePath)
      let isNew = shown.withLock { shown in
        defer { shown = mark }
        return mark != shown
      }
      guard isNew else { return }
      let snapshot = library.open()
      if let notice = snapshot.notices.first {
        report(.message(Message(.error, notice.description)))
      }
      show(snapshot)
    }
  }

  /// Syncs lists, or reloads the pages on the screen.
  func sync(_ lists: [ListID], fetches: FetchLimits) {
    guard pages.isEmpty else { return readPages() }
    var library = library
    library.fetches = fetches
    let started = library.startSync(lists.map(\.path), progress: tell) { [self] result in
      end(result.map(\.words))
    }
    begin(Current(work: started))
  }

  func follow(_ source: String) {
    let started = library.startFollowing(source, in: folder, progress: tell) { [self] result in
      end(result.map { "following \(source): \($0.words)" })
    }
    begin(Current(work: started, source: source))
  }

  func unfollow(_ source: String) {
    DispatchQueue(label: "library").perform { [self] in
      end(
        Result { () throws(LibraryError) in
          "unfollowed \(try library.unfollow(source, in: folder))"
        })
    }
  }

  /// Stops the current work as soon as possible; its results so far are kept.
  func cancel() {
    current.withLock { $0?.work.cancel() }
  }

  /// Stops the current work; returns a message for the exit.
  ///
  /// Waits briefly for git to end and until it is known whether a source is followed. The next sync
  /// continues an interrupted one.
  func finish() -> String? {
    guard let current = current.withLock({ $0 }), !current.work.wait(milliseconds: 0) else {
      return nil
    }
    current.work.cancel()
    current.work.wait(milliseconds: 500)
    guard let source = current.source else { return nil }
    return library.isFollowing(source, in: folder)
      ? "\(source) is followed, but not all of it was read: awl sync continues"
      : "\(source) is not followed: it was not reached yet"
  }

  private func readPages() {
    DispatchQueue(label: "library").perform { [self] in
      defer { report(.syncing(nil)) }
      guard !pages.contains("-") else {
        return report(.message(Message(.information, "standard input cannot be read again")))
      }
      do {
        let read = try PageSources.read(pages)
        report(.loaded(read.catalog(), checked: nil))
        report(
          .message(
            read.failures.first.map { Message(.error, $0) } ?? Message(.information, "read again")))
      } catch {
        let words = Failure.words(of: error)
        report(.message(Message(.error, words)))
      }
    }
  }

  private func begin(_ started: Current) {
    reported.withLock { $0 = -1 }
    current.withLock { $0 = started }
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
    if pages.isEmpty {
      shown.withLock { $0 = FileStamp(path: library.imagePath) }
      show(snapshot)
    }
    report(.message(message))
  }

  private func show(_ snapshot: LibrarySnapshot) {
    // The built-in list stays as long as nothing is followed.
    let catalog =
      snapshot.follows.isEmpty ? try? PageSources.builtIn().catalog() : snapshot.catalog
    if let catalog { report(.loaded(catalog, checked: snapshot.checked)) }
  }

  private var tell: @Sendable (SyncProgress) -> Void {
    { [self] progress in
      // Steps of one percent are as much as anybody can see.
      let step = progress.done * 100 / max(1, progress.total)
      let isNews = reported.withLock { reported in
        defer { reported = step }
        return progress.total == 0 || step != reported
      }
      if isNews { report(.syncing(progress)) }
    }
  }
}

extension SyncReport {
  /// A summary in one line.
  var words: String {
    var parts = ["\(read) read", "\(unchanged) unchanged"]
    if removed > 0 { parts.append("\(removed) removed") }
    if isCancelled { parts.append("stopped: R continues") }
    if let failure = failures.first {
      parts.append("\(failures.count) failed, \(failure.subject): \(failure.message)")
    }
    return parts.joined(separator: ", ")
  }
}

extension FetchLimits {
  /// Creates the limits set by the user.
  init(_ settings: SettingValues) {
    self.init(all: settings.number(.syncFetches), perHost: settings.number(.syncPerHost))
  }
}
