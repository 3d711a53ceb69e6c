/// Finds closing markers, for a text that is read from front to back.
///
/// Results are cached, so that many markers that never close take one pass in all.
struct ClosingMarkers {
  private var found: [UInt8: Int] = [:]

  /// Returns the first position from `start` at which `isClosing` holds; nil if there is none.
  ///
  /// Successive calls for the same kind must not go backwards.
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
