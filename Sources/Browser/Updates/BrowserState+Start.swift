import ListModel
import Settings

extension BrowserState {
  /// Goes to the configured start place, unless the command line or the last run determines one;
  /// call before the first event.
  package mutating func begin(at kind: Place.Kind) {
    switch kind {
    case .library, .tutorial: break
    case .bookmarks, .later: openPlace(kind)
    case .new, .changes: firstPlace = kind
    }
  }

  /// Requests a sync if the last one is older than configured.
  mutating func syncIfDue(at time: EventTime) -> [BrowserEffect] {
    guard isVisit, let checked, syncProgress == nil else { return [] }
    let hours = preferences.settings.number(.sync)
    guard hours > 0, time.now.milliseconds - checked.milliseconds >= hours * 3_600_000 else {
      return []
    }
    return sync(.syncAll)
  }
}
