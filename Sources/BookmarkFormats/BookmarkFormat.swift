public import ListModel

/// A format in which programs exchange bookmarks.
public enum BookmarkFormat: String, CaseIterable, Sendable {
  /// The bookmarks file of Netscape, which all browsers read and write.
  case html
  /// Firefox's backup.
  case firefox
  /// Pinboard's JSON export.
  case pinboard
  /// The output of `buku --print --json`.
  case buku
  /// The XML Bookmark Exchange Language.
  case xbel
  case opml
  /// A table with a header, by the columns of Raindrop.
  case csv
  /// A list of links.
  case markdown
  /// Emacs' Org: headlines that are links.
  case org
  /// One URL a line.
  case urls
  /// awl's own format, that of `bookmarks.jsonl`.
  case jsonl
}

/// The parts of a bookmark that a format can store, besides the URL.
public struct BookmarkParts: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let title = BookmarkParts(rawValue: 1 << 0)
  public static let tags = BookmarkParts(rawValue: 1 << 1)
  public static let note = BookmarkParts(rawValue: 1 << 2)
  /// The line breaks of notes.
  public static let noteLines = BookmarkParts(rawValue: 1 << 3)
  /// When it was bookmarked, to the second.
  public static let added = BookmarkParts(rawValue: 1 << 4)
  /// Whether it is to be read later.
  public static let later = BookmarkParts(rawValue: 1 << 5)
  /// Whether it is only to be read later, and when it was read.
  public static let reading = BookmarkParts(rawValue: 1 << 6)
  /// The origin of the link: list, category, description, day and stars.
  public static let origin = BookmarkParts(rawValue: 1 << 7)
  /// Blanks within a tag.
  public static let tagBlanks = BookmarkParts(rawValue: 1 << 8)
}

/// How a format is read and written; each is a file of its own.
protocol BookmarkFileFormat {
  /// The parts that the format can store.
  static var parts: BookmarkParts { get }
  /// Returns whether a file looks like one of this format.
  static func recognizes(_ file: FilePrefix) -> Bool
  /// Passes a row to the collector for each bookmark; throws if the file as a whole is invalid.
  static func read(_ bytes: [UInt8], into rows: inout RowCollector) throws(BookmarkFormatError)
  /// Writes bookmarks, in their order; deterministic.
  static func write(_ bookmarks: [Bookmark], to output: inout [UInt8])
}

extension BookmarkFormat {
  /// The parts that the format can store.
  public var parts: BookmarkParts { implementation.parts }

  /// Detects the format of a file by its content; nil if it is none of them.
  ///
  /// Examines the first few kilobytes.
  public static func guess(_ bytes: [UInt8]) -> BookmarkFormat? {
    let file = FilePrefix(bytes)
    return allCases.first { $0.implementation.recognizes(file) }
  }

  /// Reads the bookmarks of a file; those without a date get `now`.
  ///
  /// Takes time and memory in proportion to the file.
  public func read(
    _ bytes: [UInt8], now: Timestamp
  ) throws(BookmarkFormatError) -> ImportedBookmarks {
    var rows = RowCollector(now: now)
    try implementation.read(decoded(bytes), into: &rows)
    return rows.result
  }

  /// Returns the bookmarks as a file of this format, in their order.
  public func write(_ bookmarks: [Bookmark]) -> [UInt8] {
    var output: [UInt8] = []
    implementation.write(bookmarks, to: &output)
    return output
  }

  private var implementation: any BookmarkFileFormat.Type {
    switch self {
    case .html: NetscapeHTML.self
    case .firefox: FirefoxBackup.self
    case .pinboard: PinboardJSON.self
    case .buku: BukuJSON.self
    case .xbel: XBEL.self
    case .opml: OPML.self
    case .csv: CSV.self
    case .markdown: MarkdownLinks.self
    case .org: OrgLinks.self
    case .urls: PlainURLs.self
    case .jsonl: BookmarkLines.self
    }
  }
}

/// Why a file cannot be read as one of a format.
public enum BookmarkFormatError: Error, Equatable, Sendable {
  /// A line number, from 1; 0 for the file as a whole.
  case malformed(line: Int, what: String)
}

extension BookmarkFormatError: CustomStringConvertible {
  /// `line 3: error`.
  public var description: String {
    switch self {
    case .malformed(let line, let what): line > 0 ? "line \(line): \(what)" : what
    }
  }
}
