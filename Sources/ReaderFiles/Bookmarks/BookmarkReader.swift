import JSONLines
import ListModel

/// Collects the members of one line until they make a bookmark.
struct BookmarkReader {
  /// The fields in the order in which they are written.
  private enum Field: Int {
    case id, url, title, list, category, description, day, stars, kept, later, read, tags, note
    case added, changed

    static let names: [StaticString] = [
      "id", "url", "title", "list", "category", "description", "day", "stars", "kept", "later",
      "read", "tags", "note", "added", "changed",
    ]

    var bit: UInt32 { 1 << UInt32(rawValue) }
  }

  private(set) var unknown: [Range<Int>] = []

  private var bookmark = Bookmark(
    url: "", title: "", added: Timestamp(milliseconds: 0), changed: Timestamp(milliseconds: 0))
  private var seen: UInt32 = 0
  private var expected = 0
  private var fault: BookmarkLineFault?

  /// Takes one member, whose value comes next.
  mutating func member(
    _ name: JSONScanner.Name, _ scanner: inout JSONScanner
  ) throws(JSONFault) {
    guard let field = field(name) else {
      try scanner.skip()
      unknown.append(name.start..<scanner.position)
      return
    }
    if has(field) { fault = .twice(Field.names[field.rawValue].description) }
    seen |= field.bit
    try read(field, &scanner)
  }

  /// The bookmark that the members make.
  func finish() throws(BookmarkLineFault) -> Bookmark {
    if let fault { throw fault }
    guard !bookmark.url.isEmpty else { throw .noLink }
    var result = bookmark
    if !has(.kept) { result.kept = !bookmark.later }
    // Else a damaged name of one field would remove a bookmark without a word.
    guard result.kept || has(.later) else { throw .noShelf }
    if !has(.changed) { result.changed = bookmark.added }
    return result
  }
}

extension BookmarkReader {
  /// The field of a name; lines keep the fixed order, so the next one mostly is at hand.
  private mutating func field(_ name: JSONScanner.Name) -> Field? {
    for step in Field.names.indices {
      let place = (expected + step) % Field.names.count
      if name.matches(Field.names[place]) {
        expected = place + 1
        return Field(rawValue: place)
      }
    }
    return nil
  }

  private func has(_ field: Field) -> Bool { seen & field.bit != 0 }

  private mutating func read(_ field: Field, _ scanner: inout JSONScanner) throws(JSONFault) {
    switch field {
    case .id: bookmark.id = try scanner.string()
    case .url: bookmark.url = try scanner.string()
    case .title: bookmark.title = try scanner.string()
    case .list: bookmark.list = try scanner.string()
    case .category: bookmark.category = try scanner.strings()
    case .description: bookmark.description = try scanner.string()
    case .day: bookmark.day = try day(&scanner)
    case .stars: bookmark.stars = try integer(&scanner).map { Stars($0) }
    case .kept: bookmark.kept = try scanner.boolean()
    case .later: bookmark.later = try scanner.boolean()
    case .read: bookmark.read = try integer(&scanner).map { Timestamp(milliseconds: $0) }
    case .tags: bookmark.tags = try scanner.strings()
    case .note: bookmark.note = try scanner.string()
    case .added: bookmark.added = Timestamp(milliseconds: try scanner.integer())
    case .changed: bookmark.changed = Timestamp(milliseconds: try scanner.integer())
    }
  }

  private func integer(_ scanner: inout JSONScanner) throws(JSONFault) -> Int? {
    scanner.null() ? nil : try scanner.integer()
  }

  private mutating func day(_ scanner: inout JSONScanner) throws(JSONFault) -> Day? {
    guard !scanner.null() else { return nil }
    let day = Day(iso: try scanner.string())
    if day == nil { fault = .noDay }
    return day
  }
}
