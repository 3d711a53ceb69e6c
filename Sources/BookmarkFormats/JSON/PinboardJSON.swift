internal import JSONLines
import ListModel

/// Pinboard's export: an array of posts, tags separated by blanks.
///
///     [{"href":"https://example.org","description":"Title","extended":"Note",
///       "time":"2022-02-11T18:45:00Z","shared":"yes","toread":"no","tags":"a b"}]
enum PinboardJSON: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .note, .noteLines, .added, .later]

  static func recognizes(_ file: FilePrefix) -> Bool {
    file.starts(with: "[") && file.contains("\"href\"")
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    try JSONFile.read(bytes) { scanner, file throws(JSONError) in
      try scanner.array { scanner throws(JSONError) in
        var row = BookmarkRow(url: "", line: file.line(at: scanner.position))
        try scanner.object { scanner, name throws(JSONError) in
          try readMember(name, &scanner, into: &row)
        }
        rows.add(row)
      }
    }
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    var json = JSONWriter()
    json.beginArray()
    for bookmark in bookmarks {
      json.beginObject()
      json.member("href", bookmark.url)
      json.member("description", oneLine(bookmark.title))
      json.member("extended", paragraphs(bookmark.note))
      if let time = TimestampText.iso(bookmark.added) { json.member("time", time) }
      json.member("shared", "no")
      json.member("toread", bookmark.later ? "yes" : "no")
      let tags = exportedTags(bookmark).map { $0.replacingBlanks() }
      json.member("tags", tags.joined(separator: " "))
      json.endObject()
    }
    json.endArray()
    json.endLine()
    output += json.bytes
  }

  private static func readMember(
    _ name: JSONScanner.Name, _ scanner: inout JSONScanner, into row: inout BookmarkRow
  ) throws(JSONError) {
    if name.matches("href") {
      row.url = try scanner.optionalText()
    } else if name.matches("description") {
      row.title = try scanner.optionalText()
    } else if name.matches("extended") {
      row.note = try scanner.optionalText()
    } else if name.matches("time") {
      row.added = TimestampText.timestamp(of: try scanner.optionalText())
    } else if name.matches("toread") {
      row.isLater = isYes(try scanner.optionalText())
    } else if name.matches("tags") {
      let tags = try scanner.optionalText().unicodeScalars.split { $0.value <= 0x20 }
      row.tags = tags.map { String($0).replacingCommas() }
    } else {
      try scanner.skip()
    }
  }
}

extension String {
  /// Returns the text with underscores for blanks, as a tag for programs whose tags are single
  /// words.
  func replacingBlanks() -> String {
    String(decoding: utf8.map { $0 == 0x20 ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}
