import ListModel

/// What the last event changed of a frame that is on the screen.
package enum FrameChange: Equatable, Sendable {
  /// Anything.
  case everything
  /// The cursor of the entries left this row for another that was on the screen already; the detail
  /// follows it.
  case cursor(from: Int)
}

/// What a step of the cursor leaves as it is, where nothing but the step is to be drawn.
struct FrameBasis: Equatable {
  private let message: Message?
  private let top: Int
  private let count: Int?
  private let pendingKeys: Int

  /// Nil where more than two rows and the detail may tell of a step.
  init?(_ state: BrowserState) {
    guard state.place.focus == .entries, state.place.selection.rangeStart == nil,
      !state.showsContinuations, state.prompt == nil, state.overlay == nil, state.page == nil,
      state.question == nil, !state.isPlain
    else { return nil }
    message = state.message
    top = state.place.entries.top
    count = state.count
    pendingKeys = state.pendingKeys.count
  }
}

extension BrowserState {
  /// What the detail tells of; two frames that differ in it have other details.
  package var detailSubject: DetailSubject {
    let kind = place.kind
    if place.focus == .lists || place.focus == .categories, let pane = place.facet(place.focus) {
      return DetailSubject(kind: kind, entry: place.selected, chosen: pane.chosen)
    }
    return DetailSubject(kind: kind, entry: place.selected, chosen: .all)
  }
}

/// What the detail tells of.
package struct DetailSubject: Equatable, Sendable {
  let kind: Place.Kind
  let entry: EntryIndex?
  /// The list or category that has the focus.
  let chosen: FacetKey
}
