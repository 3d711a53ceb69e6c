import ListModel

/// The entries that match, with their points, in memory of the search's own.
struct Matches {
  /// The entries that match without typos.
  let clean: UnsafeMutableBufferPointer<UInt64>
  /// Those that match if typos are forgiven.
  let typos: UnsafeMutableBufferPointer<UInt64>
  /// Valid for the matching entries; undefined for others.
  let points: UnsafeMutableBufferPointer<UInt16>

  /// Creates no matches in a catalog of this many entries.
  init(count: Int, memory: SearchMemory) {
    let words = (count + 63) >> 6
    clean = memory.zeros(UInt64.self, count: words)
    typos = memory.zeros(UInt64.self, count: words)
    points = memory.unset(UInt16.self, count: count)
  }

  /// Returns the 64 entries of a word that match.
  @inline(__always)
  func all(at word: Int) -> UInt64 { clean[word] | typos[word] }
}
