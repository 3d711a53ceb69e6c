import ListModel

/// Folds texts into a column.
struct FoldedColumnBuilder {
  /// How many texts there are, then where each begins and the last ends.
  private var words: [UInt32] = [0, 0]
  private(set) var bytes: [UInt8] = []
  /// A bit a byte where a word begins inside a run of letters; none if they were not asked for.
  private(set) var humps: [UInt8] = []

  var count: Int { words.count - 2 }

  /// The column as a section of a catalog's image; see FoldedColumn.
  ///
  /// A few bytes stand behind the last text, so that it can be searched in whole steps, too.
  var pieces: [SectionPiece] {
    let padding = [UInt8](repeating: 0, count: ByteSearch.padding)
    return [.words(words), .bytes(bytes), .bytes(padding)]
  }

  /// Makes room for so many bytes in so many texts, so that the memory need not be moved.
  mutating func reserve(bytes count: Int, texts: Int) {
    bytes.reserveCapacity(count)
    words.reserveCapacity(texts + 2)
  }

  mutating func append(
    _ source: UnsafeRawBufferPointer, keepingCase: Bool = false, findingHumps: Bool = false
  ) {
    if findingHumps {
      appendFindingHumps(source, keepingCase: keepingCase)
    } else {
      fold(source, keepingCase: keepingCase, into: &bytes)
      end()
    }
  }

  /// Forgets all texts and keeps the memory.
  mutating func removeAll() {
    words.removeLast(count)
    words[0] = 0
    bytes.removeAll(keepingCapacity: true)
    humps.removeAll(keepingCapacity: true)
  }

  /// A text as it is matched; the slice is valid inside `body` only.
  func withSlice<Result>(_ index: Int, _ body: (FoldedSlice) -> Result) -> Result {
    bytes.withUnsafeBytes { all in
      humps.withUnsafeBytes { humps in
        let inside = index >= 0 && index < count
        let range = inside ? Int(words[index + 1])..<Int(words[index + 2]) : 0..<0
        return body(
          FoldedSlice(column: all, humps: humps, start: range.lowerBound, count: range.count))
      }
    }
  }

  private mutating func end() {
    words.append(UInt32(truncatingIfNeeded: bytes.count))
    words[0] = UInt32(truncatingIfNeeded: count)
  }

  private mutating func appendFindingHumps(_ source: UnsafeRawBufferPointer, keepingCase: Bool) {
    var finder = HumpFinder()
    forEachFolded(source, keepingCase: true) { kept, _ in
      let small = FoldedScalar(lowercased(kept.first), lowercased(kept.second))
      if finder.isHump(kept: kept, small: small) { mark(bytes.count) }
      let folded = keepingCase ? kept : small
      bytes.append(utf8: folded.first)
      if folded.second != 0 { bytes.append(utf8: folded.second) }
    }
    end()
  }

  private mutating func mark(_ offset: Int) {
    if offset >> 3 >= humps.count {
      humps.append(contentsOf: repeatElement(0, count: (offset >> 3) + 1 - humps.count))
    }
    humps[offset >> 3] |= 1 << UInt8(offset & 7)
  }
}
