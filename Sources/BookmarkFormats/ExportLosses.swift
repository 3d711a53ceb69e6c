public import ListModel

extension BookmarkFormat {
  /// Returns the fields of some bookmarks that the format cannot store, each with the number of
  /// bookmarks affected: `notes (3)`.
  public func losses(of bookmarks: [Bookmark]) -> [String] {
    let kinds: [(BookmarkParts, String, (Bookmark) -> Bool)] = [
      (
        .title, "titles", { !$0.title.isEmpty && $0.title.utf8.elementsEqual($0.url.utf8) == false }
      ),
      (.tags, "tags", { !$0.tags.isEmpty }),
      (.tagBlanks, "blanks in tags", { $0.tags.contains { $0.utf8.contains(0x20) } }),
      (.note, "notes", { !$0.note.isEmpty }),
      (.noteLines, "line breaks in notes", { $0.note.utf8.contains(0x0A) }),
      (.added, "dates", { $0.added.milliseconds > 0 }),
      (.later, "read-later marks", { $0.later }),
      (.reading, "reading dates", { $0.read != nil }),
      (.origin, "lists and descriptions", { !$0.list.isEmpty || !$0.description.isEmpty }),
    ]
    return kinds.compactMap { part, name, has in
      let isImplied =
        part == .tagBlanks && !parts.contains(.tags)
        || part == .noteLines && !parts.contains(.note)
      guard !parts.contains(part), !isImplied else { return nil }
      let count = bookmarks.count(where: has)
      return count > 0 ? "\(name) (\(count))" : nil
    }
  }
}
