import ListModel

/// One URL a line; blank lines and comments, which begin with #, are skipped.
enum PlainURLs: BookmarkFileFormat {
  static let parts: BookmarkParts = []

  static func recognizes(_ file: FilePrefix) -> Bool {
    let lines = file.lines.map { trimmed($0) }.filter { !$0.isEmpty && $0.first != 0x23 }
    // The last line may be cut off.
    return !lines.isEmpty
      && lines.allSatisfy { $0.starts(with: "http://".utf8) || $0.starts(with: "https://".utf8) }
      && lines.dropLast().allSatisfy { !$0.contains(0x20) }
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    for (number, line) in TextLines(bytes) {
      let url = trimmed(line)
      if url.isEmpty || url.first == UInt8(ascii: "#") { continue }
      rows.add(BookmarkRow(url: text(url), line: number))
    }
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    for bookmark in bookmarks { output += "\(bookmark.url)\n".utf8 }
  }
}
