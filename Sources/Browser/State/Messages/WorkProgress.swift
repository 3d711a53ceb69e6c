import ListModel

/// A step of background work.
package struct WorkStep: Equatable, Sendable {
  /// The kind of work, as the status line names it.
  package enum Kind: String, Sendable {
    case syncing, publishing, importing
  }

  package var kind: Kind
  package var done: Int
  /// The total; 0 if it is unknown.
  package var total: Int
  /// The current item.
  package var subject: String

  package init(_ kind: Kind, done: Int = 0, total: Int = 0, subject: String = "") {
    self.kind = kind
    self.done = done
    self.total = total
    self.subject = subject
  }
}

/// The progress of background work since its first step: position, rate, and time left.
package struct WorkProgress: Equatable, Sendable {
  package private(set) var step: WorkStep
  private let start: Timestamp
  private let doneAtStart: Int
  private var now: Timestamp

  init(_ step: WorkStep, at now: Timestamp) {
    self.step = step
    start = now
    doneAtStart = step.done
    self.now = now
  }

  /// Applies a later step of the same work.
  mutating func advance(to step: WorkStep, at now: Timestamp) {
    self.step = step
    self.now = now
  }

  /// The percentage that is done; nil if unknown.
  package var percent: Int? {
    step.total > 0 ? min(100, max(0, step.done * 100 / step.total)) : nil
  }

  /// `syncing 12/465`, `publishing 30 %`, or the subject where the total is not known.
  package var summary: String {
    let kind = step.kind.rawValue
    guard step.total > 0 else { return "\(kind) \(step.subject)" }
    return isInPercent ? "\(kind) \(step.done) %" : "\(kind) \(step.done)/\(step.total)"
  }

  /// `3/s, 2 min left`; nil for the first two seconds.
  package var rate: String? {
    let rate = WorkRate(
      done: step.done - doneAtStart, left: step.total - step.done,
      milliseconds: now.milliseconds - start.milliseconds)
    return isInPercent ? rate?.timeLeft : rate?.description
  }

  /// Whether progress is counted in percent.
  private var isInPercent: Bool { step.kind == .publishing }
}
