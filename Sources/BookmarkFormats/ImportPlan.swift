public import ListModel

/// The changes that an import would make to the bookmarks, to be saved as one.
///
/// A link is known if it is bookmarked in any spelling (`LinkKey`). A known bookmark stays
/// unchanged, except that it gets new tags, and a note if it had none. A removed bookmark is
/// restored.
public struct ImportPlan: Sendable {
  /// Links that are not bookmarked yet.
  public private(set) var new = 0
  /// Links already bookmarked, with nothing to add.
  public private(set) var known = 0
  /// Links that are, and that get tags or a note.
  public private(set) var changed = 0
  /// The operations, in the order of the file.
  public private(set) var operations: [BookmarkOperation] = []

  /// Compares the bookmarks with the existing ones; costs a look-up for each.
  public init(_ imported: [Bookmark], into bookmarks: Bookmarks, now: Timestamp) {
    for bookmark in joined(imported) {
      let key = bookmark.key
      guard let present = bookmarks[key] else {
        new += 1
        operations.append(.add(bookmark))
        continue
      }
      var fields: [BookmarkField] = []
      let tags = distinct(present.tags + bookmark.tags)
      if tags.count > present.tags.count { fields.append(.tags(tags)) }
      if present.note.isEmpty, !bookmark.note.isEmpty { fields.append(.note(bookmark.note)) }
      if fields.isEmpty {
        known += 1
      } else {
        changed += 1
        operations.append(.set(key, fields, at: now))
      }
    }
  }

  /// `31 new, 4 known, 2 with other tags`.
  public var summary: String { "\(new) new, \(known) known, \(changed) with other tags" }
}

/// Each link once, at its first place: the tags of all its bookmarks, and the facts of later ones
/// that the first lacks.
private func joined(_ bookmarks: [Bookmark]) -> [Bookmark] {
  var places: [LinkKey: Int] = [:]
  var joined: [Bookmark] = []
  for bookmark in bookmarks {
    if let place = places[bookmark.key] {
      joined[place].absorb(bookmark)
    } else {
      places[bookmark.key] = joined.count
      joined.append(bookmark)
    }
  }
  return joined
}
