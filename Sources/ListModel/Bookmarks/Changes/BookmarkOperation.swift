/// One change to the bookmarks, which is shown at once, queued and saved.
///
/// An operation identifies the link, so it is valid whatever another window or machine did to the
/// file in the meantime; applying it twice has no further effect. Times record when, they never
/// decide who wins: setting back the clock must not void a user's key press.
public enum BookmarkOperation: Equatable, Sendable {
  /// Adds a bookmark. If the link already has one, the user's additions to it stay and the marks of
  /// both apply (`Bookmark.absorb`).
  case add(Bookmark)
  /// Removes a bookmark.
  case remove(LinkKey, at: Timestamp)
  /// Sets fields; does nothing if the link does not exist.
  case set(LinkKey, [BookmarkField], at: Timestamp)
  /// Sets fields of a bookmark, and restores it completely if it was removed.
  ///
  /// The bookmark is the caller's last known state. If it was removed in between, it gets its marks
  /// back; removing marks does not restore it.
  case edit(Bookmark, [BookmarkField], at: Timestamp)
  /// Changes a bookmark's note from the given one, merging changes made in between; if it was
  /// removed, it is restored as with `edit`.
  case mergeNote(Bookmark, into: String, at: Timestamp)

  /// The link that is changed.
  public var key: LinkKey {
    switch self {
    case .add(let bookmark), .edit(let bookmark, _, at: _): bookmark.key
    case .mergeNote(let bookmark, into: _, at: _): bookmark.key
    case .remove(let key, at: _), .set(let key, _, at: _): key
    }
  }
}
