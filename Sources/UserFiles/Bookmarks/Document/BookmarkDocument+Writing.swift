import ListModel

extension BookmarkDocument {
  /// Begins a document with the header of a file, if it has one; its bookmarks are known, their
  /// lines are to be appended in the same order.
  init(of bookmarks: Bookmarks, header line: ArraySlice<UInt8>?, _ format: FileFormat) {
    bytes = line.map(Array.init) ?? FileFormat.header(named: Self.formatName)
    header = bytes.indices
    bytes.append(UInt8(ascii: "\n"))
    self.format = format
    self.bookmarks = bookmarks
  }

  /// Reserves memory for a content of this size.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    lines.reserveCapacity(bookmarks.records.count)
  }

  /// Appends a line of another document unchanged.
  mutating func append(_ line: Line, of other: BookmarkDocument) {
    lines.append(Line(range: append(other.bytes[line.range]), unknown: line.unknown))
  }

  /// Appends a bookmark, and after its fields members that are not known.
  mutating func append(_ bookmark: Bookmark, unknown: [ArraySlice<UInt8>]) {
    let start = bytes.count
    let places = BookmarkLine.append(bookmark, unknown: unknown, to: &bytes)
    lines.append(Line(range: start..<bytes.count - 1, unknown: places))
  }

  /// Notes the lines of bookmarks that were added outside the calendar: the first and the last.
  mutating func findUndated() {
    let records = bookmarks.records
    func isUndated(_ place: Int) -> Bool { records[place].added.day == nil }
    let early = records.indices.prefix(while: isUndated)
    let late = records.indices.dropFirst(early.count).reversed().prefix(while: isUndated)
    // The first line is the header.
    undated = (Array(early) + late.reversed()).map { $0 + 2 }
  }

  /// Appends a line that is not a bookmark.
  mutating func append(_ line: ArraySlice<UInt8>, _ fault: BookmarkLineError) {
    let number = 2 + lines.count + unreadable.count
    unreadable.append((number, append(line), fault))
  }

  private mutating func append(_ line: ArraySlice<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: line)
    bytes.append(UInt8(ascii: "\n"))
    return start..<bytes.count - 1
  }
}
