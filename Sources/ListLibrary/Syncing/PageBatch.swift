import GitProcess
import ListModel

/// Pages that one worker reads, one after another.
struct PageBatch: Sendable {
  /// The number of contents read by one git process: starting it costs as much as reading a page.
  private static let blobsOfBatch = 16

  let tasks: [PageTask]
  /// The repository that the pages are in; nil for files.
  let repository: Repository?
  /// The time of the sync.
  let now: Timestamp

  /// Returns the batches of a source, whose pages are files or all in one repository.
  static func batches(
    _ tasks: [PageTask], in repository: Repository?, now: Timestamp
  ) -> [PageBatch] {
    // The longest first, so that no core ends up with a long page while the other is idle.
    let sorted = tasks.sorted { $0.size > $1.size }
    let hasHistory = tasks.contains { $0.history != nil }
    let count = repository == nil || hasHistory ? 1 : blobsOfBatch
    return stride(from: 0, to: sorted.count, by: count).map { start in
      PageBatch(
        tasks: Array(sorted[start..<min(start + count, sorted.count)]), repository: repository,
        now: now)
    }
  }

  /// Reads the pages and passes on each result, until `isCancelled` returns true.
  func run(
    isCancelled: @escaping @Sendable () -> Bool, _ give: (PageTask, PageOutcome) -> Void
  ) {
    if let history = tasks.first?.history {
      if let outcome = history.run(now: now, isCancelled: isCancelled) { give(tasks[0], outcome) }
      return
    }
    guard let repository else {
      for task in tasks where !isCancelled() { give(task, outcome(ofFile: task)) }
      return
    }
    var given = 0
    do {
      try repository.readBlobs(tasks.compactMap(\.blob)) { number, content in
        guard !isCancelled() else { throw GitError.cancelled }
        give(tasks[number], outcome(content, of: tasks[number]))
        given = number + 1
      }
    } catch {
      guard !isCancelled() else { return }
      for task in tasks[given...] { give(task, .failed("\(error)", isLasting: false)) }
    }
  }

  private func outcome(ofFile task: PageTask) -> PageOutcome {
    do throws(LibraryError) {
      return task.read(try PageBytes.read(task.location), now: now)
    } catch {
      return .failed(error.description, isLasting: false)
    }
  }

  private func outcome(_ content: BlobContent, of task: PageTask) -> PageOutcome {
    switch content {
    case .bytes(let bytes): task.read(bytes, now: now)
    case .tooLarge(let size):
      .failed("the page has \(size) bytes: that is more than a list has", isLasting: true)
    case .missing: .failed("the page is missing in the clone", isLasting: false)
    }
  }
}
