public import ListModel

/// Reads a day as `added:` of a filter takes it.
///
/// `2026-11-01`, `2026-11`, `2026-W06`, `yesterday` and `2w` (so long ago) are days; of a longer time
/// it is the first. Nil for anything else, a range among it.
public func namedDay(_ text: String, today: Day) -> Day? {
  let isRange = text.utf8.contains { "<>=".utf8.contains($0) } || text.utf8.hasTwoDots
  guard !isRange else { return nil }
  return AddedDates(today: today).days(text.lowercased())?.lowerBound
}

extension String.UTF8View {
  fileprivate var hasTwoDots: Bool {
    zip(self, dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
  }
}
