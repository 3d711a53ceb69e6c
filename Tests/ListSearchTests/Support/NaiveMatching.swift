@testable import ListSearch

/// The score of a word in a text, by brute force.
struct NaiveWord {
  let text: String
  var isFuzzy = true
  var start = false
  var end = false

  var isCased: Bool { folded(true).scalars != folded(false).scalars }

  private func folded(_ keepingCase: Bool) -> NaiveText {
    NaiveText(text, keepingCase: keepingCase)
  }

  var needle: [UInt32] { folded(isCased).scalars }

  /// The places in a text where the word is, its anchors allowing.
  func places(in text: NaiveText) -> [Int] {
    guard text.scalars.count >= needle.count else { return [] }
    return (0...(text.scalars.count - needle.count)).filter { place in
      Array(text.scalars[place..<(place + needle.count)]) == needle
        && (!start || place == 0) && (!end || place + needle.count == text.scalars.count)
    }
  }

  /// The best of the places: 3 a whole word, 2 the start of one, 1 inside; 0 none.
  ///
  /// Only in titles do words begin inside a run of letters.
  func grade(in original: String, isTitle: Bool = false) -> Int {
    let text = NaiveText(original, keepingCase: isCased, hasHumps: isTitle)
    return places(in: text).map { place in
      !text.isEdge(place) ? 1 : text.isEdge(place + needle.count) ? 3 : 2
    }.max() ?? 0
  }

  func titlePoints(_ original: String, scattered: Bool = true) -> Int {
    let text = NaiveText(original, keepingCase: isCased)
    let grade = grade(in: original, isTitle: true)
    if grade > 0 {
      if text.scalars == needle { return MatchPoints.exactTitle }
      if !end, places(in: text).first == 0 {
        return text.isEdge(needle.count) ? MatchPoints.titlePrefixWord : MatchPoints.titlePrefix
      }
      return [0, MatchPoints.title, MatchPoints.titleWordStart, MatchPoints.titleWord][grade]
    }
    let length = text.bytewise.scalars.count
    guard isFuzzy, scattered, length <= 100 else { return 0 }
    let isASCII = needle.allSatisfy { $0 < 0x80 }
    let units = isASCII ? text.bytewise : text
    guard let score = NaiveFuzzy(needle: needle, text: units).best(),
      score * 10 >= (needle.count * 26 + 10) * 6
    else { return 0 }
    return MatchPoints.fuzzyTitle + MatchPoints.fuzzySpread * score / (needle.count * 26 + 10)
  }

  /// The fewest edits with which a word of the text begins with the needle, and its position; nil
  /// for too many.
  func edits(in original: String, isTitle: Bool = false) -> (edits: Int, edges: Int)? {
    let text = NaiveText(original, keepingCase: false, hasHumps: isTitle).bytewise
    let needle = folded(false).scalars
    let allowed = min(2, needle.count / 4)
    guard isFuzzy, allowed > 0, needle.allSatisfy({ $0 < 0x80 }), text.scalars.count <= 100 else {
      return nil
    }
    var least: (edits: Int, edges: Int)?
    for start in text.scalars.indices
    where NaiveText.isWord(text.scalars[start]) && text.isEdge(start) {
      if allowed == 1, text.scalars[start] != needle[0] { continue }
      var nearest = (edits: 9, edges: 0)
      for end in start..<text.scalars.count where end - start < needle.count + allowed {
        let found = distance(needle[...], text.scalars[start...end])
        let edges = start > 0 ? 0 : end + 1 < text.scalars.count ? 1 : 2
        if found <= nearest.edits { nearest = (found, edges) }
      }
      if nearest.edits <= allowed, nearest.edits < least?.edits ?? 9 { least = nearest }
    }
    return least
  }

  private func distance(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
    var table: [[Int]] = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    let (left, right) = (Array(left), Array(right))
    for row in 0...left.count {
      for column in 0...right.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        var least = min(table[row - 1][column], table[row][column - 1]) + 1
        let isSame = left[row - 1] == right[column - 1]
        least = min(least, table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, table[row - 2][column - 2] + 1)
        }
        table[row][column] = least
      }
    }
    return table[left.count][right.count]
  }
}

/// The scheme of bonuses by recursion: the best way to reach each pair of a letter and a place.
struct NaiveFuzzy {
  let needle: [UInt32]
  let text: NaiveText

  func best() -> Int? {
    var rows: [[(score: Int, bonus: Int)?]] = []
    for letter in needle.indices {
      rows.append(
        text.scalars.indices.map { place in
          guard text.scalars[place] == needle[letter] else { return nil }
          let bonus = bonus(place)
          guard letter > 0 else {
            let isFirst = text.wordStarts[place] || !NaiveText.isWord(text.scalars[place])
            return isFirst ? (16 + 2 * bonus, bonus) : nil
          }
          var best: (score: Int, bonus: Int)?
          if place > 0, let run = rows[letter - 1][place - 1] {
            best = (run.score + 16 + max(bonus, run.bonus, 4), max(run.bonus, bonus))
          }
          for earlier in 0..<max(0, place - 1) {
            guard let from = rows[letter - 1][earlier], mayFollow(earlier, place) else { continue }
            let gap = place - earlier - 1
            let score = max(0, from.score - 3 - (gap - 1)) + 16 + bonus
            if score > best?.score ?? -1 { best = (score, bonus) }
          }
          return best
        })
    }
    return rows.last?.compactMap { $0?.score }.max()
  }

  /// Whether the next letter may be at a place after a gap: in the same word, or at the start of
  /// a later one if those between have three letters at most.
  private func mayFollow(_ earlier: Int, _ place: Int) -> Bool {
    func starts(_ range: Range<Int>) -> [Int] { range.filter { text.wordStarts[$0] } }
    let between = starts((earlier + 1)..<place)
    guard text.wordStarts[place] else { return between.isEmpty }
    return zip(between, between.dropFirst() + [place]).allSatisfy { start, end in
      text.scalars[start..<end].count { NaiveText.isWord($0) } <= 3
    }
  }

  private func bonus(_ place: Int) -> Int {
    guard place > 0 else { return 10 }
    guard NaiveText.isWord(text.scalars[place]) else { return 0 }
    let before = text.scalars[place - 1]
    if NaiveText.isWord(before) { return text.wordStarts[place] ? 7 : 0 }
    if before == 32 { return 10 }
    return [44, 47, 58, 59, 124].contains(before) ? 9 : 8
  }
}
