package import JSONLines
package import ListModel

/// A line of the bookmarks file: a bookmark and its unknown members.
///
/// Every known field except `url` is optional; a known field of the wrong type makes the whole line
/// unreadable, because rewriting it would lose data. A line without `kept` and `later` is a
/// bookmark, so it may be as short as `{"url":"https://example.org"}`.
package enum BookmarkLine {
  /// Parses a line in a range of the file's bytes: the bookmark, and where the unknown members are
  /// in the line.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(BookmarkLineError) -> (Bookmark, unknown: [Range<Int>]) {
    var reader = BookmarkReader(lineStart: range.lowerBound)
    do {
      var scanner = JSONScanner(bytes, in: range)
      try scanner.object(of: BookmarkReader.fields) { scanner, field, start throws(JSONError) in
        try reader.member(field, from: start, &scanner)
      }
      try scanner.end()
    } catch {
      throw .json(error)
    }
    return try reader.finish()
  }

  /// Appends a bookmark as a line, with its fields in the fixed order and unknown ones after them;
  /// returns where those are in the line.
  @discardableResult
  package static func append(
    _ bookmark: Bookmark, unknown: [ArraySlice<UInt8>], to bytes: inout [UInt8]
  ) -> [Range<Int>] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", bookmark.id)
    json.member("url", bookmark.url)
    json.member("title", bookmark.title)
    json.member("list", bookmark.list)
    json.member("category", bookmark.category)
    json.member("description", bookmark.description)
    json.member("day", bookmark.day?.description)
    json.member("stars", bookmark.stars?.count)
    json.member("kept", bookmark.isBookmarked)
    json.member("later", bookmark.later)
    json.member("read", bookmark.read?.milliseconds)
    json.member("tags", bookmark.tags)
    json.member("note", bookmark.note)
    json.member("added", bookmark.added.milliseconds)
    json.member("changed", bookmark.changed.milliseconds)
    let places = unknown.map { member in
      json.verbatim(member)
      return json.bytes.count - member.count..<json.bytes.count
    }
    json.endObject()
    json.endLine()
    bytes.append(contentsOf: json.bytes)
    return places
  }
}

/// Why a line is not a bookmark.
package enum BookmarkLineError: Error, Equatable {
  case json(JSONError)
  case noLink
  case twice(String)
  case noDay
  case notSaved
  case tooLong

  package var what: String {
    switch self {
    case .json(let fault): "not readable (\(fault))"
    case .noLink: "has no url"
    case .twice(let field): "has \(field) twice"
    case .noDay: "has a day that is none"
    case .notSaved: "is neither a bookmark nor to be read later"
    case .tooLong: "longer than any bookmark"
    }
  }
}
