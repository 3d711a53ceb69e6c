import ListModel

extension Searcher {
  /// Prepares the results of the first letter of a query in titles, nearly all of which contain any
  /// letter.
  ///
  /// Takes a pass over the titles on the calling thread, and 18 bytes per entry. `isCancelled` is
  /// called every few thousand entries; the results until then remain usable.
  func firstLetters(isCancelled: () -> Bool) -> NextLetters {
    let memory = SearchMemory(sparedMemory)
    let letters = NextLetters(
      [], isOfAllTexts: false, scope: nil, image: catalog.image, wordCount: index.wordCount,
      memory: memory)
    let builder = NextLettersBuilder(
      [], index: index, standing: nil, isOfAllTexts: false, memory: memory)
    fill(letters, builder, isCancelled: isCancelled)
    return letters
  }

  /// Prepares the results of one more letter after the word of an answered query; nil if the query
  /// is not a single word.
  ///
  /// Reads the texts that have the word, on the calling thread; `isCancelled` as in `firstLetters`.
  func nextLetters(after trace: SearchTrace, isCancelled: () -> Bool) -> NextLetters? {
    guard let word = trace.query.onlyWord, trace.image === catalog.image else { return nil }
    let memory = SearchMemory(sparedMemory)
    let letters = NextLetters(
      word, isOfAllTexts: true, scope: trace.scope, image: catalog.image,
      wordCount: index.wordCount, memory: memory)
    let builder = NextLettersBuilder(
      word, index: index, standing: trace.exact, isOfAllTexts: true, memory: memory)
    fill(letters, builder, isCancelled: isCancelled)
    return letters
  }

  private func fill(
    _ letters: NextLetters, _ builder: NextLettersBuilder, isCancelled: () -> Bool
  ) {
    for start in stride(from: 0, to: index.wordCount, by: NextLetters.blockSize) {
      guard !isCancelled() else { return }
      builder.fill(start..<min(index.wordCount, start + NextLetters.blockSize), of: letters)
    }
  }

  /// Returns the cached results of a query's only word.
  func known(
    of query: Query, in anticipated: [NextLetters], scope: EntrySet?, memory: SearchMemory
  ) -> KnownLetter? {
    guard let word = query.onlyWord else { return nil }
    for letters in anticipated
    where letters.image === catalog.image && (letters.scope == nil || letters.scope == scope) {
      if let known = KnownLetter(letters, completing: word, memory: memory) { return known }
    }
    return nil
  }
}

extension Query {
  /// The folded word of the query; nil if it is not a single word that may occur anywhere in any
  /// case.
  var onlyWord: [UInt8]? {
    guard clauses.count == 1, let term = clauses.first?.terms.first,
      clauses.first?.terms.count == 1, !term.isNegated,
      case .text(let pattern, nil) = term.condition, pattern.cased == nil, !pattern.isAnchored
    else { return nil }
    return pattern.folded
  }
}
