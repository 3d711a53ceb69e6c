extension Bookmarks {
  /// Returns the changes that replace a tag of every bookmark by another.
  ///
  /// A bookmark that has both keeps the new one where it is. Tags are compared by their bytes.
  /// Costs a pass over all bookmarks.
  public func renaming(
    tag old: String, to new: String, at time: Timestamp
  ) -> [BookmarkOperation] {
    records.compactMap { bookmark in
      guard !bookmark.isRemoved, bookmark.tags.contains(where: { sameBytes($0, old) }) else {
        return nil
      }
      let hasNew = bookmark.tags.contains { sameBytes($0, new) }
      let tags = bookmark.tags.compactMap { tag in
        sameBytes(tag, old) ? hasNew ? nil : new : tag
      }
      return .edit(bookmark, [.tags(tags)], at: time)
    }
  }
}
