/// One change to the bookmarks, as it is shown at once, queued, written, undone and redone.
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

  /// The same change, made at another moment: what undo and redo send again.
  public func dated(_ moment: Timestamp) -> BookmarkOperation {
    switch self {
    case .add(var bookmark):
      bookmark.changed = moment
      return .add(bookmark)
    case .remove(let key, at: _): return .remove(key, at: moment)
    case .set(let key, let fields, at: _): return .set(key, fields, at: moment)
    }
  }

  /// The link that is changed.
  public var key: LinkKey {
    switch self {
    case .add(let bookmark): bookmark.key
    case .remove(let key, at: _), .set(let key, _, at: _): key
    }
  }
}

/// A field of a bookmark that the reader can change, with its new value.
public enum BookmarkField: Equatable, Sendable {
  /// On the shelf of `b`.
  case kept(Bool)
  /// On the shelf of `s`.
  case later(Bool)
  /// When it was read; nil for unread.
  case read(Timestamp?)
  case title(String)
  case tags([String])
  case note(String)
}
