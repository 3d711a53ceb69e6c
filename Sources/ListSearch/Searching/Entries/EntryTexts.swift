import ListModel

/// The texts of entries, as a word is looked for in them.
struct EntryTexts {
  private let titles: FoldedColumn
  private let urls: FoldedColumn
  private let descriptions: FoldedColumn
  /// The catalog with the original texts; owned by the search.
  private let index: Unmanaged<SearchIndex>
  private let titleLetters: SignatureRows
  private let urlPairs: SignatureRows
  private let descriptionPairs: SignatureRows
  private let otherLetters: SignatureRows
  /// Whether `others` is all that is to be known.
  let knowsOthers: Bool

  init(_ index: SearchIndex) {
    titles = index.titles
    urls = index.urls
    descriptions = index.descriptions
    self.index = .passUnretained(index)
    titleLetters = index.titleLetters
    urlPairs = index.urlPairs
    descriptionPairs = index.descriptionPairs
    otherLetters = index.otherLetters
    knowsOthers = otherLetters.tells(of: index.count, by: Sign.otherRows)
  }

  /// Returns which of 64 titles may have a word.
  @inline(__always)
  func titles(_ text: UnsafePointer<TextTerm>, _ word: Int, _ effort: Effort) -> UInt64 {
    if effort == .typos, let matcher = text.pointee.typoMatcher {
      let sure = titleLetters.texts(having: text.pointee.sureLetters, at: word)
      return sure == 0
        ? 0
        : sure & titleLetters.texts(having: text.pointee.letters, but: matcher.allowed, at: word)
    }
    return titleLetters.texts(having: text.pointee.letters, at: word)
  }

  @inline(__always)
  func urls(_ text: UnsafePointer<TextTerm>, _ word: Int) -> UInt64 {
    // One letter has no neighbours to be recognised by.
    if let letter = text.pointee.letter { return others(having: letter, word) }
    return urlPairs.texts(having: text.pointee.pairs, at: word)
  }

  @inline(__always)
  func descriptions(_ text: UnsafePointer<TextTerm>, _ word: Int) -> UInt64 {
    if let letter = text.pointee.letter { return others(having: letter, word) }
    return descriptionPairs.texts(having: text.pointee.pairs, at: word)
  }

  /// Returns which of 64 entries have a letter in the URL or the description.
  @inline(__always)
  func others(having letter: UInt8, _ word: Int) -> UInt64 {
    otherLetters.texts(having: letter, at: word)
  }

  /// Asks memory for the texts of candidates that will soon be searched.
  ///
  /// They are few, so their texts are far apart, and without this reading each of them takes longer
  /// than searching it.
  func prefetch(_ candidates: CandidateEntries, among entries: UInt64, of word: Int) {
    titles.prefetch(candidates.title & entries, of: word)
    urls.prefetch(candidates.url & entries, of: word)
    descriptions.prefetch(candidates.description & entries, of: word)
  }

  /// Returns how many bytes a folded title has.
  @inline(__always)
  func titleLength(_ entry: Int) -> Int { titles[entry].count }

  @inline(__always)
  func titlePoints(_ text: UnsafePointer<TextTerm>, _ entry: Int, _ effort: Effort) -> Int {
    let title = titles[entry]
    let points = text.pointee.matcher.titlePoints(title)
    if points > 0, text.pointee.casedMatcher == nil { return points }
    guard points > 0 || (effort >= .scattered && text.pointee.matcher.isFuzzy) else { return 0 }
    return lessUsualTitlePoints(text, entry, title, effort)
  }

  @inline(__always)
  func urlPoints(_ text: UnsafePointer<TextTerm>, _ entry: Int) -> Int {
    let points = text.pointee.matcher.urlPoints(urls[entry])
    guard points > 0, let cased = text.pointee.casedMatcher else { return points }
    return withCased(\.urls, entry, folded: nil) { cased.urlPoints($0) }
  }

  @inline(__always)
  func descriptionPoints(_ text: UnsafePointer<TextTerm>, _ entry: Int) -> Int {
    let points = text.pointee.matcher.descriptionPoints(descriptions[entry])
    guard points > 0, let cased = text.pointee.casedMatcher else { return points }
    return withCased(\.descriptions, entry, folded: nil) { cased.descriptionPoints($0) }
  }

  /// Returns the score of a misspelt word in a title.
  func typoPoints(_ text: UnsafePointer<TextTerm>, _ entry: Int) -> Int? {
    text.pointee.typoMatcher?.titlePoints(titles[entry])
  }

  @inline(never)
  private func lessUsualTitlePoints(
    _ text: UnsafePointer<TextTerm>, _ entry: Int, _ title: FoldedSlice, _ effort: Effort
  ) -> Int {
    guard let cased = text.pointee.casedMatcher else {
      return text.pointee.matcher.scatteredPoints(title)
    }
    return withCased(\.titles, entry, folded: title) { title in
      let points = cased.titlePoints(title)
      return points > 0 || effort < .scattered ? points : cased.scatteredPoints(title)
    }
  }

  /// Returns a text folded except for its case; in place if it is plain.
  private func withCased(
    _ column: KeyPath<Catalog, EntryTextColumn>, _ entry: Int, folded: FoldedSlice?,
    _ body: (FoldedSlice) -> Int
  ) -> Int {
    index._withUnsafeGuaranteedRef { index in
      index.catalog[keyPath: column].withBytes(at: entry) { bytes in
        let text = FoldedSlice(bytes)
        if text.isPlain { return body(folded.map { FoldedSlice(text, boundariesOf: $0) } ?? text) }
        var cased = FoldedColumnBuilder()
        cased.append(bytes, keepingCase: true, findingWords: folded != nil)
        return cased.withSlice(0, body)
      }
    }
  }
}
