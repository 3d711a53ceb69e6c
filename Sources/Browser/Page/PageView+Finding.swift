package import PageLayout

extension PageView {
  /// Returns the highlights of a line, as byte ranges of its text.
  package func matches(on position: PagePosition) -> [Range<Int>] {
    search.isEmpty ? [] : foundMatches?.ranges(on: position) ?? []
  }

  /// Searches the page, unless the matches are current for this layout and this part of the page.
  ///
  /// A page too long to be laid out as a whole is searched from the screen on.
  mutating func updateMatches() {
    guard !search.isEmpty else {
      foundMatches = nil
      return
    }
    if let matches = foundMatches, matches.search.utf8.elementsEqual(search.utf8),
      matches.options == page.options,
      page.isWhole
        || matches.pieces.contains(top.piece) && matches.pieces.contains(cursor.piece)
    {
      return
    }
    let first = page.isWhole ? 0 : min(top.piece, cursor.piece)
    let end = page.isWhole ? page.pieceCount : first + LaidOutPage.wholePieces
    foundMatches = PageMatches(of: search, in: &page, pieces: first..<min(page.pieceCount, end))
    findHidden()
  }

  /// Adds the matches in closed `<details>`, if the page is small enough to be searched as a whole.
  private mutating func findHidden() {
    guard page.isWhole,
      (0..<page.pieceCount).contains(where: { !page.piece($0).closedDetails.isEmpty })
    else { return }
    var options = page.options
    options.opensDetails = true
    options.toggledDetails = []
    var opened = openedPage?.page ?? page
    _ = opened.change(to: options, keeping: 1)
    let matches = PageMatches(of: search, in: &opened, pieces: 0..<opened.pieceCount)
    foundMatches?.addHidden(matches, in: opened, shownAs: &page)
    openedPage = OpenedPage(opened)
  }

  /// Goes to the next match, wrapping around at the end of the page; returns its number and the
  /// number of matches.
  mutating func goToMatch(
    from start: PagePosition, forward: Bool, includingStart: Bool
  ) -> (number: Int, count: Int, isPartial: Bool)? {
    updateMatches()
    guard var matches = foundMatches, !matches.all.isEmpty else { return nil }
    var all = matches.all
    // A line may have several matches: the next one is after the one last visited.
    let last = match.flatMap { last in
      last.position == start && !includingStart ? all.firstIndex(of: last) : nil
    }
    let index: Int
    if let last {
      index = (last + (forward ? 1 : all.count - 1)) % all.count
    } else if forward {
      // Matches in closed details come after their summary.
      index =
        all.firstIndex { match in
          match.position > start
            || match.position == start && (includingStart || match.hidden != nil)
        } ?? 0
    } else {
      index = all.lastIndex { $0.position < start } ?? all.count - 1
    }
    if let line = all[index].hidden {
      // Opening details does not change their order.
      openDetails(hiding: line)
      updateMatches()
      matches = foundMatches ?? matches
      all = matches.all
      guard all.indices.contains(index) else { return nil }
    }
    go(to: all[index].position)
    match = all[index]
    return (index + 1, all.count, matches.isPartial)
  }
}

/// A page whose `<details>` are all open.
///
/// A class, because the browser's state is copied into many functions.
final class OpenedPage: Sendable {
  let page: LaidOutPage

  init(_ page: LaidOutPage) { self.page = page }
}
