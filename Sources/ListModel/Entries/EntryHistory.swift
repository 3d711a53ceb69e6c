/// The history of an entry, from the git log of its list or from the readings of its page.
public struct EntryHistory: Equatable, Sendable {
  /// The changes, oldest first.
  ///
  /// The first is the addition, except for an entry that existed when awl first read its page.
  public var changes: [Change]
  /// Whether it is no longer in the list.
  public var isRemoved: Bool
  /// The day of addition on the published page of the same list, if it differs from the history's.
  public var publishedDay: Day?
  /// The canonical form of the first link that the entry ever had; nil if it never had another.
  public var firstLink: LinkKey?

  /// Creates the history of an entry that is in its list unless `isRemoved`.
  public init(
    changes: [Change], isRemoved: Bool = false, publishedDay: Day? = nil, firstLink: LinkKey? = nil
  ) {
    self.changes = changes
    self.isRemoved = isRemoved
    self.publishedDay = publishedDay
    self.firstLink = firstLink
  }

  /// Returns the last day with a change of some kind; nil if there is none.
  public func day(of kind: ChangeKind) -> Day? { changes.last { $0.kind == kind }?.day }

  /// The day on which it was removed from the list; nil if it is present.
  public var removed: Day? { isRemoved ? day(of: .removed) : nil }

  /// When it was added; nil if that was before awl first read its page.
  public var addition: Change? { changes.first.flatMap { $0.kind == .added ? $0 : nil } }

  /// Whether it was added in bulk, so that it is not news individually.
  var isBulkAddition: Bool { addition?.isBulk ?? false }
}
