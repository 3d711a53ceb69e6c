import ListModel

/// A page that was left for the detail of one of its entries.
///
/// A class, because the browser's state is copied into many functions and this is its largest part.
final class CoveredPage: Sendable {
  let page: PageView
  /// The place below the page, as it was before it showed the entry.
  let place: Place
  /// The entry whose detail is shown.
  let entry: EntryIndex

  init(page: PageView, place: Place, entry: EntryIndex) {
    (self.page, self.place, self.entry) = (page, place, entry)
  }
}

extension BrowserState {
  /// Whether leaving the current view leads back to a page.
  package var returnsToPage: Bool {
    page == nil && coveredPage.map { $0.place.kind == place.kind } ?? false
  }

  /// Shows the page again from which a detail was opened, and restores the place below it.
  mutating func returnToPage() {
    guard let covered = coveredPage else { return }
    coveredPage = nil
    place.goBack(to: covered.place)
    page = covered.page
  }

  /// Drops the page once another entry is selected.
  mutating func forgetCoveredPage() {
    guard returnsToPage, !place.isAwaitingResult, let covered = coveredPage,
      place.selected != covered.entry
    else { return }
    coveredPage = nil
  }
}
