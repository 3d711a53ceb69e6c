/// Scores entries for a query of one word that must occur in them.
///
/// Most queries are of this kind, every query starts as one, and the first letters match the most.
/// A word scores by the first field that contains it, so 64 entries are searched field by field; an
/// entry found in one field is not searched in others. A class, to avoid copying it for each 64
/// entries.
final class SingleWordMatcher {
  private let text: UnsafePointer<TextTerm>
  private let texts: EntryTexts
  private let columns: EntryColumns
  /// The signature bit of a single-letter word that may occur anywhere.
  ///
  /// The signatures then suffice for URLs and descriptions: a letter scores the same wherever it
  /// occurs in them.
  private let letter: UInt8?
  /// The results prepared before the word's last letter was typed.
  private let known: KnownLetter?

  /// Nil if the query is not of this kind: it is case-sensitive, negated, or has more words.
  init?(_ plan: QueryPlan, texts: EntryTexts, columns: EntryColumns, known: KnownLetter?) {
    guard plan.effort == .exact, plan.terms.count == 1, !plan.terms[0].isNegated,
      case .text(let text) = plan.terms[0].test, text.pointee.casedMatcher == nil
    else { return nil }
    self.text = text
    self.texts = texts
    self.columns = columns
    self.known = known
    letter = texts.knowsOthers && text.pointee.isAnywhere ? text.pointee.letter : nil
  }

  /// Returns the candidates among 64 entries, and asks memory for their texts.
  func candidates(_ word: Int, among entries: UInt64) -> CandidateEntries {
    var found = CandidateEntries()
    let isKnown = known?.tells(of: word) == true
    if isKnown, known?.isOfAllTexts == true { return found }
    if text.pointee.inTitle, !isKnown { found.title = texts.titles(text, word, .exact) & entries }
    // Signatures suffice for a letter in other texts, and most titles have it.
    guard letter == nil else { return found }
    if text.pointee.inURL { found.url = texts.urls(text, word) & entries }
    if text.pointee.inDescription { found.description = texts.descriptions(text, word) & entries }
    texts.prefetch(found, among: entries, of: word)
    return found
  }

  /// Returns which of 64 entries match, with their points.
  ///
  /// - Parameter possible: their candidates.
  func match(
    _ word: Int, among entries: UInt64, _ possible: CandidateEntries,
    points: UnsafeMutableBufferPointer<UInt16>
  ) -> UInt64 {
    var left = entries
    let isKnown: Bool
    if let known, known.tells(of: word) {
      isKnown = true
      let found = take(known, word, among: entries, points)
      if known.isOfAllTexts { return found }
      left &= ~found
    } else {
      isKnown = false
      left &= ~take(possible.title & left, word, points) { texts.titlePoints(text, $0, .exact) }
    }
    if left != 0, text.pointee.hasCategories, !isKnown {
      left &= ~take(left, word, points) {
        columns.number(text.pointee.categoryPoints, ofCategoryOf: $0)
      }
    }
    if left == 0 { return entries }
    if let letter {
      left &= ~take(texts.others(having: letter, word) & left, word, points) { _ in
        MatchPoints.description
      }
      return entries & ~left
    }
    left &= ~take(possible.url & left, word, points) { texts.urlPoints(text, $0) }
    left &= ~take(possible.description & left, word, points) { texts.descriptionPoints(text, $0) }
    return entries & ~left
  }

  /// Records the known scores of entries and their categories; returns which entries score at all.
  @inline(__always)
  private func take(
    _ known: KnownLetter, _ word: Int, among entries: UInt64,
    _ points: UnsafeMutableBufferPointer<UInt16>
  ) -> UInt64 {
    let (found, inTitle) = known.take(word, points: points)
    guard text.pointee.hasCategories else { return found & entries }
    var left = entries & ~inTitle
    var inCategory: UInt64 = 0
    while left != 0 {
      let place = left.trailingZeroBitCount
      left &= left &- 1
      let entry = word << 6 | place
      let worth = columns.number(text.pointee.categoryPoints, ofCategoryOf: entry)
      points[entry] = max(points[entry], UInt16(truncatingIfNeeded: worth))
      inCategory |= (worth > 0 ? 1 : 0) << UInt64(place)
    }
    return (found | inCategory) & entries
  }

  /// Records the entries' scores; returns which have any.
  @inline(__always)
  private func take(
    _ entries: UInt64, _ word: Int, _ points: UnsafeMutableBufferPointer<UInt16>,
    _ worth: (Int) -> Int
  ) -> UInt64 {
    var left = entries
    var found: UInt64 = 0
    while left != 0 {
      let place = left.trailingZeroBitCount
      left &= left &- 1
      let entry = word << 6 | place
      let worth = worth(entry)
      points[entry] = UInt16(truncatingIfNeeded: worth)
      found |= (worth > 0 ? 1 : 0) << UInt64(place)
    }
    return found
  }
}
