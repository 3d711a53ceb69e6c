import ListModel
import ListSearch

extension BrowserState {
  /// Requests the previous or next version of the page.
  mutating func readVersion(newer: Bool) -> [BrowserEffect] {
    let steps = takeCount() ?? 1
    guard let page else { return [] }
    guard let version = page.contents.version else {
      message = Message(.information, "this page has no versions: its history is not followed")
      return []
    }
    var request = page.request
    request.version =
      newer ? .after(version.commit, steps: steps) : .before(version.commit, steps: steps)
    request.options = pageOptions()
    return read(request)
  }

  /// Requests the page as of a day.
  mutating func readPage(at day: String) -> [BrowserEffect] {
    guard let page else {
      message = Message(.information, "no page is shown: v shows that of the list")
      return []
    }
    guard let day = namedDay(day, today: today) else {
      message = Message(.error, "\(day): no such day: use 2026-11-01, yesterday or 2w")
      return []
    }
    var request = page.request
    request.version = .day(day)
    request.options = pageOptions()
    return read(request)
  }

  /// Shows the removed entries in their places, or hides them again.
  mutating func toggleRemoved() -> [BrowserEffect] {
    count = nil
    guard let page else { return [] }
    guard page.contents.version != nil else {
      message = Message(
        .information, "removed entries are unknown: the list's history is not followed")
      return []
    }
    var request = page.request
    request.showsRemoved.toggle()
    request.options = pageOptions()
    return read(request)
  }

  mutating func showVersionChanges() {
    guard let version = page?.contents.version else {
      message = Message(.information, "this page has no versions: its history is not followed")
      return
    }
    if version.changes.isEmpty {
      message = Message(.information, "this version changed no entry")
    } else {
      page?.showsChanges.toggle()
      page?.changesTop = 0
    }
  }
}
