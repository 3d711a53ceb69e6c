package import ListModel

extension BrowserState {
  /// Writes pages and feeds of all lists into a folder.
  mutating func publish(into folder: String) -> [BrowserEffect] {
    message = Message(.information, "publishing into \(folder)")
    return [.publish(folder: folder)]
  }

  /// Copies the feed line of the list selected in the lists pane, or else of the selected entry's
  /// list.
  mutating func copyFeed() -> [BrowserEffect] {
    count = nil
    guard let list = listAtCursor else {
      message = Message(.error, "choose a list to copy its feed's line")
      return []
    }
    guard let line = feedLine(of: list) else {
      message = Message(.error, "the name of this list is unsafe in a shell's line")
      return []
    }
    return [.copy(line, name: "the feed's line for newsboat")]
  }

  /// Returns the line of a list for newsboat's `urls` file; nil for a list whose name is unsafe in
  /// a shell.
  package func feedLine(of list: ListIndex) -> String? {
    let name = place.catalog.list(list).id.path
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "._-/".utf8.contains(byte)
    }
    guard isPlain, let first = name.utf8.first, first != UInt8(ascii: "-") else { return nil }
    return "\"exec:awl feed \(name)\""
  }

  private var listAtCursor: ListIndex? {
    if place.focus == .lists {
      guard case .list(let list) = place.lists.chosen else { return nil }
      return list
    }
    return place.selected.map { place.catalog.listIndex(of: $0) }
  }
}
