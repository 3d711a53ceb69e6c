/// What is known of an entry from the git history of its list.
public struct EntryHistory: Equatable, Sendable {
  /// What happened to the entry, in the order of the commits; the first is its being added.
  public var changes: [Change]
  /// Whether it is no more in the list.
  public var isRemoved: Bool
  /// The day on which the published page of the same list says that it was added, where that is
  /// another one than the history tells.
  public var publishedDay: Day?
  /// The canonical form of the first link that the entry ever had; nil where it never had another.
  public var firstLink: LinkKey?

  /// The history of an entry that stands in its list, unless told.
  public init(
    changes: [Change], isRemoved: Bool = false, publishedDay: Day? = nil, firstLink: LinkKey? = nil
  ) {
    self.changes = changes
    self.isRemoved = isRemoved
    self.publishedDay = publishedDay
    self.firstLink = firstLink
  }

  /// The last day on which something of a kind happened to it; nil if nothing did.
  public func day(of kind: ChangeKind) -> Day? { changes.last { $0.kind == kind }?.day }

  /// The day on which it left the list; nil for one that stands in it.
  public var removed: Day? { isRemoved ? day(of: .removed) : nil }

  /// Whether it came with so many others that it is no news.
  public var isBulkAddition: Bool { changes.first?.isBulk ?? false }
}
