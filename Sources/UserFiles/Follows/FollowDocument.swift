import JSONLines
import ListModel

/// The content of a follows file.
///
/// The first line gives format and version, the others one source each:
/// `{"source":"/home/u/lists","added":1700000000000}`. Following appends one, unfollowing removes
/// one, following other files of a source rewrites its line in place, and everything else stays
/// byte for byte.
struct FollowDocument: FileDocument {
  /// The format name in the header.
  static let formatName = "awl-follows"

  private let document: LineDocument<Follow>

  /// Reads a whole file; a missing one is empty.
  init(_ bytes: [UInt8]) { document = LineDocument(bytes, Self.format) }

  /// The followed sources, each once, in the order of the file.
  var follows: [Follow] {
    var seen: Set<[UInt8]> = []
    return document.records.filter { seen.insert(Array($0.source.utf8)).inserted }
  }

  /// Returns why this version must not write the file; nil if it may.
  func refusal(path: String) -> UserFileError? { document.refusal(path: path) }

  /// Notices about the file.
  func notices(path: String) -> [FileNotice] { document.notices(path: path) }

  /// Returns the file's content without the lines of some sources, with other files of one, and
  /// with new lines at its end.
  func revision(
    removing: [String] = [], changing: Follow? = nil, adding: [Follow] = []
  ) -> Revision {
    document.revision(adding: adding.map(Self.line)) { follow in
      if removing.contains(where: { sameBytes($0, follow.source) }) { return .drop }
      guard let changing, sameBytes(changing.source, follow.source) else { return .keep }
      var changed = follow
      changed.files = changing.files
      return .replace(Self.line(of: changed))
    }
  }
}

extension FollowDocument {
  private static let format = LineFormat<Follow>(
    name: formatName, noun: "follows file", lacking: "has no source"
  ) { scanner throws(JSONError) in
    var source: String?
    var added = 0
    var files: [String] = []
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("source") {
        source = try scanner.string()
      } else if name.matches("added") {
        added = try scanner.integer()
      } else if name.matches("files") {
        files = try scanner.strings()
      } else {
        try scanner.skip()
      }
    }
    guard let source, !source.isEmpty else { return nil }
    return Follow(source: source, added: Timestamp(milliseconds: added), files: files)
  }

  private static func line(of follow: Follow) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("source", follow.source)
    json.member("added", follow.added.milliseconds)
    if !follow.files.isEmpty { json.member("files", follow.files) }
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
