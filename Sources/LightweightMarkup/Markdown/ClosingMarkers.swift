/// Finds where markers close, for a text that is read from front to back.
///
/// Results are remembered, so that many markers that never close take one pass in all.
struct ClosingMarkers {
  private var found: [UInt8: Int] = [:]

  /// Returns the first place from `start` on where `isClosing` holds; nil if there is none.
  ///
  /// Starts must not go back between calls for the same kind.
  mutating func next(
    _ kind: UInt8, from start: Int, to end: Int, isClosing: (Int) -> Bool
  ) -> Int? {
    if let known = found[kind], known >= start { return known == .max ? nil : known }
    var place = start
    while place < end {
      if isClosing(place) {
        found[kind] = place
        return place
      }
      place += 1
    }
    found[kind] = .max
    return nil
  }
}
