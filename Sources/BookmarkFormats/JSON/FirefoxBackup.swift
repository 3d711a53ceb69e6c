internal import JSONLines
import ListModel

/// Firefox's backup: a tree of folders and places, times in microseconds.
///
///     {"guid":"root________","root":"placesRoot","children":[
///       {"guid":"menu________","root":"bookmarksMenuFolder","title":"menu","children":[
///         {"title":"Title","type":"text/x-moz-place","uri":"https://example.org","tags":"a,b"}]}]}
enum FirefoxBackup: BookmarkFileFormat {
  static let parts: BookmarkParts = [.title, .tags, .tagBlanks, .note, .noteLines, .added]

  /// The annotation in which Firefox stores descriptions.
  private static let descriptionName = "bookmarkProperties/description"

  static func recognizes(_ file: FilePrefix) -> Bool {
    file.starts(with: "{") && (file.contains("text/x-moz-place") || file.contains("\"placesroot\""))
  }

  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError) {
    var tree = Node()
    try JSONFile.read(bytes) { scanner, file throws(JSONError) in
      tree = try node(&scanner, &file)
    }
    var path: [String] = []
    add(tree, below: &path, to: &rows)
  }

  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8]) {
    var json = JSONWriter()
    beginFolder("root________", root: "placesRoot", "", &json)
    beginFolder("menu________", root: "bookmarksMenuFolder", "menu", &json)
    endFolder(&json)
    beginFolder("toolbar_____", root: "toolbarFolder", "toolbar", &json)
    endFolder(&json)
    beginFolder("unfiled_____", root: "unfiledBookmarksFolder", "unfiled", &json)
    for (index, bookmark) in bookmarks.enumerated() { append(bookmark, index, &json) }
    endFolder(&json)
    endFolder(&json)
    output += json.bytes
  }
}

extension FirefoxBackup {
  /// A folder or a place, as it was read.
  private struct Node {
    var row = BookmarkRow(url: "", line: 0)
    var isFolder = false
    var isRoot = false
    var children: [Node] = []
  }

  private static func node(
    _ scanner: inout JSONScanner, _ file: inout JSONFile
  ) throws(JSONError) -> Node {
    var node = Node()
    node.row.line = file.line(at: scanner.position)
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("children") {
        node.isFolder = true
        try scanner.array { scanner throws(JSONError) in
          node.children.append(try self.node(&scanner, &file))
        }
      } else if name.matches("root") {
        node.isRoot = true
        try scanner.skip()
      } else if name.matches("annos") {
        try readNotes(&scanner, into: &node.row)
      } else {
        try readMember(name, &scanner, into: &node.row)
      }
    }
    return node
  }

  private static func readMember(
    _ name: JSONScanner.Name, _ scanner: inout JSONScanner, into row: inout BookmarkRow
  ) throws(JSONError) {
    if name.matches("uri") {
      row.url = try scanner.optionalText()
    } else if name.matches("title") {
      row.title = try scanner.optionalText()
    } else if name.matches("tags") {
      row.tags.append(try scanner.optionalText())
    } else if name.matches("keyword") {
      row.tags.append(try scanner.optionalText().replacingCommas())
    } else if name.matches("dateAdded") {
      row.added = try scanner.optionalNumber().flatMap(timestamp(ofMicroseconds:))
    } else {
      try scanner.skip()
    }
  }

  private static func timestamp(ofMicroseconds number: Int) -> Timestamp? {
    number >= 1_000_000 ? Timestamp(milliseconds: number / 1_000) : nil
  }

  private static func readNotes(
    _ scanner: inout JSONScanner, into row: inout BookmarkRow
  ) throws(JSONError) {
    try scanner.array { scanner throws(JSONError) in
      var (name, value) = ("", "")
      try scanner.object { scanner, member throws(JSONError) in
        if member.matches("name") {
          name = try scanner.optionalText()
        } else if member.matches("value") {
          value = try scanner.optionalText()
        } else {
          try scanner.skip()
        }
      }
      if name.utf8.elementsEqual(descriptionName.utf8) { row.note = value }
    }
  }

  private static func add(_ node: Node, below path: inout [String], to rows: inout RowCollector) {
    if node.isFolder {
      if !node.isRoot { path.append(node.row.title) }
      for child in node.children { add(child, below: &path, to: &rows) }
      if !node.isRoot { path.removeLast() }
    } else if !node.row.url.isEmpty, !node.row.url.utf8.starts(with: "place:".utf8) {
      // `place:` URLs are searches within Firefox; separators have no link at all.
      var row = node.row
      row.folders = path
      rows.add(row)
    }
  }
}

extension FirefoxBackup {
  private static func beginFolder(
    _ guid: String, root: String, _ title: String, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("guid", guid)
    json.member("title", title)
    json.member("typeCode", 2)
    json.member("type", "text/x-moz-place-container")
    json.member("root", root)
    json.name("children")
    json.beginArray()
  }

  private static func endFolder(_ json: inout JSONWriter) {
    json.endArray()
    json.endObject()
  }

  private static func append(_ bookmark: Bookmark, _ index: Int, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("title", oneLine(bookmark.title))
    json.member("index", index)
    let added = max(bookmark.added.milliseconds, 0) * 1_000
    if added > 0 {
      json.member("dateAdded", added)
      json.member("lastModified", added)
    }
    json.member("typeCode", 1)
    json.member("type", "text/x-moz-place")
    let note = paragraphs(bookmark.note)
    if !note.isEmpty {
      json.name("annos")
      json.beginArray()
      json.beginObject()
      json.member("name", descriptionName)
      json.member("value", note)
      json.endObject()
      json.endArray()
    }
    json.member("uri", bookmark.url)
    let tags = exportedTags(bookmark)
    if !tags.isEmpty { json.member("tags", tags.joined(separator: ",")) }
    json.endObject()
  }
}
