/// Ends a visit five minutes after its last key.
///
/// Each key restarts the timer; without one there is none, so an idle screen is woken at most once.
struct VisitTimer {
  private static let timeout = Duration.seconds(300)

  /// Whether this run is a visit.
  let isVisit: Bool
  /// When the visit is over; nil before its first key and after its end.
  private var due: ContinuousClock.Instant?

  init(isVisit: Bool) { self.isVisit = isVisit }

  /// How long the loop may sleep; nil for no limit.
  var timeout: Duration? { due.map { max(.zero, $0 - .now) } }

  /// Notes that a key was pressed.
  mutating func noteKey() {
    if isVisit { due = .now + Self.timeout }
  }

  /// Returns whether the visit has ended since the last call.
  mutating func takeEnd() -> Bool {
    guard let due, due <= .now else { return false }
    self.due = nil
    return true
  }
}
