/// Folded texts on end, with where each ends.
struct FoldedColumn: Sendable {
  private(set) var ends: [UInt32] = [0]
  private(set) var bytes: [UInt8] = []
  /// A bit a byte where a word begins inside a run of letters; none if they were not asked for.
  private(set) var humps: [UInt8] = []

  var count: Int { ends.count - 1 }

  func range(_ index: Int) -> Range<Int> {
    guard index >= 0, index < count else { return 0..<0 }
    return Int(ends[index])..<Int(ends[index + 1])
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

  mutating func append(_ folded: [UInt8]) {
    bytes.append(contentsOf: folded)
    end()
  }

  private mutating func end() { ends.append(UInt32(truncatingIfNeeded: bytes.count)) }

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

  /// A text as it is matched; the slice is valid inside `body` only.
  func withSlice<Result>(_ index: Int, _ body: (FoldedSlice) -> Result) -> Result {
    bytes.withUnsafeBytes { all in
      humps.withUnsafeBytes { humps in
        let range = range(index)
        return body(
          FoldedSlice(
            UnsafeRawBufferPointer(rebasing: all[range]), humps: humps, start: range.lowerBound))
      }
    }
  }
}
