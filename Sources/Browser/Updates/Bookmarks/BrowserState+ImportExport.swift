import ListModel
import ListSearch

extension BrowserState {
  /// Opens the command line for a command that needs an argument, such as a file.
  mutating func askForArgument(_ command: Command) {
    prompt = Prompt(.command, text: command.rawValue + " ")
  }

  /// Imports the file named on the command line, or exports to it.
  ///
  /// Exports the marked entries; if none is marked, the entries of the place of bookmarks on the
  /// screen; elsewhere, all bookmarks.
  mutating func exchange(
    _ command: Command, _ path: String, at time: EventTime
  ) -> [BrowserEffect] {
    if command == .importBookmarks {
      if let readOnlyReason {
        message = Message(.error, readOnlyReason)
        return []
      }
      message = Message(.information, "reading \(path)")
      return [.importBookmarks(path: path)]
    }
    place.settleRange()
    let isOfMarked = !place.selection.isEmpty
    let exported = isOfMarked ? markedBookmarks(at: time) : exportedBookmarks
    guard !exported.isEmpty else {
      message = Message(
        .error,
        isOfMarked
          ? "no marked entry has a link to export" : "there is no bookmark to export")
      return []
    }
    return [.exportBookmarks(exported, path: path)]
  }

  /// Applies the changes of an import as one, which `u` undoes.
  mutating func importBookmarks(
    imported operations: [BookmarkOperation], words: String, at time: EventTime
  ) -> [BrowserEffect] {
    guard !operations.isEmpty else {
      message = Message(.information, "nothing to import: \(words)")
      return []
    }
    let number = changes.record("import of \(operations.count) bookmarks").number
    return carryOut(
      .make(operations, number: number), words: .saved("imported: \(words)"))
  }

  /// Returns the marked entries as bookmarks, whether they are bookmarked or not.
  private func markedBookmarks(at time: EventTime) -> [Bookmark] {
    place.selection.entries.compactMap { entry in
      let url = place.catalog.urls[entry.number]
      return url.isEmpty ? nil : bookmarks[LinkKey(url)] ?? newBookmark(of: entry, at: time)
    }
  }

  private var exportedBookmarks: [Bookmark] {
    guard place.kind.isOfBookmarks else { return bookmarks.live }
    let keys = Set(
      place.result.rows.compactMap { row in
        place.catalog.entry(row).url.map { LinkKey($0) }
      })
    return bookmarks.live.filter { keys.contains($0.key) }
  }
}
