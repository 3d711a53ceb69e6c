/// Delays the detail while cursor steps follow each other quickly, as when a key is held down, and
/// draws it where the cursor comes to rest.
///
/// Single and slow steps draw it at once. Pure: instants are passed in.
package struct DetailDebounce: Sendable {
  package typealias Instant = ContinuousClock.Instant

  /// Faster steps come from a key that is held down, which terminals send 25 to 60 times a second;
  /// the detail waits this long for the next one.
  package static let rest = Duration.milliseconds(50)

  private var lastStep: Instant?
  private var isQuick = false
  /// The detail on the screen, and where it is.
  private var drawn: (subject: DetailSubject, area: Area)?
  /// When a delayed detail is to be drawn; nil if the one on the screen is current.
  package private(set) var due: Instant?

  package init() {}

  /// Returns whether a delayed detail is to be drawn now.
  package func isDue(at now: Instant) -> Bool { due.map { $0 <= now } ?? false }

  /// Notes that a key moved to another entry, list or category than the detail shows.
  package mutating func noteStep(at now: Instant) {
    isQuick = lastStep.map { now - $0 < Self.rest } ?? false
    lastStep = now
  }

  /// Returns whether a frame keeps the detail on the screen although it is of another entry.
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
