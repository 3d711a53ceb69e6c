/// An entry that the reader kept, with all that is needed to read it when its list is gone.
public struct Bookmark: Equatable, Sendable {
  /// 128 random bits in hexadecimal; what every change names.
  public var id: String
  /// The link as the list gave it; the bytes of its normalised form tell bookmarks apart.
  public var url: String
  public var title: String
  /// The list it was kept from, `owner/name`; empty for a link added by hand.
  public var list: String
  public var category: [String]
  public var description: String
  /// The day on which the list added the entry.
  public var day: Day?
  public var stars: Stars?
  /// Kept with `b`.
  public var kept: Bool
  /// Kept with `s`, to be read later.
  public var later: Bool
  /// When it was read.
  public var read: Timestamp?
  public var tags: [String]
  public var note: String
  /// When it was first kept.
  public var added: Timestamp
  /// When anything of it last changed.
  public var changed: Timestamp

  /// A bookmark of a link, kept at a moment.
  public init(
    id: String, url: String, title: String, list: String = "", category: [String] = [],
    description: String = "", day: Day? = nil, stars: Stars? = nil, kept: Bool = true,
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
    self.kept = kept
    self.later = later
    self.read = read
    self.tags = tags
    self.note = note
    self.added = added
    self.changed = changed
  }
}

/// A moment in UTC, in milliseconds since 1970-01-01.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public let milliseconds: Int

  /// The moment that is so many milliseconds after 1970-01-01 00:00 UTC.
  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// The UTC day of the moment.
  public var day: Day { Day(unixSeconds: milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000) }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
