/// A request of a window: a change to the bookmarks, or undoing or redoing one of its own changes.
///
/// Changes are identified by numbers chosen by the window. The effect of undoing one is known only
/// when it is applied, from the file before and now (`BookmarkChangeLog`).
public enum BookmarkRequest: Equatable, Sendable {
  /// Make a change.
  case make([BookmarkOperation], number: Int)
  /// Undo a change, as far as it still applies.
  case undo(number: Int, at: Timestamp)
  /// Redo an undone change, as far as nothing else came in between.
  case redo(number: Int, at: Timestamp)
}

/// The outcome of a request, apart from its effect.
public struct BookmarkOutcome: Equatable, Sendable {
  /// Whether any field got the requested value, or already had it.
  public var isDone = false
  /// The fields that undo or redo skipped, with the values that others set.
  public var conflicts: [BookmarkField] = []
  /// Whether a bookmark was missing from the file and was restored.
  public var isBroughtBack = false
  /// Whether a bookmark was not removed because others changed it after it was added.
  public var staysKept = false
  /// Whether the undone or redone change belongs to a bookmark that others have removed since.
  public var staysRemoved = false

  /// Nothing was done.
  public init() {}

  /// Adds the outcome of another request.
  public mutating func add(_ other: BookmarkOutcome) {
    isDone = isDone || other.isDone
    conflicts += other.conflicts
    isBroughtBack = isBroughtBack || other.isBroughtBack
    staysKept = staysKept || other.staysKept
    staysRemoved = staysRemoved || other.staysRemoved
  }
}
