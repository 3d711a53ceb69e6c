/// The outcome of publishing into a folder.
public struct PublishingOutcome: Sendable {
  /// The paths that were written, removed, and left unchanged.
  public var written: [String] = []
  public var removed: [String] = []
  public var unchanged = 0
  /// Files of ours that somebody had edited; they were written again.
  public var edited: [String] = []
  /// Pages above the size that GitHub displays, with their sizes in bytes.
  public var large: [(path: String, size: Int)] = []

  /// Nothing was done yet.
  public init() {}

  /// The number of files in the folder.
  public var total: Int { written.count + unchanged }

  /// Adds another outcome.
  mutating func add(_ other: PublishingOutcome) {
    written += other.written
    removed += other.removed
    unchanged += other.unchanged
    edited += other.edited
    large += other.large
  }

  /// Returns a page that GitHub would truncate: it displays at most 500 kB.
  static func large(_ path: String, _ size: Int) -> (path: String, size: Int)? {
    size > 500_000 && path.hasSuffix(".md") ? (path, size) : nil
  }
}
