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
      LastWord(letters: [], others: []), isOfAllTexts: false, scope: nil, image: catalog.image,
      wordCount: index.wordCount, memory: memory)
    let builder = NextLettersBuilder(
      [], index: index, standing: nil, isOfAllTexts: false, memory: memory)
    fill(letters, builder, isCancelled: isCancelled)
    return letters
  }

  /// Prepares the results of one more letter after the last word of an answered query; nil if the
  /// answer is of another catalog.
  ///
  /// Reads the texts of the entries found, on the calling thread; `isCancelled` as in
  /// `firstLetters`.
  func nextLetters(
    after trace: SearchTrace, _ word: LastWord, isCancelled: () -> Bool
  ) -> NextLetters? {
    guard trace.image === catalog.image else { return nil }
    let memory = SearchMemory(sparedMemory)
    let letters = NextLetters(
      word, isOfAllTexts: true, scope: trace.scope, image: catalog.image,
      wordCount: index.wordCount, memory: memory)
    let builder = NextLettersBuilder(
      word.letters, index: index, standing: trace.exact, isOfAllTexts: true, memory: memory)
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

  /// Returns the cached results of a query's last word.
  func known(
    of query: Query, in anticipated: [NextLetters], scope: EntrySet?, memory: SearchMemory
  ) -> KnownLetter? {
    guard let word = query.lastWord else { return nil }
    for letters in anticipated
    where letters.image === catalog.image && (letters.scope == nil || letters.scope == scope) {
      if let known = KnownLetter(letters, completing: word, memory: memory) { return known }
    }
    return nil
  }
}
