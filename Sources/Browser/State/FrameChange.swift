import ListModel

/// How the last event changed the visible frame.
package enum FrameChange: Equatable, Sendable {
  /// Anything.
  case everything
  /// The cursor of the entries moved from this row, when this row was at the top of their pane; the
  /// detail follows it.
  case cursor(from: Int, top: Int)
}

/// The inputs of a frame that a step of the cursor must not change if only the step is to be
/// redrawn.
struct FrameBasis: Equatable {
  private let message: Message?
  private let count: Int?
  private let pendingKeys: Int

  /// Nil if a step may change more than the entries' pane and the detail.
  init?(_ state: BrowserState) {
    guard state.place.focus == .entries, state.place.selection.rangeStart == nil,
      !state.showsContinuations, state.prompt == nil, state.overlay == nil, state.page == nil,
      state.question == nil, !state.isPlain
    else { return nil }
    message = state.message
    count = state.count
    pendingKeys = state.pendingKeys.count
  }
}

extension BrowserState {
  /// The inputs of the detail; frames that differ in it have different details.
  package var detailSubject: DetailSubject {
    let kind = place.kind
    if place.focus == .lists || place.focus == .categories, let pane = place.facet(place.focus) {
      return DetailSubject(kind: kind, entry: place.selected, chosen: pane.chosen)
    }
    return DetailSubject(kind: kind, entry: place.selected, chosen: .all)
  }
}

/// The inputs of the detail.
package struct DetailSubject: Equatable, Sendable {
  let kind: Place.Kind
  let entry: EntryIndex?
  /// The focused list or category.
  let chosen: FacetKey
}
