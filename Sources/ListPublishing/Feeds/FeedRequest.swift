public import ListModel

/// What a feed is made of: which entries of a catalog, and what is an item.
public struct FeedRequest: Sendable {
  /// What becomes an item.
  public enum Unit: Hashable, Sendable {
    /// An entry, when it was added or last came back.
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
  /// Where the feed is served; nil if that is not known.
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
