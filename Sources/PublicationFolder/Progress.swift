import Synchronization

/// Counts steps on several threads, and reports each further percent.
final class Progress: Sendable {
  private let total: Int
  private let report: @Sendable (Int) -> Void
  private let state = Mutex((done: 0, percent: -1))

  init(total: Int, _ report: @escaping @Sendable (_ percent: Int) -> Void) {
    self.total = max(1, total)
    self.report = report
  }

  func step() {
    state.withLock { state in
      state.done += 1
      let percent = state.done * 100 / total
      guard percent > state.percent else { return }
      state.percent = percent
      report(percent)
    }
  }
}
