import ListModel
import UserFiles

/// awl's own JSON Lines: the format of bookmarks.jsonl and `awl bookmarks list --format json`.
///
/// It stores all fields, and is parsed as strictly as the file itself.
enum BookmarkLines: BookmarkFileFormat {
  static let parts: BookmarkParts = [
    .title, .tags, .tagBlanks, .note, .noteLines, .added, .later, .reading, .origin,
  ]

  static func recognizes(_ file: FilePrefix) -> Bool {
    file.starts(with: "{\"format\":\"awl-bookmarks\"")
      || file.starts(with: "{") && place(of: "\"url\":\"", in: file.firstLine[...], from: 0) != nil
        && !file.contains("\"uri\"")
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      number += 1
      let line = start..<end
      if trimmed(bytes[line]).isEmpty || number == 1 && isHeader(bytes[line]) { continue }
      do throws(BookmarkLineError) {
        let bookmark = try BookmarkLine.read(bytes, in: line).0
        if !bookmark.isRemoved { rows.add(bookmark, line: number) }
      } catch {
        rows.refuse(line: number, text: text(bytes[line].prefix(200)), error.what)
      }
    }
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    for bookmark in bookmarks { BookmarkLine.append(bookmark, unknown: [], to: &output) }
  }

  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "{\"format\":".utf8)
  }
}
