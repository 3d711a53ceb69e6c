import ListModel
import TerminalEvents

extension BrowserState {
  /// Begins `awl pick`: the filter is being typed, with these words in it.
  package mutating func startPicking() {
    picking = PickSession()
    startFilter()
  }

  /// Does what the commands of `awl pick` are for; by name they can be run in any run.
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

  /// The URLs of the marked entries, else of the entry under the cursor.
  ///
  /// While a search runs, the screen is outdated: then its answer is waited for.
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
