import ListModel

extension BookmarkDocument {
  /// How long a removed bookmark is remembered, for undoing and for merging with other machines.
  static let remembrance = 90 * 86_400_000

  /// The file's new content after some operations, and the bookmarks in it.
  ///
  /// A line that says what it is to say stays byte for byte as it is; so a change shows in a diff
  /// as one line. Lines that cannot be read come last, as they are. A foreign file is not
  /// carried through: it is damage as a whole.
  func applying(
    _ operations: [BookmarkOperation], now: Timestamp, newID: () -> String
  ) -> (revision: Revision, bookmarks: Bookmarks) {
    let before = Bookmarks(bookmarks.lazy.map(\.bookmark))
    var after = before
    after.apply(operations)
    after.forget(removedBefore: Timestamp(milliseconds: now.milliseconds - Self.remembrance))
    after.nameAll(newID)

    var content: [UInt8] = []
    content.reserveCapacity(bytes.count + operations.count * 512)
    content.append(
      contentsOf: header.map { bytes[$0] } ?? FileFormat.header(named: Self.formatName)[...])
    content.append(UInt8(ascii: "\n"))
    append(after, to: &content)
    if !isForeign {
      for (_, line, _) in unreadable { append(line, to: &content) }
    }
    let damage = damage
    let revision = Revision(
      content, backsUp: damage.isEmpty && !bookmarks.isEmpty, damage: damage)
    return (revision, after)
  }

  /// What must not go before a copy of the file is made.
  private var damage: [ArraySlice<UInt8>] {
    if isForeign { return [bytes[...]] }
    if !unreadable.isEmpty { return unreadable.map { bytes[$0.line] } }
    return lacksHeader ? bookmarks.prefix(1).map { bytes[$0.line] } : []
  }

  private func append(_ after: Bookmarks, to content: inout [UInt8]) {
    var places: [LinkKey: [Int]] = [:]
    places.reserveCapacity(bookmarks.count)
    for (place, read) in bookmarks.enumerated() {
      places[read.bookmark.key, default: []].append(place)
    }
    for bookmark in after.records {
      let lines = places[bookmark.key] ?? []
      if lines.count == 1, bookmarks[lines[0]].bookmark == bookmark {
        append(bookmarks[lines[0]].line, to: &content)
      } else {
        let unknown = lines.flatMap { bookmarks[$0].unknown.map { bytes[$0] } }
        BookmarkLine.append(bookmark, unknown: unknown, to: &content)
      }
    }
  }

  private func append(_ line: Range<Int>, to content: inout [UInt8]) {
    content.append(contentsOf: bytes[line])
    content.append(UInt8(ascii: "\n"))
  }
}
