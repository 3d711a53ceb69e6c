extension FuzzyScorer {
  /// Returns the offsets of the alignment that is scored, one for each byte of the needle.
  ///
  /// Of several with the same score the one that ends first; nil if there is none.
  func alignment(_ text: FoldedSlice) -> [Int]? {
    guard !needle.isEmpty, needle.count <= Self.longestNeedle, text.count <= Self.longestTitle
    else { return nil }
    let reachable = firstReachable(text)
    var rows = [[Step?]]()
    for place in needle.indices {
      rows.append(row(place, text, above: rows.last ?? [], reachable))
    }
    guard var offset = lastStep(rows[needle.count - 1]) else { return nil }
    var offsets = [offset]
    for place in needle.indices.dropFirst().reversed() {
      guard let previous = rows[place][offset]?.previous else { return nil }
      offset = previous
      offsets.append(offset)
    }
    return offsets.reversed()
  }

  /// The best alignment that ends with a byte of the needle at an offset.
  private struct Step {
    var score: Int
    var bonus: Int
    /// The place of the byte before it in the needle.
    var previous: Int?
  }

  private func lastStep(_ row: [Step?]) -> Int? {
    var best: (offset: Int, score: Int)?
    for (offset, step) in row.enumerated() {
      if let step, step.score > best?.score ?? -1 { best = (offset, step.score) }
    }
    return best?.offset
  }

  /// For each offset the first one from which a gap may lead to it.
  private func firstReachable(_ text: FoldedSlice) -> [Int] {
    var words: [(start: Int, letters: Int)] = [(0, 0)]
    var first: [Int] = []
    for offset in 0..<text.count {
      let isStart = text.isWordStart(offset)
      if isStart { words.append((offset, 0)) }
      if isWordByte(text[offset]) { words[words.count - 1].letters += 1 }
      var from = words.count - 1
      if isStart {
        from -= 1
        while from > 0, words[from].letters <= Self.shortWord { from -= 1 }
      }
      first.append(words[from].start)
    }
    return first
  }

  private func row(
    _ place: Int, _ text: FoldedSlice, above: [Step?], _ reachable: [Int]
  ) -> [Step?] {
    var row = [Step?](repeating: nil, count: text.count)
    for offset in 0..<text.count where text[offset] == needle[place] {
      let bonus = bonus(text, offset)
      guard place > 0 else {
        if text.isWordStart(offset) || !isWordByte(text[offset]) {
          row[offset] = Step(score: Self.match + 2 * bonus, bonus: bonus, previous: nil)
        }
        continue
      }
      let first = reachable[offset]
      if let (worth, end) = bestEnd(above, first..<max(first, offset - 1)) {
        let won = max(0, worth - offset - Self.gapStart + 2)
        row[offset] = Step(score: won + Self.match + bonus, bonus: bonus, previous: end)
      }
      if offset >= 1, let run = above[offset - 1] {
        let score = run.score + Self.match + max(bonus, run.bonus, Self.consecutive)
        if score >= row[offset]?.score ?? .min {
          row[offset] = Step(score: score, bonus: max(run.bonus, bonus), previous: offset - 1)
        }
      }
    }
    return row
  }

  /// Returns the best end in a range of the previous row: score + offset, and its position.
  private func bestEnd(_ above: [Step?], _ range: Range<Int>) -> (worth: Int, offset: Int)? {
    var best: (worth: Int, offset: Int)?
    for offset in range {
      if let step = above[offset], step.score + offset > best?.worth ?? .min {
        best = (step.score + offset, offset)
      }
    }
    return best
  }
}
