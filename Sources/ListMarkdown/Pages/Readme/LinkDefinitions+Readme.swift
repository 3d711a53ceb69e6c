extension LinkDefinitions {
  /// Creates the definitions in a text, the first one of each label.
  public init(in text: [UInt8]) {
    self = BlockScanner.scan(text).definitions
  }

  /// The definitions as a separate text, which is the same for the same definitions.
  public var text: [UInt8] {
    let sorted = lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return sorted.reduce(into: []) { $0 += $1.value + [0x0A, 0x0A] }
  }

  /// Returns the definitions that a part of a README refers to, as lines; empty for most parts.
  ///
  /// A part yields the same entries as long as these are the same.
  public func lines(for part: [UInt8]) -> [UInt8] {
    var room = 4 * part.count + 65_536
    return lines(for: part[...], room: &room)
  }
}
