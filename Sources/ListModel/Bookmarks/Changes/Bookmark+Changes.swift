extension Bookmark {
  /// Gives one field its new value; `changed` is the caller's to set.
  public mutating func set(_ field: BookmarkField) {
    switch field {
    case .bookmarked(let value): isBookmarked = value
    case .later(let value): later = value
    case .read(let value): read = value
    case .title(let value): title = value
    case .tags(let value): tags = value
    case .note(let value): note = value
    }
  }

  /// Merges another bookmark of the same link, and loses nothing that the user wrote.
  ///
  /// The marks of both apply, tags are joined, and both notes are retained. The data of the link
  /// stays as first saved; gaps are filled. A removed bookmark that is added again has the dates of
  /// the new one and its own note and tags.
  public mutating func absorb(_ other: Bookmark) {
    added = isRemoved ? other.added : min(added, other.added)
    read = other.read ?? (isRemoved ? nil : read)
    isBookmarked = isBookmarked || other.isBookmarked
    later = later || other.later
    for tag in other.tags where !tags.contains(where: { sameBytes($0, tag) }) { tags.append(tag) }
    note = NoteMerge.joined(note, other.note)
    if id.isEmpty { id = other.id }
    if title.isEmpty { title = other.title }
    if list.isEmpty { list = other.list }
    if category.isEmpty { category = other.category }
    if description.isEmpty { description = other.description }
    day = day ?? other.day
    stars = stars ?? other.stars
    changed = max(changed, other.changed)
  }
}
