import ListModel
import TerminalEvents

extension BrowserState {
  /// Starts `awl pick` with the filter prompt open.
  package mutating func startPicking() {
    picking = PickSession()
    startFilter()
  }

  /// Runs the commands of `awl pick`; by name they work in any run.
  mutating func choose(_ command: Command) -> [BrowserEffect] {
    guard picking != nil else {
      message = Message(.error, ":\(command.rawValue) works in awl pick only")
      return []
    }
    switch command {
    case .markDown: mark(thenMove: 1)
    case .markUp: mark(thenMove: -1)
    default:
      guard !place.focus.isFacet || prompt != nil else {
        changePane(.into)
        return []
      }
      return pick()
    }
    return []
  }

  /// Prints the URLs of the marked entries, or else of the selected entry.
  ///
  /// While a search runs, the screen is outdated, so this waits for its result.
  mutating func pick() -> [BrowserEffect] {
    if place.filterError != nil { return [] }
    if place.isAwaitingResult {
      picking?.isWaiting = true
      return []
    }
    place.settleRange()
    let marked = places.flatMap { place in
      place.selection.entries.compactMap { place.catalog.entry($0).url }
    }
    if !marked.isEmpty { return [.pick(marked)] }
    guard let selected = place.selected else { return [.pick([])] }
    guard let url = place.catalog.entry(selected).url else { return refuseWithoutLink() }
    return [.pick([url])]
  }

  mutating func refuseWithoutLink() -> [BrowserEffect] {
    message = Message(.error, "this entry has no link to print")
    return []
  }
}
