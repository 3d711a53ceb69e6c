internal import JSONLines
import ListModel

/// The output of `buku --print --json`: an array of bookmarks, or a single one; tags separated by
/// commas.
///
///     [{"description":"Note","index":1,"tags":"a,b","title":"Title","uri":"https://example.org"}]
enum BukuJSON: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .tagBlanks, .note, .noteLines]

  static func recognizes(_ file: FilePrefix) -> Bool {
    (file.starts(with: "[") || file.starts(with: "{")) && file.contains("\"uri\"")
      && !FirefoxBackup.recognizes(file)
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    try JSONFile.read(bytes) { scanner, file throws(JSONError) in
      guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") else {
        rows.add(try row(&scanner, &file))
        return
      }
      try scanner.array { scanner throws(JSONError) in
        rows.add(try row(&scanner, &file))
      }
    }
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    var json = JSONWriter()
    json.beginArray()
    for (index, bookmark) in bookmarks.enumerated() {
      json.beginObject()
      json.member("description", paragraphs(bookmark.note))
      json.member("index", index + 1)
      json.member("tags", exportedTags(bookmark).joined(separator: ","))
      json.member("title", oneLine(bookmark.title))
      json.member("uri", bookmark.url)
      json.endObject()
    }
    json.endArray()
    json.endLine()
    output += json.bytes
  }

  private static func row(
    _ scanner: inout JSONScanner, _ file: inout JSONFile
  ) throws(JSONError) -> BookmarkRow {
    var row = BookmarkRow(url: "", line: file.line(at: scanner.position))
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("uri") {
        row.url = try scanner.optionalText()
      } else if name.matches("title") {
        row.title = try scanner.optionalText()
      } else if name.matches("description") {
        row.note = try scanner.optionalText()
      } else if name.matches("tags") {
        row.tags = [try scanner.optionalText()]
      } else {
        try scanner.skip()
      }
    }
    return row
  }
}
