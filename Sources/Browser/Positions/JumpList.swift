import ListModel

/// A location: a position in a place, and in the page shown on top of it.
struct Location: Equatable, Sendable {
  var place: PlacePosition
  /// The page on the screen; nil if the panes are.
  var page: PageLocation?

  /// Returns whether both are at the same entry or line, wherever that is on the screen.
  func isSame(as other: Location) -> Bool {
    guard let page else { return other.page == nil && place.isSame(as: other.place) }
    return page.isSamePage(as: other.page) && page.line == other.page?.line
      && place.kind == other.place.kind
  }
}

/// The previous locations and, after going back, the next ones, as in the history of a web browser.
///
/// Going anywhere else drops the next ones.
struct JumpList: Sendable {
  /// The same limit as in vim.
  static let most = 100

  private var back: [Location] = []
  private var forward: [Location] = []

  /// Records the location before going elsewhere.
  mutating func record(_ origin: Location) {
    forward = []
    if let last = back.last, last.isSame(as: origin) { return }
    back.append(origin)
    if back.count > Self.most { back.removeFirst() }
  }

  /// Returns the previous location and makes this one the next; nil if there is none.
  mutating func goBack(from here: Location) -> Location? {
    Self.step(from: here, taking: &back, leaving: &forward)
  }

  /// Returns the location that was left by going back; nil if there is none.
  mutating func goForward(from here: Location) -> Location? {
    Self.step(from: here, taking: &forward, leaving: &back)
  }

  private static func step(
    from here: Location, taking: inout [Location], leaving: inout [Location]
  ) -> Location? {
    while let next = taking.popLast() {
      guard !next.isSame(as: here) else { continue }
      leaving.append(here)
      return next
    }
    return nil
  }
}
