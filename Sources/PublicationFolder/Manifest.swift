import JSONLines
import ListModel
import ListPublishing

/// The record of the files that awl wrote into a folder: `.awl-publish.jsonl`.
///
/// A header line with format, version and the pages' language, then a line a file: `path`, `size`,
/// `hash`. While a folder is being written, a line is appended before each file, so a path may have
/// several lines until the manifest is rewritten at the end; a file is ours if any of them
/// describes it.
struct Manifest: Sendable {
  /// The size and fingerprint of a file as awl wrote it.
  struct Version: Equatable, Sendable {
    var size: Int
    var hash: Int
  }

  static let name = ".awl-publish.jsonl"
  static let version = 1
  private static let format = "awl-publish"

  private(set) var files: [String: [Version]] = [:]
  private(set) var head = Head()

  /// The header's facts about the folder.
  struct Head: Equatable, Sendable {
    /// The pages' language; Markdown if an older manifest does not say.
    var pages = PageFormat.markdown
    /// The URL of the folder, and the title of its home page.
    var address: String?
    var title: String?
  }

  init() {}

  /// Reads a manifest; damaged lines are skipped.
  ///
  /// Throws for one of a newer version, and for a file that is not a manifest, which may be
  /// foreign.
  init(_ bytes: [UInt8]) throws(FolderError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let start = Manifest.header(Head()).prefix { $0 != UInt8(ascii: ",") }
    // The first write may have been cut short by a full disk.
    if let first = lines.first, Manifest.members(of: Array(first)).format != Manifest.format,
      !start.starts(with: first), !(first.starts(with: start) && lines.count == 1)
    {
      throw .foreign(path: Manifest.name)
    }
    for line in lines {
      let members = Manifest.members(of: Array(line))
      if let version = members.version {
        guard version <= Manifest.version else { throw .newerManifest }
      }
      if members.format != nil {
        head = Head(
          pages: members.pages.flatMap(PageFormat.init) ?? .markdown, address: members.address,
          title: members.title)
      }
      if let path = members.path, let size = members.size, let hash = members.hash {
        add(path, Version(size: size, hash: hash))
      }
    }
  }

  /// The version of each file that was noted last.
  var latest: [String: Version] { files.compactMapValues(\.last) }

  /// Notes that awl writes a version of a file, or may have written it.
  mutating func add(_ path: String, _ version: Version) {
    if files[path]?.contains(version) != true { files[path, default: []].append(version) }
  }

  /// Returns the whole manifest, by path.
  static func bytes(of files: [String: Version], _ head: Head) -> [UInt8] {
    var bytes = header(head)
    for path in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      if let version = files[path] { bytes += line(path, version) }
    }
    return bytes
  }

  static func header(_ head: Head) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("format", format)
    writer.member("version", version)
    writer.member("pages", head.pages.rawValue)
    if let address = head.address { writer.member("url", address) }
    if let title = head.title { writer.member("title", title) }
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// Returns the line of a file.
  static func line(_ path: String, _ version: Version) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("path", path)
    writer.member("size", version.size)
    writer.member("hash", version.hash)
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private struct Members {
    var format: String?
    var version: Int?
    var pages: String?
    var address: String?
    var title: String?
    var path: String?
    var size: Int?
    var hash: Int?
  }

  private static func members(
    of line: [UInt8]
  ) -> Members {
    var found = Members()
    var scanner = JSONScanner(line, in: 0..<line.count)
    do {
      try scanner.object { scanner, name throws(JSONError) in
        if name.matches("format") {
          found.format = try scanner.string()
        } else if name.matches("version") {
          found.version = try scanner.integer()
        } else if name.matches("pages") {
          found.pages = try scanner.string()
        } else if name.matches("url") {
          found.address = try scanner.string()
        } else if name.matches("title") {
          found.title = try scanner.string()
        } else if name.matches("path") {
          found.path = try scanner.string()
        } else if name.matches("size") {
          found.size = try scanner.integer()
        } else if name.matches("hash") {
          found.hash = try scanner.integer()
        } else {
          try scanner.skip()
        }
      }
    } catch {
      // A line that was cut short by a kill is of a file that was not written yet.
      return Members()
    }
    return found
  }
}

extension Manifest.Version {
  /// Creates the version of a file with these bytes.
  ///
  /// The hash detects edits; it is no protection.
  init(of bytes: UnsafeRawBufferPointer) {
    var hash = ContentHash()
    hash.combine(bytes)
    self.init(size: bytes.count, hash: Int(bitPattern: UInt(hash.value)))
  }
}
