/// A window's request about the bookmarks: a change, or undoing or redoing one of its own.
///
/// Changes are named by numbers of the window's choice. What undoing one means is known only when
/// it is carried out, from the file before and now (`BookmarkChangeLog`).
public enum BookmarkRequest: Equatable, Sendable {
  /// Make a change.
  case make([BookmarkOperation], number: Int)
  /// Take a change back, as far as it still holds.
  case undo(number: Int, at: Timestamp)
  /// Make a change again that was taken back, as far as nothing else came in between.
  case redo(number: Int, at: Timestamp)
}

/// The outcome of a request, apart from its effect.
public struct BookmarkOutcome: Equatable, Sendable {
  /// Whether any field got the value that was asked for, or had it already.
  public var isDone = false
  /// The fields that undo or redo left alone, with the values that others gave them.
  public var conflicts: [BookmarkField] = []
  /// Whether a bookmark was gone from the file, and is there again.
  public var isBroughtBack = false
  /// Whether a bookmark was not removed because others changed it after it was added.
  public var staysKept = false
  /// Whether what was undone or redone belongs to a bookmark that others have removed since.
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
