package import ListModel
import PageLayout

/// The locations at the end of a run, which the next start restores.
package struct Session: Equatable, Sendable {
  /// A place with all choices made in it.
  package struct SavedPlace: Equatable, Sendable {
    package var position: PlacePosition
    package var arrangement: PlaceArrangement

    package init(_ position: PlacePosition, _ arrangement: PlaceArrangement) {
      self.position = position
      self.arrangement = arrangement
    }
  }

  /// The library first, then the places opened from it.
  package var places: [SavedPlace] = []
  package var isZoomed = false
  /// The page that was being read.
  package var page: PageLocation?
  /// The last line in each list's page.
  package var pageLines: [ListID: Int32] = [:]

  /// The maximum number of pages whose line is stored.
  package static let maxPages = 500

  package init() {}
}

/// A page and the user's line in it.
package struct PageLocation: Equatable, Sendable {
  package var list: ListID
  /// Another Markdown file of the same clone or folder; nil for the overview.
  package var file: String?
  package var line: Int32
  /// How many screen rows are above that line.
  package var rowsAbove: Int

  package init(list: ListID, file: String? = nil, line: Int32 = 1, rowsAbove: Int = 0) {
    self.list = list
    self.file = file
    self.line = line
    self.rowsAbove = rowsAbove
  }

  /// Returns whether both are the same page.
  func isSamePage(as other: PageLocation?) -> Bool {
    guard let other else { return false }
    return list == other.list && hasSameBytes(file, other.file)
  }
}

private func hasSameBytes(_ left: String?, _ right: String?) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return left.utf8.elementsEqual(right.utf8)
}

extension BrowserState {
  /// The current location.
  package var session: Session {
    var session = Session()
    session.places = places.map { Session.SavedPlace($0.position, $0.arrangement) }
    session.isZoomed = isZoomed
    session.page = page.map(\.location)
    session.pageLines = pageLines
    return session
  }

  /// Restores the user's location; must be called before the first event.
  ///
  /// The bookmarks are not known yet: their place is opened once they are.
  ///
  /// - Parameter isPlaceGiven: whether the command line says where to start; then only the order of
  ///   the entries and the positions in pages are restored.
  package mutating func restore(_ session: Session, isPlaceGiven: Bool = false) {
    pageLines = session.pageLines
    if let library = session.places.first(where: { $0.position.kind == .library }) {
      places[0].arrange(by: library.arrangement)
      if !isPlaceGiven { places[0].go(to: library.position, today: today) }
      places[0].detailTop = isPlaceGiven ? 0 : library.arrangement.detailTop
    }
    guard !isPlaceGiven else { return }
    isZoomed = session.isZoomed
    if let saved = session.places.last, saved.position.kind.isOfBookmarks {
      openPlace(saved.position.kind)
      unrestored = saved
    }
    pageToRestore = session.page
  }

  /// Restores the place of bookmarks once they are known.
  mutating func restoreBookmarks() {
    guard let saved = unrestored else { return }
    unrestored = nil
    guard place.kind == saved.position.kind else { return }
    place.arrange(by: saved.arrangement)
    place.go(to: saved.position, today: today)
    place.detailTop = saved.arrangement.detailTop
  }

  /// Requests the page that was being read.
  mutating func restorePage() -> [BrowserEffect] {
    guard let location = pageToRestore else { return [] }
    pageToRestore = nil
    guard place.kind == .library, place.catalog.index(of: location.list) != nil else { return [] }
    // A message at the start matters more than the progress of reading a page.
    let shown = message
    defer { message = shown }
    return read(location)
  }
}

extension PageView {
  /// The page and the user's line in it.
  var location: PageLocation {
    // A copy, because measuring may lay lines out.
    var page = page
    return PageLocation(
      list: request.list, file: request.file, line: source,
      rowsAbove: page.distance(from: top, to: cursor, limit: 500))
  }

  /// Goes to the user's position in this page.
  mutating func go(to location: PageLocation) {
    go(to: page.position(ofSource: Int(location.line)))
    top = page.position(from: cursor, by: -min(max(0, location.rowsAbove), 500))
  }
}
