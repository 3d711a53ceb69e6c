import JSONLines
public import ListModel

/// The last change that a command made to the bookmarks, so that a later run can undo it:
/// `undo.jsonl` in the state directory.
///
/// A line for each bookmark: `{"before":{…},"after":{…}}`, both as in bookmarks.jsonl.
public struct UndoFile: Sendable {
  private static let formatName = "awl-undo"

  private let file: DurableFile

  /// Creates the file at an absolute path; it need not exist.
  public init(path: String) {
    file = DurableFile(path: path)
  }

  /// A change: its description, and each bookmark before and after it.
  public struct Change: Sendable {
    /// A description: `import of bookmarks.html`.
    public var words: String
    public var records: [BookmarkChangeLog.Record]

    public init(words: String, records: [BookmarkChangeLog.Record]) {
      self.words = words
      self.records = records
    }
  }

  /// Replaces the stored change.
  public func save(_ change: Change, now: Timestamp) throws(FileError) {
    var bytes = header(change.words)
    for record in change.records {
      bytes += "{\"before\":".utf8
      if let before = record.before { append(before, to: &bytes) } else { bytes += "null".utf8 }
      bytes += ",\"after\":".utf8
      append(record.after, to: &bytes)
      bytes += "}\n".utf8
    }
    _ = try file.update(now: now) { _ in Revision(bytes, backsUp: false, damage: []) }
  }

  /// Forgets the change.
  public func clear(now: Timestamp) throws(FileError) {
    _ = try file.update(now: now) { _ in Revision(header(""), backsUp: false, damage: []) }
  }

  /// Returns the last change; nil if there is none, or none that can be read whole.
  public func load() throws(FileError) -> Change? {
    guard let bytes = try file.read() else { return nil }
    var lines = bytes.split(separator: UInt8(ascii: "\n")).map(\.indices)[...]
    guard let first = lines.popFirst(), case .current = format(bytes, first) else { return nil }
    var change = Change(words: words(bytes, first), records: [])
    for line in lines {
      guard let record = try? record(bytes, line) else { return nil }
      change.records.append(record)
    }
    return change.records.isEmpty ? nil : change
  }
}

extension UndoFile {
  private func header(_ words: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("format", Self.formatName)
    json.member("version", 1)
    json.member("words", words)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func format(_ bytes: [UInt8], _ line: Range<Int>) -> FileFormat? {
    FileFormat(bytes, in: line, named: Self.formatName)
  }

  private func words(_ bytes: [UInt8], _ line: Range<Int>) -> String {
    var words = ""
    var scanner = JSONScanner(bytes, in: line)
    try? scanner.object { scanner, name throws(JSONError) in
      if name.matches("words") { words = try scanner.string() } else { try scanner.skip() }
    }
    return words
  }

  private func append(_ bookmark: Bookmark, to bytes: inout [UInt8]) {
    BookmarkLine.append(bookmark, unknown: [], to: &bytes)
    bytes.removeLast()
  }

  private func record(
    _ bytes: [UInt8], _ line: Range<Int>
  ) throws(JSONError) -> BookmarkChangeLog.Record? {
    var (before, after): (Bookmark?, Bookmark?) = (nil, nil)
    var scanner = JSONScanner(bytes, in: line)
    try scanner.object { scanner, name throws(JSONError) in
      let start = scanner.position
      if scanner.null() { return }
      try scanner.skip()
      let bookmark = try? BookmarkLine.read(bytes, in: start..<scanner.position).0
      if name.matches("before") { before = bookmark } else { after = bookmark }
    }
    return after.map { BookmarkChangeLog.Record(before: before, after: $0) }
  }
}
