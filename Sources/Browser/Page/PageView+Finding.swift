package import PageLayout

/// Where something stands in a page: the bytes of a line's text.
package struct PageMatch: Equatable, Sendable {
  package let position: PagePosition
  package let range: Range<Int>
}

extension PageView {
  /// Whether a search minds case: as in vim's smartcase, if it has capitals.
  private static func folds(_ text: String) -> Bool {
    !text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Where what is looked for stands in a line; the letters of ASCII match in any case.
  package func matches(in line: ArraySlice<UInt8>) -> [Range<Int>] {
    guard !search.isEmpty else { return [] }
    return Self.matches(of: Array(search.utf8), folds: Self.folds(search), in: line)
  }

  private static func matches(
    of needle: [UInt8], folds: Bool, in line: ArraySlice<UInt8>
  ) -> [Range<Int>] {
    guard let first = needle.first, line.count >= needle.count else { return [] }
    func folded(_ byte: UInt8) -> UInt8 {
      folds && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    var found: [Range<Int>] = []
    var index = line.startIndex
    while index + needle.count <= line.endIndex {
      if folded(line[index]) == first,
        needle.indices.allSatisfy({ folded(line[index + $0]) == needle[$0] })
      {
        let start = index - line.startIndex
        found.append(start..<start + needle.count)
        index += needle.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The matches of the page in their order, at most so many.
  ///
  /// A page too long to be looked at as a whole is searched from the screen on.
  mutating func allMatches(limit: Int = 10_000) -> [PageMatch] {
    var found: [PageMatch] = []
    let pieces =
      page.isWhole
      ? 0..<page.pieceCount
      : cursor.piece..<min(page.pieceCount, cursor.piece + LaidPage.wholePieces)
    for index in pieces {
      let piece = page.piece(index)
      for line in piece.lines.indices {
        for range in matches(in: piece.text(ofLine: line)) {
          found.append(
            PageMatch(position: PagePosition(piece: index, line: line), range: range))
          if found.count == limit { return found }
        }
      }
    }
    return found
  }

  /// Goes to the next line with a match; gives its number and how many there are.
  mutating func goToMatch(
    from start: PagePosition, forward: Bool, includingStart: Bool
  ) -> (number: Int, count: Int)? {
    let all = allMatches()
    guard !all.isEmpty else { return nil }
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
    return (index + 1, all.count)
  }
}
