import ListModel

/// The entries that match, with their points.
struct Matches {
  /// Those that match as they should.
  private(set) var entries = EntrySet()
  /// Those that match if typos are forgiven.
  private(set) var typos = EntrySet()
  private var points: [UInt16]

  /// No matches in a catalog of so many entries.
  init(count: Int) {
    points = Array(repeating: 0, count: count)
  }

  mutating func add(_ entry: Int, points: Int) {
    entries.insert(EntryIndex(entry))
    self.points[entry] = UInt16(clamping: points)
  }

  mutating func addTypo(_ entry: Int, points: Int) {
    typos.insert(EntryIndex(entry))
    self.points[entry] = UInt16(clamping: points)
  }

  func contains(_ entry: Int) -> Bool {
    entries.contains(EntryIndex(entry)) || typos.contains(EntryIndex(entry))
  }

  func isTypo(_ entry: Int) -> Bool { typos.contains(EntryIndex(entry)) }

  func points(_ entry: Int) -> Int { Int(points[entry]) }

  /// Those that lie in a part of the catalog.
  func filtered(_ isIn: (Int) -> Bool) -> Matches {
    var some = Matches(count: points.count)
    for entry in points.indices where contains(entry) && isIn(entry) {
      if isTypo(entry) {
        some.addTypo(entry, points: points(entry))
      } else {
        some.add(entry, points: points(entry))
      }
    }
    return some
  }
}
