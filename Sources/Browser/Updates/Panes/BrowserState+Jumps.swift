import ListModel

extension BrowserState {
  /// The current location.
  var location: Location { Location(place: place.position, page: page?.location) }

  /// Runs a body that may lead elsewhere, and records the previous location for `C-o`.
  ///
  /// - Parameter leadsToEntry: whether another entry, or another line of the page, counts as
  ///   elsewhere.
  mutating func notingJump(
    leadsToEntry: Bool = false, _ body: (inout BrowserState) -> [BrowserEffect]
  ) -> [BrowserEffect] {
    let before = here()
    let effects = body(&self)
    let after = here()
    let isElsewhere =
      !after.place.hasSameChoice(as: before.place)
      || (after.page == nil) != (before.page == nil)
      || !(after.page?.isSamePage(as: before.page) ?? true)
    let isWalking = before.place.focus.isFacet && after.place.focus == before.place.focus
    if isElsewhere || (leadsToEntry && !after.isSame(as: before)) {
      // Each row of a facet that the cursor passes is a choice; going back skips them all.
      if !isWalking || walkedFacet != place.focus { jumps.record(before) }
    }
    walkedFacet = isWalking && isElsewhere || place.focus == walkedFacet ? place.focus : nil
    return effects
  }

  // Mutating, because unoptimised builds would copy the state for the call.
  private mutating func here() -> Location { location }

  /// Goes to the previous or next location.
  mutating func jump(back isBack: Bool) -> [BrowserEffect] {
    let times = min(takeCount() ?? 1, JumpList.most)
    var target: Location?
    for _ in 0..<times {
      let here = target ?? location
      guard let next = isBack ? jumps.goBack(from: here) : jumps.goForward(from: here) else {
        break
      }
      target = next
    }
    walkedFacet = nil
    guard let target else {
      message = Message(.information, isBack ? "nowhere to go back to" : "nowhere to go forward to")
      return []
    }
    return go(to: target)
  }

  private mutating func go(to location: Location) -> [BrowserEffect] {
    var effects: [BrowserEffect] = []
    if place.kind != location.place.kind {
      openPlace(location.place.kind)
      if place.kind.isOfBookmarks { effects.append(.readBookmarks) }
    }
    if place.isAwaitingBookmarks {
      unrestored = Session.SavedPlace(location.place, place.arrangement)
    } else {
      place.go(to: location.place, today: today)
    }
    if place.focus.isFacet { place.lastFacet = place.focus }
    guard let destination = location.page else {
      leavePage()
      return effects
    }
    if !destination.isSamePage(as: page?.location) {
      leavePage()
      guard let recent = takeRecentPage(destination) else { return effects + read(destination) }
      page = recent
    }
    page?.go(to: destination)
    return effects
  }

  /// Closes the page and keeps it, to show it again without reading it.
  mutating func leavePage() {
    guard let page else { return }
    remember(page)
    recentPages.append(page)
    // Enough for a way back, and few enough for large pages.
    if recentPages.count > 10 { recentPages.removeFirst() }
    self.page = nil
  }

  private mutating func takeRecentPage(_ location: PageLocation) -> PageView? {
    guard let index = recentPages.lastIndex(where: { location.isSamePage(as: $0.location) }) else {
      return nil
    }
    return recentPages.remove(at: index)
  }
}

extension Command {
  /// Whether going to another entry or line by this command is worth recording.
  var leadsFar: Bool {
    switch self {
    case .goTop, .goBottom, .surprise, .goOtherList: true
    default: false
    }
  }

  /// Whether it only moves the cursor, which counts as a jump only in a facet.
  var isStep: Bool {
    switch self {
    case .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .detailDown,
      .detailUp, .nextMatch, .previousMatch:
      true
    default: false
    }
  }
}
