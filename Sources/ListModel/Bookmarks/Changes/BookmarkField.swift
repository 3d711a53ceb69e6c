/// A field of a bookmark that the user can change, with a value.
public enum BookmarkField: Sendable {
  /// Bookmarked with `b`.
  case bookmarked(Bool)
  /// To be read later, with `s`.
  case later(Bool)
  /// When it was read; nil for unread.
  case read(Timestamp?)
  case title(String)
  case tags([String])
  case note(String)

  /// The field, without its value.
  public enum Kind: String, CaseIterable, Sendable {
    case bookmarked, later, read, title, tags, note
  }

  /// Which field it is.
  public var kind: Kind {
    switch self {
    case .bookmarked: .bookmarked
    case .later: .later
    case .read: .read
    case .title: .title
    case .tags: .tags
    case .note: .note
    }
  }

  /// Whether it removes a mark from a bookmark.
  var isMarkTakenOff: Bool { self == .bookmarked(false) || self == .later(false) }
}

extension BookmarkField: Equatable {
  /// Returns whether field and value are the same, texts by their bytes.
  public static func == (left: BookmarkField, right: BookmarkField) -> Bool {
    switch (left, right) {
    case (.bookmarked(let left), .bookmarked(let right)), (.later(let left), .later(let right)):
      left == right
    case (.read(let left), .read(let right)): left == right
    case (.title(let left), .title(let right)), (.note(let left), .note(let right)):
      sameBytes(left, right)
    case (.tags(let left), .tags(let right)): left.elementsEqual(right, by: sameBytes)
    default: false
    }
  }
}

extension Bookmark {
  /// Returns a field with the value that it has.
  public func field(_ kind: BookmarkField.Kind) -> BookmarkField {
    switch kind {
    case .bookmarked: .bookmarked(isBookmarked)
    case .later: .later(later)
    case .read: .read(read)
    case .title: .title(title)
    case .tags: .tags(tags)
    case .note: .note(note)
    }
  }

  /// Returns the fields in which it differs from another bookmark.
  func fields(otherThanIn other: Bookmark) -> [BookmarkField.Kind] {
    BookmarkField.Kind.allCases.filter { field($0) != other.field($0) }
  }
}
