import ListModel
import Synchronization

/// The progress of a look at several sources: how many are done, and which one has taken longest.
final class SurveyProgress: Sendable {
  fileprivate struct State {
    var done = 0
    /// The last progress of each source at work, in the order in which they began.
    var atWork: [(name: String, words: String)] = []
  }

  private let total: Int
  private let state = Mutex(State())
  private let report: @Sendable (SyncProgress) -> Void

  /// For this many sources; of a single one its own progress is passed on.
  init(total: Int, report: @escaping @Sendable (SyncProgress) -> Void) {
    self.total = total
    self.report = report
  }

  /// Shows the progress of the source being examined.
  func show(_ progress: SyncProgress, of name: String) {
    guard total > 1 else { return report(progress) }
    let percent = progress.total > 0 ? " \(progress.done) %" : ""
    tell { state in
      guard let place = state.place(of: name) else { return }
      state.atWork[place].words = progress.subject + percent
    }
  }

  func begin(_ name: String) { tell { $0.atWork.append((name, name)) } }

  func end(_ name: String) {
    tell { state in
      state.done += 1
      if let place = state.place(of: name) { state.atWork.remove(at: place) }
    }
  }

  private func tell(_ change: (inout sending State) -> Void) {
    guard total > 1 else { return }
    report(
      state.withLock { state in
        change(&state)
        return SyncProgress(
          done: state.done, total: total, subject: state.atWork.first?.words ?? "")
      })
  }
}

extension SurveyProgress.State {
  fileprivate func place(of name: String) -> Int? {
    atWork.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
