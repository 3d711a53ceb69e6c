public import ListModel
public import UserFiles

/// The library as it was at the last sync.
public struct LibrarySnapshot: Sendable {
  /// All followed lists; mapped from disk, and immutable.
  public let catalog: Catalog
  /// The followed sources, in the order of follows.jsonl.
  public let follows: [Follow]
  /// The states of the sources at the last sync, without those that were never synced.
  public let sources: [SourceState]
  /// Notices about the library's files.
  public let notices: [FileNotice]

  /// The time of the oldest successful sync of a source: the age of the catalog.
  ///
  /// Nil if nothing is followed, or a source was never synced successfully.
  public var checked: Timestamp? {
    guard !needsSync else { return nil }
    return sources.compactMap(\.checked).min()
  }

  /// Whether a source was never synced successfully, such as one that came with follows.jsonl from
  /// another machine.
  public var needsSync: Bool { follows.contains { checked($0) == nil } }

  /// The sources that were neither read nor failed yet.
  public var unread: [Follow] {
    follows.filter { checked($0) == nil && state(of: $0)?.failure == nil }
  }

  /// How many sources, and lists of other sources, failed at the last sync.
  public var failures: Int {
    sources.reduce(0) { $0 + ($1.failure == nil ? $1.failedLists : 1) }
  }

  private func checked(_ follow: Follow) -> Timestamp? { state(of: follow)?.checked }

  private func state(of follow: Follow) -> SourceState? {
    sources.first { $0.name.utf8.elementsEqual(follow.source.utf8) }
  }
}
