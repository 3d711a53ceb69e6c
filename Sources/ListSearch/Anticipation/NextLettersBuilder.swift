import ListModel

/// Searches entries for a word and records how they match it with each letter added.
///
/// One pass over the texts with the word covers all 36 possible next letters.
struct NextLettersBuilder {
  private let index: SearchIndex
  private let search: ByteSearch
  private let letters: UnsafeBufferPointer<UInt8>
  private let pairs: UnsafeBufferPointer<UInt8>
  private let isOfAllTexts: Bool
  /// The entries with the word; nil for all entries.
  private let standing: UnsafeBufferPointer<UInt64>?

  /// Creates a builder for a folded word, with its buffers in `memory`.
  init(
    _ word: [UInt8], index: SearchIndex, standing: [UInt64]?, isOfAllTexts: Bool,
    memory: SearchMemory
  ) {
    self.index = index
    self.isOfAllTexts = isOfAllTexts
    self.standing = standing.map { memory.keep($0) }
    search = ByteSearch(UnsafeRawBufferPointer(memory.keep(word)))
    letters = memory.keep(Sign.letters(of: word))
    pairs = memory.keep(Sign.pairs(of: word))
  }

  /// Fills the rows of some entries.
  func fill(_ words: Range<Int>, of found: NextLetters) {
    found.fill(words) { rows in
      for word in words {
        let entries =
          standing.map { word < $0.count ? $0[word] : 0 } ?? index.entries(at: word)
        noteTitles(word, index.titleLetters.texts(having: letters, at: word) & entries, rows)
        guard isOfAllTexts else { continue }
        noteURLs(word, index.urlPairs.texts(having: pairs, at: word) & entries, rows)
        noteDescriptions(
          word, index.descriptionPairs.texts(having: pairs, at: word) & entries, rows)
      }
    }
  }

  private func noteTitles(
    _ word: Int, _ entries: UInt64, _ rows: UnsafeMutableBufferPointer<UInt8>
  ) {
    forEachEntry(word, entries) { entry in
      let title = index.titles[entry]
      forEachPlace(in: title) { offset, end, letter in
        var tier = LetterTier.title
        if offset == 0 {
          tier =
            end == title.count
            ? .exactTitle : title.isBoundary(end) ? .titlePrefixWord : .titlePrefix
        } else if title.isBoundary(offset) {
          tier = title.isBoundary(end) ? .titleWord : .titleWordStart
        }
        NextLetters.note(tier, letter, entry, rows)
      }
    }
  }

  private func noteURLs(
    _ word: Int, _ entries: UInt64, _ rows: UnsafeMutableBufferPointer<UInt8>
  ) {
    forEachEntry(word, entries) { entry in
      let url = index.urls[entry]
      forEachPlace(in: url) { offset, end, letter in
        let isWord = url.isBoundary(offset) && url.isBoundary(end)
        NextLetters.note(isWord ? .urlWord : .url, letter, entry, rows)
      }
    }
  }

  private func noteDescriptions(
    _ word: Int, _ entries: UInt64, _ rows: UnsafeMutableBufferPointer<UInt8>
  ) {
    forEachEntry(word, entries) { entry in
      let description = index.descriptions[entry]
      forEachPlace(in: description) { offset, end, letter in
        var tier = LetterTier.description
        if description.isBoundary(offset) {
          tier = description.isBoundary(end) ? .descriptionWord : .descriptionWordStart
        }
        NextLetters.note(tier, letter, entry, rows)
      }
    }
  }

  @inline(__always)
  private func forEachEntry(_ word: Int, _ entries: UInt64, _ body: (Int) -> Void) {
    var left = entries
    while left != 0 {
      body(word << 6 | left.trailingZeroBitCount)
      left &= left &- 1
    }
  }

  /// Calls back for each occurrence of the word before a letter or digit: with its offset, the
  /// offset after the letter, and the letter's signature bit.
  @inline(__always)
  private func forEachPlace(
    in text: FoldedSlice, _ body: (_ offset: Int, _ end: Int, _ letter: UInt8) -> Void
  ) {
    let length = search.needle.count
    search.forEachOffset(in: text, leaving: 1) { offset in
      let letter = Sign.letter(text[offset &+ length])
      if letter < Sign.otherRows { body(offset, offset &+ length &+ 1, letter) }
    }
  }
}
