/// What is known of an entry from the git history of its list, or from the readings of its page.
public struct EntryHistory: Equatable, Sendable {
  /// What happened to the entry, oldest first.
  ///
  /// The first change is the addition, but for an entry that was there when awl first read its page.
  public var changes: [Change]
  /// Whether it is no longer in the list.
  public var isRemoved: Bool
  /// The day on which the published page of the same list says that it was added, where that is
  /// another one than the history tells.
  public var publishedDay: Day?
  /// The canonical form of the first link that the entry ever had; nil if it never had another.
  public var firstLink: LinkKey?

  /// The history of an entry that is in its list, unless told.
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

  /// The day on which it left the list; nil for one that is in it.
  public var removed: Day? { isRemoved ? day(of: .removed) : nil }

  /// When it was added; nil if that was before awl first read its page.
  public var addition: Change? { changes.first.flatMap { $0.kind == .added ? $0 : nil } }

  /// Whether it came with so many others that it is no news.
  public var isBulkAddition: Bool { addition?.isBulk ?? false }
}
