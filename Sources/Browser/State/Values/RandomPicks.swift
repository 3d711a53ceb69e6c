import ListModel
import ListSearch

/// Random entries: must-reads and starred ones a little more often, and none twice until all have
/// been shown.
struct RandomPicks: Sendable {
  /// A picked entry.
  struct Pick: Equatable {
    let row: Int
    /// Whether all entries had been shown, so a new round starts.
    let isNewRound: Bool
  }

  private static let highestWeight = 11
  /// With fewer than one row in ten left, this many guesses usually miss; then the rest is
  /// searched.
  private static let guesses = 48

  private var shown: Set<LinkKey> = []
  private var last: LinkKey?

  /// Picks one of some rows; nil if there are none.
  ///
  /// Takes a few steps, or a pass over the rows once most of them have been shown.
  mutating func pick(among rows: SearchRows, of catalog: Catalog, seed: UInt64) -> Pick? {
    guard !rows.isEmpty else { return nil }
    var random = SplitMix64(state: seed)
    if let row = guess(rows, catalog, &random) ?? draw(rows, catalog, &random) {
      note(rows[row], catalog)
      return Pick(row: row, isNewRound: false)
    }
    for row in rows where rows.count == 1 || Self.key(of: row, catalog) != last {
      shown.remove(Self.key(of: row, catalog))
    }
    guard let row = draw(rows, catalog, &random) else { return nil }
    note(rows[row], catalog)
    return Pick(row: row, isNewRound: true)
  }

  private mutating func note(_ entry: EntryIndex, _ catalog: Catalog) {
    let key = Self.key(of: entry, catalog)
    shown.insert(key)
    last = key
  }

  /// Rejection sampling: draws random rows, each accepted with a probability given by its weight.
  private func guess(
    _ rows: SearchRows, _ catalog: Catalog, _ random: inout SplitMix64
  ) -> Int? {
    for _ in 0..<Self.guesses {
      let row = Int.random(in: 0..<rows.count, using: &random)
      let isTaken =
        Int.random(in: 0..<Self.highestWeight, using: &random)
        < Self.weight(of: rows[row], catalog)
      if isTaken, !shown.contains(Self.key(of: rows[row], catalog)) { return row }
    }
    return nil
  }

  /// Draws one of the remaining rows, by their weights.
  private func draw(
    _ rows: SearchRows, _ catalog: Catalog, _ random: inout SplitMix64
  ) -> Int? {
    let left = rows.indices.filter { !shown.contains(Self.key(of: rows[$0], catalog)) }
    let weights = left.map { Self.weight(of: rows[$0], catalog) }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    var place = Int.random(in: 0..<sum, using: &random)
    for (row, weight) in zip(left, weights) {
      if place < weight { return row }
      place -= weight
    }
    return nil
  }

  /// Returns 4 for any entry, 4 more for a must-read, and one each for 100, 1,000 and 10,000 stars.
  private static func weight(of entry: EntryIndex, _ catalog: Catalog) -> Int {
    let stars = catalog.stars(of: entry)?.count ?? 0
    let starred = [100, 1_000, 10_000].filter { stars >= $0 }.count
    return 4 + starred + (catalog.marks(of: entry).contains(.mustRead) ? 4 : 0)
  }

  /// Returns an entry's link, or its list and title if it has none.
  private static func key(of entry: EntryIndex, _ catalog: Catalog) -> LinkKey {
    let url = catalog.urls[entry.number]
    guard url.isEmpty else { return LinkKey(url) }
    let list = catalog.listPaths[catalog.listIndex(of: entry).number]
    return LinkKey(canonical: Array("\(list)\0\(catalog.titles[entry.number])".utf8))
  }
}

/// A pseudorandom number generator (SplitMix64; Steele, Lea and Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
