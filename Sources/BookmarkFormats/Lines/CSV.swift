import ListModel

/// A table with a header.
///
/// The columns are known by their names: those of Raindrop and Pocket, and some that speak for
/// themselves; others are skipped.
enum CSV: BookmarkFileFormat {
  static let parts: BookmarkParts = [
    .title, .tags, .tagBlanks, .note, .noteLines, .added, .later, .reading, .origin,
  ]

  /// The meaning of a column, and its possible names.
  private enum Column: CaseIterable {
    case url, title, note, description, tags, folder, added, status, later, kept, read
    case list, category, day, stars

    var names: [String] {
      switch self {
      case .url: ["url", "href", "link", "uri"]
      case .title: ["title", "name"]
      case .note: ["note", "notes"]
      case .description: ["excerpt", "description"]
      case .tags: ["tags", "labels"]
      case .folder: ["folder", "collection"]
      case .added: ["created", "time_added", "added", "date"]
      case .status: ["status"]
      case .later: ["toread", "later"]
      case .kept: ["kept"]
      case .read: ["read"]
      case .list: ["list"]
      case .category: ["category"]
      case .day: ["day"]
      case .stars: ["stars"]
      }
    }
  }

  static func recognizes(_ file: FilePrefix) -> Bool {
    let header = Header(file.firstLine)
    return header.places[.url] != nil && header.count > 1
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    let header = Header(Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D }))
    guard header.places[.url] != nil else {
      throw .malformed(line: 1, what: "no column is called url")
    }
    for (line, fields) in CSVFields(bytes, separator: header.separator).dropFirst() {
      rows.add(row(fields, line: line, header))
    }
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    output += "title,note,excerpt,url,tags,created,kept,later,read,list,category,day,stars\r\n".utf8
    for bookmark in bookmarks {
      let category = bookmark.category.map { oneLine($0).replacingSlashes() }
      let fields = [
        oneLine(bookmark.title), paragraphs(bookmark.note), paragraphs(bookmark.description),
        bookmark.url, exportedTags(bookmark).joined(separator: ", "),
        TimestampText.iso(bookmark.added) ?? "", bookmark.isBookmarked ? "yes" : "no",
        bookmark.later ? "yes" : "no",
        bookmark.read.flatMap(TimestampText.iso) ?? "", oneLine(bookmark.list),
        category.joined(separator: " / "), bookmark.day?.description ?? "",
        bookmark.stars.map { "\($0.count)" } ?? "",
      ]
      for (index, field) in fields.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(field, to: &output)
      }
      output += "\r\n".utf8
    }
  }
}

extension CSV {
  /// The index of each column.
  private struct Header {
    var places: [Column: Int] = [:]
    var count = 0
    let separator: UInt8

    init(_ line: [UInt8]) {
      let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
      let counts = candidates.map { candidate in line.count { $0 == candidate } }
      let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
      separator = candidates[most]
      var fields = CSVFields(line, separator: separator)
      guard let names = fields.next()?.fields else { return }
      count = names.count
      for column in Column.allCases {
        places[column] = names.firstIndex { name in
          column.names.contains { matches(trimmed(name), $0) }
        }
      }
    }
  }

  private static func row(_ fields: [String], line: Int, _ header: Header) -> BookmarkRow {
    func field(_ column: Column) -> String {
      guard let place = header.places[column], place < fields.count else { return "" }
      return fields[place]
    }
    var row = BookmarkRow(url: field(.url), line: line)
    row.title = field(.title)
    row.note = field(.note)
    row.description = field(.description)
    row.tags = [header.places[.status] == nil ? field(.tags) : tagList(field(.tags))]
    // Raindrop's name for bookmarks without a collection.
    let folder = field(.folder)
    if !matches(folder, "unsorted") { row.folders = parts(of: folder) }
    row.added = TimestampText.timestamp(of: field(.added))
    row.list = field(.list)
    row.category = parts(of: field(.category))
    row.day = Day(iso: trimmed(field(.day)))
    row.stars = Int(trimmed(field(.stars))).map { Stars($0) }
    row.read = TimestampText.timestamp(of: field(.read))
    let status = field(.status)
    row.isLater = isYes(field(.later)) || matches(status, "unread")
    row.isKept = header.places[.kept] == nil || isYes(field(.kept))
    if row.read == nil, matches(status, "archive") || isYes(field(.read)) { row.read = row.added }
    return row
  }

  /// Returns the tags of a field with commas between them; Pocket has bars.
  private static func tagList(_ field: String) -> String {
    guard field.utf8.contains(UInt8(ascii: "|")), !field.utf8.contains(UInt8(ascii: ",")) else {
      return field
    }
    return text(field.utf8.map { $0 == UInt8(ascii: "|") ? UInt8(ascii: ",") : $0 })
  }

  /// Returns the parts of a path that is written with slashes.
  private static func parts(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { trimmed(String($0) ?? "") }
      .filter { !$0.isEmpty }
  }

  private static func append(_ field: String, to output: inout [UInt8]) {
    let isPlain = field.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x2C && $0 != 0x3B }
    guard !isPlain else {
      output += field.utf8
      return
    }
    output.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }
}

extension String {
  /// Returns the text with U+2215, which looks like a slash, for its slashes.
  fileprivate func replacingSlashes() -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "/" ? "\u{2215}" : $0 }))
  }
}
