import Glibc

/// An entry that the user saved, with everything needed to show it when its list is gone.
///
/// It is identified by its link (`key`): there is one bookmark for a link, however many lists have
/// it. A bookmark that is neither `isBookmarked` nor `later` has been removed; it remains for a
/// while, so that undoing the removal restores its note and tags.
public struct Bookmark: Sendable {
  /// 128 random bits in hexadecimal, given by the file at the first save; empty until then.
  public var id: String
  /// The link as the list gave it.
  public var url: String
  /// Plain text, as the list or the user called it.
  public var title: String
  /// The list it was saved from, `owner/name`; empty for a link added by hand.
  public var list: String
  /// The headings that the entry was under, outermost first.
  public var category: [String]
  /// The list's description of it, as plain text.
  public var description: String
  /// The day on which the list added the entry.
  public var day: Day?
  /// The star count at the time.
  public var stars: Stars?
  /// Bookmarked with `b`.
  public var isBookmarked: Bool
  /// Saved with `s`, to be read later.
  public var later: Bool
  /// When it was read.
  public var read: Timestamp?
  /// The user's tags, in the order in which they were given.
  public var tags: [String]
  /// The user's note; may have several lines.
  public var note: String
  /// When it was first saved.
  public var added: Timestamp
  /// When anything of it last changed.
  public var changed: Timestamp

  /// Creates a bookmark of a link, saved at some time.
  public init(
    id: String = "", url: String, title: String, list: String = "", category: [String] = [],
    description: String = "", day: Day? = nil, stars: Stars? = nil, isBookmarked: Bool = true,
    later: Bool = false, read: Timestamp? = nil, tags: [String] = [], note: String = "",
    added: Timestamp, changed: Timestamp
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.list = list
    self.category = category
    self.description = description
    self.day = day
    self.stars = stars
    self.isBookmarked = isBookmarked
    self.later = later
    self.read = read
    self.tags = tags
    self.note = note
    self.added = added
    self.changed = changed
  }

  /// The bookmark's identity; costs one pass over the URL.
  public var key: LinkKey { LinkKey(url) }

  /// Whether it is neither bookmarked nor to be read later.
  public var isRemoved: Bool { !isBookmarked && !later }

  /// Returns whether it was removed before the time from which removed bookmarks are retained.
  public func isForgotten(before time: Timestamp) -> Bool { isRemoved && changed < time }

  /// Returns the sort order: by the time of the first save, then by id.
  public func precedes(_ other: Bookmark) -> Bool {
    added != other.added
      ? added < other.added : id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }
}

extension Bookmark: Equatable {
  /// Returns whether all fields are the same, by bytes: String equality normalises, which is slow
  /// on hostile text.
  public static func == (left: Bookmark, right: Bookmark) -> Bool {
    left.isBookmarked == right.isBookmarked && left.later == right.later && left.read == right.read
      && left.added == right.added && left.changed == right.changed
      && left.day == right.day && left.stars == right.stars
      && sameBytes(left.id, right.id) && sameBytes(left.url, right.url)
      && sameBytes(left.title, right.title) && sameBytes(left.list, right.list)
      && sameBytes(left.description, right.description) && sameBytes(left.note, right.note)
      && left.category.elementsEqual(right.category, by: sameBytes)
      && left.tags.elementsEqual(right.tags, by: sameBytes)
  }
}

/// Returns whether two texts have the same UTF-8; several times as fast as comparing their views.
package func sameBytes(_ left: String, _ right: String) -> Bool {
  guard left.utf8.count == right.utf8.count else { return false }
  let isSame = left.utf8.withContiguousStorageIfAvailable { left in
    right.utf8.withContiguousStorageIfAvailable { right in
      guard let start = left.baseAddress, let other = right.baseAddress else { return true }
      return memcmp(start, other, left.count) == 0
    }
  }
  return (isSame ?? nil) ?? left.utf8.elementsEqual(right.utf8)
}
