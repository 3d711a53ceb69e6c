import ListModel

/// Emacs' Org.
///
/// A headline that is a link is a bookmark: its tags are after it, its note below it. Links in
/// other places are bookmarks too, with the headlines around them for tags.
///
///     * [[https://example.org][Title]]  :reading:
///       :PROPERTIES:
///       :ADDED: 2022-02-11T18:45:00Z
///       :TAGS: ml infra, reading
///       :END:
///       Note
enum OrgLinks: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .tagBlanks, .note, .noteLines, .added]

  static func recognizes(_ file: FilePrefix) -> Bool {
    file.contains("[[http") || file.starts(with: "#+")
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    var reader = OrgReader(rows)
    for (number, line) in TextLines(bytes) { reader.read(line, number) }
    rows = reader.finish()
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    for bookmark in bookmarks { append(bookmark, to: &output) }
  }

  private static func append(_ bookmark: Bookmark, to output: inout [UInt8]) {
    output += "* [[".utf8
    appendEscaped(bookmark.url, to: &output)
    output += "][".utf8
    appendEscaped(oneLine(bookmark.title), to: &output)
    output += "]]".utf8
    let tags = exportedTags(bookmark)
    if !tags.isEmpty { output += "  :\(tags.map(orgTag).joined(separator: ":")):".utf8 }
    output += "\n  :PROPERTIES:\n".utf8
    if let added = TimestampText.iso(bookmark.added) { output += "  :ADDED: \(added)\n".utf8 }
    // Org's own tags are words.
    if !tags.isEmpty { output += "  :TAGS: \(tags.joined(separator: ", "))\n".utf8 }
    output += "  :END:\n".utf8
    let note = paragraphs(bookmark.note)
    guard !note.isEmpty else { return }
    for line in note.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { output += "  \(text(line))".utf8 }
      output.append(0x0A)
    }
  }

  /// Characters that would end a link are escaped, as Org does in URLs.
  private static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      if [UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\")].contains(byte) {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
    }
  }

  /// Returns a tag in the letters that Org allows: others become underscores.
  private static func orgTag(_ tag: String) -> String {
    text(
      tag.utf8.map { byte in
        let isAllowed =
          isLetter(byte) || isDigit(byte) || byte >= 0x80 || "_@#%".utf8.contains(byte)
        return isAllowed ? byte : UInt8(ascii: "_")
      })
  }
}
