package import PageLayout

extension PageView {
  /// What is to be highlighted on a line, as ranges of the bytes of its text.
  package func matches(on position: PagePosition) -> [Range<Int>] {
    search.isEmpty ? [] : foundMatches?.ranges(on: position) ?? []
  }

  /// Finds what is looked for, unless it was found already for this layout and this part of the
  /// page.
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
    let end = page.isWhole ? page.pieceCount : first + LaidPage.wholePieces
    foundMatches = PageMatches(of: search, in: &page, pieces: first..<min(page.pieceCount, end))
  }

  /// Goes to the next place where what is looked for stands, round the end of the page; gives its
  /// number and how many there are.
  mutating func goToMatch(
    from start: PagePosition, forward: Bool, includingStart: Bool
  ) -> (number: Int, count: Int, isPartial: Bool)? {
    updateMatches()
    guard let matches = foundMatches, !matches.all.isEmpty else { return nil }
    let all = matches.all
    // A line may have several: the next one is behind the one that was gone to last.
    let last = match.flatMap { last in
      last.position == start && !includingStart ? all.firstIndex(of: last) : nil
    }
    let index: Int
    if let last {
      index = (last + (forward ? 1 : all.count - 1)) % all.count
    } else if forward {
      index = all.firstIndex { includingStart ? $0.position >= start : $0.position > start } ?? 0
    } else {
      index = all.lastIndex { $0.position < start } ?? all.count - 1
    }
    go(to: all[index].position)
    match = all[index]
    return (index + 1, all.count, matches.isPartial)
  }
}
