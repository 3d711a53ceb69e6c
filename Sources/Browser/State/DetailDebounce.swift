/// Leaves the detail for the last of steps that follow each other quickly, as those of a key that is held
/// down do: it is drawn where the cursor rests.
///
/// A single step draws it at once, and so do steps that come slowly. Pure: instants are passed in.
package struct DetailDebounce: Sendable {
  package typealias Instant = ContinuousClock.Instant

  /// Steps that come faster are those of a key held down, which terminals send 25 to 60 times a second;
  /// for so long the detail waits for the next one.
  package static let rest = Duration.milliseconds(50)

  private var lastStep: Instant?
  private var isQuick = false
  /// The detail on the screen, and where it is.
  private var drawn: (subject: DetailSubject, area: Area)?
  /// When a detail that was left is to be drawn; nil where the one on the screen is right.
  package private(set) var due: Instant?

  package init() {}

  /// Whether a detail that was left is to be drawn now.
  package func isDue(at now: Instant) -> Bool { due.map { $0 <= now } ?? false }

  /// Notes that a key moved on to another entry, list or category than the detail shows.
  package mutating func noteStep(at now: Instant) {
    isQuick = lastStep.map { now - $0 < Self.rest } ?? false
    lastStep = now
  }

  /// Whether a frame keeps the detail that is on the screen, though it is of another entry.
  package func leavesDetail(of state: BrowserState, at now: Instant) -> Bool {
    guard isQuick, let lastStep, let drawn, now - lastStep < Self.rest else { return false }
    return state.overlay == nil && state.page == nil && drawn.area == state.layout.areas[.detail]
      && drawn.subject != state.detailSubject
  }

  /// Notes that a frame kept the detail.
  package mutating func noteLeft() { due = lastStep.map { $0 + Self.rest } }

  /// Notes that a frame shows the state with its detail.
  package mutating func noteDrawn(_ state: BrowserState) {
    due = nil
    let isShown = state.overlay == nil && state.page == nil
    drawn = isShown ? state.layout.areas[.detail].map { (state.detailSubject, $0) } : nil
  }
}
