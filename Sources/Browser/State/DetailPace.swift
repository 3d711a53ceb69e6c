/// Leaves the detail for the last of keys that follow each other quickly, as those of a key that is held
/// down do: it is drawn where the cursor rests.
///
/// A single key draws it at once, and so do keys that come slowly. Pure: instants are passed in.
package struct DetailPace: Sendable {
  package typealias Instant = ContinuousClock.Instant

  /// Keys that come faster are those of one held down, of which terminals send 25 to 60 a second; for so
  /// long the detail waits for the next one.
  package static let rest = Duration.milliseconds(50)

  private var lastKey: Instant?
  private var isQuick = false
  /// The detail on the screen, and where it is.
  private var drawn: (subject: DetailSubject, area: Area)?
  /// When a detail that was left is to be drawn; nil where the one on the screen is right.
  package private(set) var due: Instant?

  package init() {}

  /// Whether a detail that was left is to be drawn now.
  package func isDue(at now: Instant) -> Bool { due.map { $0 <= now } ?? false }

  /// Notes that a key was pressed.
  package mutating func noteKey(at now: Instant) {
    isQuick = lastKey.map { now - $0 < Self.rest } ?? false
    lastKey = now
  }

  /// Whether a frame keeps the detail that is on the screen, though it is of another entry.
  package func leavesDetail(of state: BrowserState, at now: Instant) -> Bool {
    guard isQuick, let lastKey, let drawn, now - lastKey < Self.rest else { return false }
    return state.overlay == nil && state.page == nil && drawn.area == state.layout.areas[.detail]
      && drawn.subject != state.detailSubject
  }

  /// Notes that a frame kept the detail.
  package mutating func noteLeft() { due = lastKey.map { $0 + Self.rest } }

  /// Notes that a frame shows the state with its detail.
  package mutating func noteDrawn(_ state: BrowserState) {
    due = nil
    let isShown = state.overlay == nil && state.page == nil
    drawn = isShown ? state.layout.areas[.detail].map { (state.detailSubject, $0) } : nil
  }
}
