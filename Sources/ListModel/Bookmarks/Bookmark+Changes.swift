extension Bookmark {
  /// Gives one field its new value; `changed` is the caller's to set.
  public mutating func set(_ field: BookmarkField) {
    switch field {
    case .kept(let value): kept = value
    case .later(let value): later = value
    case .read(let value): read = value
    case .title(let value): title = value
    case .tags(let value): tags = value
    case .note(let value): note = value
    }
  }

  /// Takes over what another bookmark of the same link says, and loses nothing the reader wrote.
  ///
  /// The marks of both hold, tags are joined, and of two notes both are kept. What describes
  /// the link stays as it was first kept; gaps are filled. A removed bookmark that comes back
  /// has the dates of the new one and its own note and tags again.
  public mutating func absorb(_ other: Bookmark) {
    added = isRemoved ? other.added : min(added, other.added)
    read = other.read ?? (isRemoved ? nil : read)
    kept = kept || other.kept
    later = later || other.later
    for tag in other.tags where !tags.contains(where: { sameBytes($0, tag) }) { tags.append(tag) }
    note = joined(note, other.note)
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

/// Both notes, one under the other; one alone where it begins or ends with the other, so that
/// joining again adds nothing.
private func joined(_ note: String, _ other: String) -> String {
  if other.isEmpty || sameBytes(note, other) { return note }
  if note.isEmpty { return other }
  let isAtEnd = note.utf8.reversed().starts(with: ("\n" + other).utf8.reversed())
  return isAtEnd || note.utf8.starts(with: (other + "\n").utf8) ? note : note + "\n" + other
}
