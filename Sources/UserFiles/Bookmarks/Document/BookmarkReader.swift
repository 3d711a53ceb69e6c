import JSONLines
import ListModel

/// Collects the members of one line into a bookmark.
///
/// It is noncopyable, which avoids copying the texts of ten thousand bookmarks.
struct BookmarkReader: ~Copyable {
  /// A field, by its place among the names.
  private enum Field: Int {
    case id, url, title, list, category, description, day, stars, kept, later, read, tags, note
    case added, changed

    var bit: UInt32 { 1 << UInt32(rawValue) }
  }

  /// The names of the fields in the order in which they are written.
  static let fields: [StaticString] = [
    "id", "url", "title", "list", "category", "description", "day", "stars", "kept", "later",
    "read", "tags", "note", "added", "changed",
  ]

  private let lineStart: Int
  private var bookmark = Bookmark(
    url: "", title: "", added: Timestamp(milliseconds: 0), changed: Timestamp(milliseconds: 0))
  private var unknown: [Range<Int>] = []
  private var seen: UInt32 = 0
  private var fault: BookmarkLineError?

  /// Starts a new line.
  init(lineStart: Int) {
    self.lineStart = lineStart
  }

  /// Reads one member, known or unknown, whose value comes next.
  mutating func member(
    _ field: Int?, from start: Int, _ scanner: inout JSONScanner
  ) throws(JSONError) {
    guard let field = field.flatMap(Field.init) else {
      try scanner.skip()
      unknown.append(start - lineStart..<scanner.position - lineStart)
      return
    }
    if has(field) { fault = .twice(Self.fields[field.rawValue].description) }
    seen |= field.bit
    try read(field, &scanner)
  }

  /// Returns the bookmark, and where the unknown members are in the line: `"x": [1]`.
  consuming func finish() throws(BookmarkLineError) -> (Bookmark, unknown: [Range<Int>]) {
    if let fault { throw fault }
    guard !bookmark.url.isEmpty else { throw .noLink }
    if !has(.kept) { bookmark.isBookmarked = !bookmark.later }
    // Otherwise a damaged field name would silently remove a bookmark.
    guard bookmark.isBookmarked || has(.later) else { throw .notSaved }
    if !has(.changed) { bookmark.changed = bookmark.added }
    return (bookmark, unknown)
  }
}

extension BookmarkReader {
  private func has(_ field: Field) -> Bool { seen & field.bit != 0 }

  private mutating func read(_ field: Field, _ scanner: inout JSONScanner) throws(JSONError) {
    switch field {
    case .id: bookmark.id = try scanner.string()
    case .url: bookmark.url = try scanner.string()
    case .title: bookmark.title = try scanner.string()
    case .list: bookmark.list = try scanner.string()
    case .category: bookmark.category = try scanner.strings()
    case .description: bookmark.description = try scanner.string()
    case .day: bookmark.day = try day(&scanner)
    case .stars: bookmark.stars = try integer(&scanner).map { Stars($0) }
    case .kept: bookmark.isBookmarked = try scanner.boolean()
    case .later: bookmark.later = try scanner.boolean()
    case .read: bookmark.read = try integer(&scanner).map { Timestamp(milliseconds: $0) }
    case .tags: bookmark.tags = try scanner.strings()
    case .note: bookmark.note = try scanner.string()
    case .added: bookmark.added = Timestamp(milliseconds: try scanner.integer())
    case .changed: bookmark.changed = Timestamp(milliseconds: try scanner.integer())
    }
  }

  private func integer(_ scanner: inout JSONScanner) throws(JSONError) -> Int? {
    scanner.null() ? nil : try scanner.integer()
  }

  private mutating func day(_ scanner: inout JSONScanner) throws(JSONError) -> Day? {
    guard !scanner.null() else { return nil }
    let day = Day(iso: try scanner.string())
    if day == nil { fault = .noDay }
    return day
  }
}
