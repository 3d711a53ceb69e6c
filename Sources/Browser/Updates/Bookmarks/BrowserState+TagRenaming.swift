import ListModel

extension BrowserState {
  /// Renames a tag in all bookmarks, as one change; if a bookmark already has the new tag, they are
  /// merged.
  ///
  /// - Parameter names: the old tag and the new one, written as in the line of tags.
  mutating func renameTag(_ names: String, at time: EventTime) -> [BrowserEffect] {
    if let readOnlyReason {
      message = Message(.error, readOnlyReason)
      return []
    }
    let tags = TagLine.tags(in: names)
    guard tags.count == 2 else {
      message = Message(
        .error, "give the old tag and the new one: :tag-rename ml mlops, or with a comma between")
      return []
    }
    let operations = bookmarks.renaming(tag: tags[0], to: tags[1], at: time.now)
    guard !operations.isEmpty else {
      message = Message(.error, "no bookmark has the tag \(tags[0]): Tab lists the tags")
      return []
    }
    let count = operations.count == 1 ? "1 bookmark" : "\(operations.count) bookmarks"
    return change(operations, words: "tag \(tags[0]) renamed to \(tags[1]) in \(count)")
  }
}
