import ListModel

extension BookmarkDocument {
  /// How long a removed bookmark is remembered, for undoing and for merging with other machines.
  static let remembrance = 90 * 86_400_000

  /// Returns the file after a change, and which parts of the old one to preserve.
  ///
  /// An unaffected line stays byte for byte the same, so a change is one line in a diff. Unreadable
  /// lines come last, unchanged. A foreign file is not preserved: it counts as damage as a whole.
  ///
  /// `change` makes the change and returns the affected links; only those are looked up. All other
  /// lines keep their relative order, so they are copied in runs. A bookmark that is new here takes
  /// its line from `donor`, the file that it comes from.
  func revised(
    now: Timestamp, takingFrom donor: BookmarkDocument? = nil, newID: () -> String,
    _ change: (inout Bookmarks) -> Set<LinkKey>
  ) -> (document: BookmarkDocument, revision: Revision) {
    let limit = Timestamp(milliseconds: now.milliseconds - Self.remembrance)
    var after = bookmarks
    let keys = change(&after).union(unsettled)
    after.forget(removedBefore: limit)
    after.nameAll(newID)

    let revised = Set(keys.compactMap(bookmarks.place(of:)))
    let written = Set(keys.compactMap(after.place(of:)))
    let kept = bookmarks.records.indices.lazy.filter { place in
      !revised.contains(place) && !bookmarks.records[place].isForgotten(before: limit)
    }

    var document = BookmarkDocument(of: after, header: header.map { bytes[$0] }, format)
    document.reserve(bytes.count + keys.count * 512)
    var next = kept.makeIterator()
    for place in after.records.indices {
      if written.contains(place) {
        write(after.records[place], to: &document, takingFrom: donor)
      } else if let place = next.next() {
        document.append(lines[place], of: self)
      }
    }
    document.findUndated()
    if !isForeign {
      for (_, line, fault) in unreadable { document.append(bytes[line], fault) }
    }
    let damage = damage
    return (
      document,
      Revision(
        document.bytes, damage: damage)
    )
  }
}

extension BookmarkDocument {
  /// The links whose lines are rewritten in any case: those without an id, and those on several
  /// lines.
  private var unsettled: [LinkKey] {
    bookmarks.records.indices.filter {
      bookmarks.records[$0].id.isEmpty || moreLines[$0] != nil
    }.map { bookmarks.records[$0].key }
  }

  /// The data that must be copied before the file is replaced.
  private var damage: [ArraySlice<UInt8>] {
    if isForeign { return [bytes[...]] }
    if !unreadable.isEmpty { return unreadable.map { bytes[$0.line] } }
    return lacksHeader ? lines.prefix(1).map { bytes[$0.range] } : []
  }

  /// Writes a bookmark including the unknown members of its lines.
  private func write(
    _ bookmark: Bookmark, to document: inout BookmarkDocument,
    takingFrom donor: BookmarkDocument?
  ) {
    guard let place = bookmarks.place(of: bookmark.key) else {
      if let donor {
        donor.write(bookmark, to: &document, takingFrom: nil)
      } else {
        document.append(bookmark, unknown: [])
      }
      return
    }
    let more = moreLines[place] ?? []
    if more.isEmpty, bookmarks.records[place] == bookmark {
      document.append(lines[place], of: self)
    } else {
      document.append(bookmark, unknown: ([lines[place]] + more).flatMap(unknownMembers))
    }
  }

  private func unknownMembers(_ line: Line) -> [ArraySlice<UInt8>] {
    line.unknown.map {
      bytes[line.range.lowerBound + $0.lowerBound..<line.range.lowerBound + $0.upperBound]
    }
  }
}
