/// What a window asks to be done with the bookmarks: a change, or to undo or redo one of its own.
///
/// Changes are named by numbers of the window's choice. What undoing one means is known only
/// where it is carried out: what the file said before and says now (`BookmarkChangeLog`).
public enum BookmarkRequest: Equatable, Sendable {
  /// Make a change.
  case make([BookmarkOperation], number: Int)
  /// Take a change back, as far as it still holds.
  case undo(number: Int, at: Timestamp)
  /// Make a change again that was taken back, as far as nothing else came in between.
  case redo(number: Int, at: Timestamp)
}

/// What a request came to, beside what was asked for.
public struct BookmarkOutcome: Equatable, Sendable {
  /// Whether any field got the value that was asked for, or had it already.
  public var isDone = false
  /// The fields that undo or redo left alone, with the values that others gave them.
  public var standing: [BookmarkField] = []
  /// Whether a bookmark was gone from the file, and is there again.
  public var isBroughtBack = false
  /// Whether a bookmark stays on its shelf, since others changed it after it was put there.
  public var staysKept = false
  /// Whether what was undone or redone belongs to a bookmark that others have removed since.
  public var staysRemoved = false

  /// Nothing was done.
  public init() {}

  /// Takes in what another request came to.
  public mutating func add(_ other: BookmarkOutcome) {
    isDone = isDone || other.isDone
    standing += other.standing
    isBroughtBack = isBroughtBack || other.isBroughtBack
    staysKept = staysKept || other.staysKept
    staysRemoved = staysRemoved || other.staysRemoved
  }
}
