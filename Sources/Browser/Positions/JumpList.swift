import ListModel

/// A location: a position in a place, and in a page above it.
struct Location: Equatable, Sendable {
  var place: PlacePosition
  /// The page on the screen; nil if the panes are.
  var page: PageLocation?

  /// Whether both are at the same entry or line, wherever that is on the screen.
  func isSame(as other: Location) -> Bool {
    guard let page else { return other.page == nil && place.isSame(as: other.place) }
    return page.isSamePage(as: other.page) && page.line == other.page?.line
      && place.kind == other.place.kind
  }
}

/// The locations before and, after going back, ahead: the history of a web browser.
///
/// Going anywhere else drops those ahead.
struct JumpList: Sendable {
  /// The limit of vim.
  static let most = 100

  private var back: [Location] = []
  private var forward: [Location] = []

  /// Notes where the reader was before going somewhere else.
  mutating func record(_ origin: Location) {
    forward = []
    if let last = back.last, last.isSame(as: origin) { return }
    back.append(origin)
    if back.count > Self.most { back.removeFirst() }
  }

  /// The location before this one, which becomes the next one ahead; nil if there is none.
  mutating func goBack(from here: Location) -> Location? {
    Self.step(from: here, taking: &back, leaving: &forward)
  }

  /// The location that was left by going back; nil if there is none.
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
