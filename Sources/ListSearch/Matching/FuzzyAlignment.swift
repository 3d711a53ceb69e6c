extension FuzzyScorer {
  /// The offsets of the alignment that is scored, one for each byte of the needle.
  ///
  /// Of several with the same score it is the one that ends first; nil where there is none.
  func alignment(_ text: FoldedSlice) -> [Int]? {
    guard !needle.isEmpty, needle.count <= Self.longestNeedle, text.count <= Self.longestTitle
    else { return nil }
    var rows = [[Step?]]()
    for place in needle.indices {
      rows.append(row(place, text, above: rows.last ?? []))
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

  /// The best way for a byte of the needle to stand at an offset.
  private struct Step {
    var score: Int
    var bonus: Int
    /// Where the byte before it in the needle stands.
    var previous: Int?
  }

  private func lastStep(_ row: [Step?]) -> Int? {
    var best: (offset: Int, score: Int)?
    for (offset, step) in row.enumerated() {
      if let step, step.score > best?.score ?? -1 { best = (offset, step.score) }
    }
    return best?.offset
  }

  private func row(_ place: Int, _ text: FoldedSlice, above: [Step?]) -> [Step?] {
    var row = [Step?](repeating: nil, count: text.count)
    // The best end of the row above that lies two bytes back or more.
    var reached: (worth: Int, offset: Int)?
    for offset in 0..<text.count {
      if place > 0, offset >= 2, let older = above[offset - 2],
        older.score + offset - 2 > reached?.worth ?? .min
      {
        reached = (older.score + offset - 2, offset - 2)
      }
      guard text.bytes[offset] == needle[place] else { continue }
      let bonus = bonus(text, offset)
      guard place > 0 else {
        row[offset] = Step(score: Self.match + 2 * bonus, bonus: bonus, previous: nil)
        continue
      }
      if let reached {
        let won = max(0, reached.worth - offset - Self.gapStart + 2)
        row[offset] = Step(
          score: won + Self.match + bonus, bonus: bonus, previous: reached.offset)
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
}
