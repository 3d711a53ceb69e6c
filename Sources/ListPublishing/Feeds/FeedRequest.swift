public import ListModel

/// The content of a feed: the entries of a catalog, and the unit of an item.
public struct FeedRequest: Sendable {
  /// The unit of an item.
  public enum Unit: Hashable, Sendable {
    /// An entry, at the time it was added or last restored.
    case entry
    /// Each change of one of these kinds.
    case change(Set<ChangeKind>)
    /// All that was added on a day, once that day is over.
    case day
    /// All that was added in an ISO 8601 week, once that week is over.
    case week
  }

  /// The lists, in the order of the catalog.
  public var lists: [ListIndex]
  /// Only these entries; nil for all entries of the lists.
  public var entries: Set<EntryIndex>?
  /// The query that chose the entries, as it was typed; empty if none did.
  public var query: String
  public var unit: Unit
  /// The most items of the feed; the newest are chosen.
  public var limit: Int
  /// The URL of the feed; nil if unknown.
  public var address: String?
  /// The day that is not over yet: digests end before it.
  public var today: Day

  /// Creates a feed of whole lists by entry.
  public init(
    lists: [ListIndex], entries: Set<EntryIndex>? = nil, query: String = "", unit: Unit = .entry,
    limit: Int = 100, address: String? = nil, today: Day
  ) {
    self.lists = lists
    self.entries = entries
    self.query = query
    self.unit = unit
    self.limit = limit
    self.address = address
    self.today = today
  }
}
