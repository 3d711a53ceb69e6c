/// One change to the bookmarks, as it is shown at once, queued and written.
///
/// An operation names the link, so that it holds whatever another window or machine did to the
/// file meanwhile; applying it twice is the same as once. Times tell when, never who wins: a
/// clock that was set back must not make a reader's key press void.
public enum BookmarkOperation: Equatable, Sendable {
  /// Keeps a link. Where it is kept already, what the reader wrote there stays and the marks
  /// of both hold (`Bookmark.absorb`).
  case add(Bookmark)
  /// Takes a link off both shelves.
  case remove(LinkKey, at: Timestamp)
  /// Gives fields new values; a link that is not there stays away.
  case set(LinkKey, [BookmarkField], at: Timestamp)
  /// Gives fields of a bookmark new values, and puts it back whole where it is gone.
  ///
  /// The bookmark is what the one who changes it knows of it. Where it was removed meanwhile, it
  /// gets its marks back; taking marks off is no reason to bring it back.
  case edit(Bookmark, [BookmarkField], at: Timestamp)
  /// Gives a bookmark another note in place of the one that it is known with, and loses nothing of
  /// one that it was given meanwhile; where it is gone, it comes back as with `edit`.
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
