public import ListModel

/// The text of a README as the readers of its parts want it: UTF-8 with `\n` line ends, repaired.
public struct ReadmeText: Sendable {
  /// The text; the given bytes if there was nothing to repair.
  public let bytes: [UInt8]
  /// The repairs.
  public let issues: [ParseIssue]

  /// Repairs a README; throws the errors of `PageReader` for a file that is not text.
  public init(_ bytes: [UInt8]) throws(PageError) {
    guard bytes.count <= PageLimits.pageBytes else { throw .tooLarge(bytes.count) }
    let text = try TextRepair(bytes)
    self.bytes = text.bytes
    issues = text.issues.sorted
  }
}

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
