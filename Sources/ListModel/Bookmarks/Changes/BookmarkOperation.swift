/// One change to the bookmarks, as it is shown at once, queued and written.
///
/// An operation names the link, so that it holds whatever another window or machine did to the file
/// meanwhile; applying it twice is the same as once. Times tell when, never who wins: a clock that
/// was set back must not make a user's key press void.
public enum BookmarkOperation: Equatable, Sendable {
  /// Adds a bookmark. If the link has one already, the user's additions to that stay and the marks
  /// of both hold (`Bookmark.absorb`).
  case add(Bookmark)
  /// Removes a bookmark.
  case remove(LinkKey, at: Timestamp)
  /// Gives fields new values; a link that is not there stays away.
  case set(LinkKey, [BookmarkField], at: Timestamp)
  /// Sets fields of a bookmark, and restores it whole if it was removed.
  ///
  /// The bookmark is the caller's last known state. If it was removed in between, it gets its
  /// marks back; removing marks is no reason to restore it.
  case edit(Bookmark, [BookmarkField], at: Timestamp)
  /// Changes a bookmark's note from the given one, and loses nothing of a note that it was given
  /// in between; if it was removed, it comes back as with `edit`.
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
