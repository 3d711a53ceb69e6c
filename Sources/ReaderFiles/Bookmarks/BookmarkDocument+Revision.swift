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
    var after = Bookmarks(bookmarks)
    after.apply(operations)
    after.forget(removedBefore: Timestamp(milliseconds: now.milliseconds - Self.remembrance))
    after.nameAll(newID)

    var content: [UInt8] = []
    content.reserveCapacity(bytes.count + operations.count * 512)
    content.append(
      contentsOf: header.map { bytes[$0] } ?? FileFormat.header(named: Self.formatName)[...])
    content.append(UInt8(ascii: "\n"))
    append(after, changed: Set(operations.map(\.key)), to: &content)
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
    return lacksHeader ? places.prefix(1).map { bytes[$0.line] } : []
  }

  private func append(
    _ after: Bookmarks, changed: Set<LinkKey>, to content: inout [UInt8]
  ) {
    let lines = linesOfLinks()
    for bookmark in after.records {
      let key = bookmark.key
      guard let place = lines.first[key] else {
        BookmarkLine.append(bookmark, unknown: [], to: &content)
        continue
      }
      let more = lines.more[key] ?? []
      // To compare is dear, and needless where no operation nor a missing id made a change.
      let mayDiffer = changed.contains(key) || bookmarks[place].id.isEmpty
      if more.isEmpty, !mayDiffer || bookmarks[place] == bookmark {
        append(places[place].line, to: &content)
      } else {
        let unknown = ([place] + more).flatMap { places[$0].unknown.map { bytes[$0] } }
        BookmarkLine.append(bookmark, unknown: unknown, to: &content)
      }
    }
  }

  /// Where the bookmark of each link stands: mostly in one place, seldom in more.
  private func linesOfLinks() -> (first: [LinkKey: Int], more: [LinkKey: [Int]]) {
    var first: [LinkKey: Int] = [:]
    var more: [LinkKey: [Int]] = [:]
    first.reserveCapacity(bookmarks.count)
    for (place, bookmark) in bookmarks.enumerated() {
      let key = bookmark.key
      if first[key] == nil { first[key] = place } else { more[key, default: []].append(place) }
    }
    return (first, more)
  }

  private func append(_ line: Range<Int>, to content: inout [UInt8]) {
    content.append(contentsOf: bytes[line])
    content.append(UInt8(ascii: "\n"))
  }
}
