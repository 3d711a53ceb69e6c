import ListModel

/// The bookmarks file of Netscape: folders are headings before nested lists of definitions.
///
///     <DL><p>
///       <DT><H3>Folder</H3>
///       <DL><p>
///         <DT><A HREF="https://example.org" ADD_DATE="1644605100" TAGS="a,b">Title</A>
///         <DD>Note
///       </DL><p>
///     </DL><p>
enum NetscapeHTML: BookmarkFileFormat {
  static let parts: BookmarkParts = [
    .title, .tags, .tagBlanks, .note, .noteLines, .added, .later,
  ]

  static func recognizes(_ file: FilePrefix) -> Bool {
    file.starts(with: "<!doctype netscape-bookmark") || file.starts(with: "<!doctype html")
      || file.starts(with: "<html") || file.starts(with: "<dl") || file.starts(with: "<meta")
      || file.starts(with: "<") && (file.contains("<a href") || file.contains("<dt>"))
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    let reader = NetscapeReader(rows)
    try readMarkup(bytes, as: .html, into: reader)
    rows = reader.finish()
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    output +=
      """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
      <TITLE>Bookmarks</TITLE>
      <H1>Bookmarks</H1>
      <DL><p>

      """.utf8
    for bookmark in bookmarks { append(bookmark, to: &output) }
    output += "</DL><p>\n".utf8
  }

  private static func append(_ bookmark: Bookmark, to output: inout [UInt8]) {
    output += "    <DT><A".utf8
    appendAttribute("HREF", bookmark.url, to: &output)
    let added = bookmark.added.milliseconds / 1_000
    if added > 0 { appendAttribute("ADD_DATE", "\(added)", to: &output) }
    let tags = exportedTags(bookmark)
    if !tags.isEmpty { appendAttribute("TAGS", tags.joined(separator: ","), to: &output) }
    if bookmark.later { appendAttribute("TOREAD", "1", to: &output) }
    output.append(UInt8(ascii: ">"))
    appendMarkup(oneLine(bookmark.title), to: &output)
    output += "</A>\n".utf8
    let note = paragraphs(bookmark.note)
    if !note.isEmpty {
      output += "    <DD>".utf8
      appendMarkup(note, to: &output)
      output.append(0x0A)
    }
  }
}

/// Returns the tags of a bookmark as other programs take them: on one line each, without commas,
/// each once.
func exportedTags(_ bookmark: Bookmark) -> [String] {
  distinct(bookmark.tags.flatMap { tagNames(in: $0) })
}
