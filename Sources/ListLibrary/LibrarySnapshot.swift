public import ListModel
public import UserFiles

/// The library as it was at the last sync.
public struct LibrarySnapshot: Sendable {
  /// All lists that are followed; mapped from the disk, and unchanged for as long as it is held.
  public let catalog: Catalog
  /// The followed sources, in the order of follows.jsonl.
  public let follows: [Follow]
  /// How what is followed was at the last sync; one that was never synced is not among them.
  public let sources: [SourceState]
  /// Notices about the library's files.
  public let notices: [FileNotice]

  /// When the source that was looked at longest ago was looked at: how old the catalog is.
  ///
  /// Nil if nothing is followed, or a source never went well.
  public var checked: Timestamp? {
    guard !needsSync else { return nil }
    return sources.compactMap(\.checked).min()
  }

  /// Whether something is followed that was never synced without failure, such as a line that
  /// came with follows.jsonl from another machine.
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
