import ListModel

/// The XML Bookmark Exchange Language.
///
/// Its bookmarks have no tags; awl writes them as metadata, and also reads buku's variant.
///
///     <xbel version="1.0">
///       <folder><title>Folder</title>
///         <bookmark href="https://example.org" added="2022-02-11T18:45:00Z">
///           <title>Title</title><desc>Note</desc>
///           <info><metadata owner="awl" tags="a,b"/></info>
///         </bookmark>
///       </folder>
///     </xbel>
enum XBEL: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .tagBlanks, .note, .noteLines, .added]

  static func recognizes(_ file: FilePrefix) -> Bool { file.contains("<xbel") }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    let reader = XBELReader(rows)
    try readMarkup(bytes, as: .xml, into: reader)
    rows = reader.rows
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    output +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE xbel PUBLIC "+//IDN python.org//DTD XML Bookmark Exchange Language 1.0//EN//XML" \
      "http://pyxml.sourceforge.net/topics/dtds/xbel-1.0.dtd">
      <xbel version="1.0">

      """.utf8
    for bookmark in bookmarks { append(bookmark, to: &output) }
    output += "</xbel>\n".utf8
  }

  private static func append(_ bookmark: Bookmark, to output: inout [UInt8]) {
    output += "  <bookmark".utf8
    appendAttribute("href", bookmark.url, to: &output)
    if let added = TimestampText.iso(bookmark.added) {
      appendAttribute("added", added, to: &output)
    }
    output += ">\n    <title>".utf8
    appendMarkup(oneLine(bookmark.title), to: &output)
    output += "</title>\n".utf8
    let tags = exportedTags(bookmark)
    if !tags.isEmpty {
      output += "    <info><metadata owner=\"awl\"".utf8
      appendAttribute("tags", tags.joined(separator: ","), to: &output)
      output += "/></info>\n".utf8
    }
    let note = paragraphs(bookmark.note)
    if !note.isEmpty {
      output += "    <desc>".utf8
      appendMarkup(note, to: &output)
      output += "</desc>\n".utf8
    }
    output += "  </bookmark>\n".utf8
  }
}

/// Follows the tags of XBEL.
private final class XBELReader: MarkupHandler {
  private(set) var rows: RowCollector
  private var row: BookmarkRow?
  private var folders: [String] = []
  /// The element whose text is being read.
  private var element = ""

  init(_ rows: RowCollector) {
    self.rows = rows
  }

  func start(_ name: String, _ attributes: MarkupAttributes, line: Int) {
    element = name
    switch name {
    case "folder": folders.append("")
    case "bookmark":
      var row = BookmarkRow(url: attributes["href"] ?? "", line: line)
      row.added = attributes["added"].flatMap(TimestampText.timestamp(of:))
      row.tags = [attributes["tags"] ?? ""]
      row.folders = folders
      self.row = row
    case "metadata": if let tags = attributes["tags"] { row?.tags.append(tags) }
    default: break
    }
  }

  func end(_ name: String) {
    element = ""
    switch name {
    case "folder": _ = folders.popLast()
    case "bookmark":
      if let row { rows.add(row) }
      row = nil
    default: break
    }
  }

  func text(_ text: String) {
    switch element {
    case "title" where row != nil: row?.title += text
    case "title" where !folders.isEmpty: folders[folders.count - 1] += text
    case "desc": row?.note += text
    default: break
    }
  }
}
