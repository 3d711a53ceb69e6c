import ListModel

/// Outlines.
///
/// Feed readers write them with the URL of a feed and that of its site; the site is imported.
/// Outlines without a URL are folders.
///
///     <opml version="2.0"><head><title>Bookmarks</title></head><body>
///       <outline text="Title" type="link" url="https://example.org" category="a,b"/>
///     </body></opml>
enum OPML: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .tagBlanks, .added]

  static func recognizes(_ file: FilePrefix) -> Bool { file.contains("<opml") }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    let reader = OPMLReader(rows)
    try readMarkup(bytes, as: .xml, into: reader)
    rows = reader.rows
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    output +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
      <head><title>Bookmarks</title></head>
      <body>

      """.utf8
    for bookmark in bookmarks {
      output += "  <outline".utf8
      appendAttribute("text", oneLine(bookmark.title), to: &output)
      appendAttribute("type", "link", to: &output)
      appendAttribute("url", bookmark.url, to: &output)
      if let created = TimestampText.mail(bookmark.added) {
        appendAttribute("created", created, to: &output)
      }
      let tags = exportedTags(bookmark)
      if !tags.isEmpty {
        appendAttribute("category", tags.joined(separator: ","), to: &output)
      }
      output += "/>\n".utf8
    }
    output += "</body>\n</opml>\n".utf8
  }
}

/// Follows the tags of OPML.
private final class OPMLReader: MarkupHandler {
  private(set) var rows: RowCollector
  /// The names of the outlines around, and whether each is a folder.
  private var folders: [String] = []
  private var areFolders: [Bool] = []

  init(_ rows: RowCollector) {
    self.rows = rows
  }

  func start(_ name: String, _ attributes: MarkupAttributes, line: Int) {
    guard name == "outline" else { return }
    let title = attributes["text"] ?? attributes["title"] ?? ""
    let url = attributes["url"] ?? attributes["htmlurl"] ?? attributes["xmlurl"] ?? ""
    areFolders.append(url.isEmpty)
    guard !url.isEmpty else {
      folders.append(title)
      return
    }
    var row = BookmarkRow(url: url, line: line)
    row.title = title
    row.added = attributes["created"].flatMap(TimestampText.timestamp(of:))
    row.tags = [attributes["category"] ?? ""]
    row.folders = folders
    rows.add(row)
  }

  func end(_ name: String) {
    guard name == "outline", let isFolder = areFolders.popLast() else { return }
    if isFolder { folders.removeLast() }
  }

  func text(_ text: String) {}
}
