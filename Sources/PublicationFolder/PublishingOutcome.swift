/// What publishing into a folder did.
public struct PublishingOutcome: Sendable {
  /// The paths that were written, removed, and left as they were.
  public var written: [String] = []
  public var removed: [String] = []
  public var unchanged = 0
  /// Files of ours that somebody had edited; they were written again.
  public var edited: [String] = []
  /// Pages above the size that GitHub shows whole, with their sizes in bytes.
  public var large: [(path: String, size: Int)] = []

  /// Nothing was done yet.
  public init() {}

  /// How many files the folder holds.
  public var total: Int { written.count + unchanged }

  /// Adds another outcome.
  mutating func add(_ other: PublishingOutcome) {
    written += other.written
    removed += other.removed
    unchanged += other.unchanged
    edited += other.edited
    large += other.large
  }

  /// Returns a page that GitHub would cut: it shows 500 kB at most.
  static func large(_ path: String, _ size: Int) -> (path: String, size: Int)? {
    size > 500_000 && path.hasSuffix(".md") ? (path, size) : nil
  }
}
