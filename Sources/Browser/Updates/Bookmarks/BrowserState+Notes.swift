import ListModel

extension BrowserState {
  /// Saves the note from the editor.
  ///
  /// The editor may have been open for long: if another window changed the note in the meantime,
  /// both are merged.
  mutating func acceptNote(
    _ note: String, of bookmark: Bookmark, at time: EventTime
  ) -> [BrowserEffect] {
    guard !note.utf8.elementsEqual(bookmark.note.utf8) else {
      message = Message(.information, "note unchanged")
      return []
    }
    return change(.mergeNote(bookmark, into: note, at: time.now), words: "note")
  }
}
