import ListModel

/// Folds texts into a column.
struct FoldedColumnBuilder {
  /// The number of texts, then the start of each and the end of the last.
  private var words: [UInt32] = [0, 0]
  private(set) var bytes: [UInt8] = []
  /// One bit per byte before which a word begins or ends, including the first and the one after the
  /// last; empty if not requested.
  private(set) var boundaries: [UInt8] = []

  var count: Int { words.count - 2 }

  /// The column as a section of a catalog's image; see FoldedColumn.
  ///
  /// It is padded after the last text, so that this can be searched in full steps as well.
  var pieces: [SectionPiece] {
    let padding = [UInt8](repeating: 0, count: ByteSearch.padding)
    return [.words(words), .bytes(bytes), .bytes(padding)]
  }

  /// Reserves memory for this many bytes in this many texts, to avoid having it moved.
  mutating func reserve(bytes count: Int, texts: Int) {
    bytes.reserveCapacity(count)
    words.reserveCapacity(texts + 2)
  }

  mutating func append(
    _ source: UnsafeRawBufferPointer, keepingCase: Bool = false, findingWords: Bool = false
  ) {
    if findingWords {
      appendFindingWords(source, keepingCase: keepingCase)
    } else {
      fold(source, keepingCase: keepingCase, into: &bytes)
      end()
    }
  }

  /// Calls `body` with the texts from one on as they are matched, valid inside it only.
  func withTexts(from first: Int, _ body: (TextBatch) -> Void) {
    bytes.withUnsafeBytes { all in
      withUnsafeTemporaryAllocation(
        of: UnsafeRawBufferPointer.self, capacity: max(1, count - first)
      ) { texts in
        for index in first..<count {
          let range = Int(words[index + 1])..<Int(words[index + 2])
          texts.initializeElement(
            at: index - first, to: UnsafeRawBufferPointer(rebasing: all[range]))
        }
        body(TextBatch(rebasing: texts[..<(count - first)]))
      }
    }
  }

  /// Clears all texts and retains the memory.
  mutating func removeAll() {
    words.removeLast(count)
    words[0] = 0
    bytes.removeAll(keepingCapacity: true)
    boundaries.removeAll(keepingCapacity: true)
  }

  /// Returns a text as it is matched; the slice is valid inside `body` only.
  func withSlice<Result>(_ index: Int, _ body: (FoldedSlice) -> Result) -> Result {
    bytes.withUnsafeBytes { all in
      boundaries.withUnsafeBytes { boundaries in
        let inside = index >= 0 && index < count
        let range = inside ? Int(words[index + 1])..<Int(words[index + 2]) : 0..<0
        return body(
          FoldedSlice(
            column: all, boundaries: boundaries, start: range.lowerBound, count: range.count))
      }
    }
  }

  private mutating func end() {
    words.append(UInt32(truncatingIfNeeded: bytes.count))
    words[0] = UInt32(truncatingIfNeeded: count)
  }

  private mutating func appendFindingWords(_ source: UnsafeRawBufferPointer, keepingCase: Bool) {
    guard endOfASCII(source, from: 0) < source.count else {
      return appendASCII(source, keepingCase: keepingCase)
    }
    var finder = HumpFinder()
    var wasInWord = false
    forEachFolded(source, keepingCase: true) { kept, _ in
      let small = kept.lowercased
      let isHump = finder.isHump(kept: kept, small: small)
      let folded = keepingCase ? kept : small
      append(folded.first, isHump: isHump, &wasInWord)
      if folded.second != 0 { append(folded.second, isHump: false, &wasInWord) }
      if folded.third != 0 { append(folded.third, isHump: false, &wasInWord) }
    }
    mark(bytes.count)
    end()
  }

  /// Does the same for text in which each byte folds to one: nearly all titles.
  private mutating func appendASCII(_ source: UnsafeRawBufferPointer, keepingCase: Bool) {
    let start = bytes.count
    ListSearch.append(ascii: source, keepingCase, to: &bytes)
    mark(bytes.count)
    var finder = ASCIIBoundaryFinder()
    for offset in stride(from: 0, to: source.count, by: 8) {
      let count = min(8, source.count - offset)
      var word: UInt64 = 0
      withUnsafeMutableBytes(of: &word) {
        $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
      }
      let found = UInt16(finder.boundaries(word)) & (1 << count - 1)
      mark(found, from: start + offset)
    }
    end()
  }

  /// Marks the bytes among eight whose bits are set, as far as the column extends.
  @inline(__always)
  private mutating func mark(_ found: UInt16, from offset: Int) {
    let shifted = found << UInt16(offset & 7)
    boundaries[offset >> 3] |= UInt8(truncatingIfNeeded: shifted)
    guard shifted > 0xFF else { return }
    boundaries[offset >> 3 + 1] |= UInt8(truncatingIfNeeded: shifted >> 8)
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, isHump: Bool, _ wasInWord: inout Bool) {
    let isInWord = scalar >= 0x80 || isWordByte(UInt8(truncatingIfNeeded: scalar))
    if isHump || !isInWord || !wasInWord { mark(bytes.count) }
    wasInWord = isInWord
    bytes.append(utf8: scalar)
  }

  @inline(__always)
  private mutating func mark(_ offset: Int) {
    if offset >> 3 >= boundaries.count {
      boundaries.append(
        contentsOf: repeatElement(0, count: (offset >> 3) + 1 - boundaries.count))
    }
    boundaries[offset >> 3] |= 1 << UInt8(offset & 7)
  }
}
