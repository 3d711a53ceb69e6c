import BookmarkFormats
import BukuDatabase
import ListModel

/// The bookmarks in a file of another program.
struct BookmarkSource {
  /// The kind of file: "buku's database".
  let kind: String
  let bookmarks: [Bookmark]
  let refused: [ImportedBookmarks.Refusal]

  /// Reads a file, or standard input for `-`; detects its format unless it is given.
  init(path: String, format: BookmarkFormat? = nil, now: Timestamp) throws {
    let bytes = try FileBytes.read(path)
    do throws(BookmarkFormatError) {
      let imported: ImportedBookmarks
      if BukuFile.recognizes(bytes) {
        guard path != "-" else {
          throw .malformed(line: 0, what: "a database cannot be read from standard input")
        }
        kind = "buku's database"
        imported = try BukuFile.read(at: path, now: now)
      } else if let format = format ?? BookmarkFormat.guess(bytes) {
        kind = format.name
        imported = try format.read(bytes, now: now)
      } else {
        let names = BookmarkFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw .malformed(line: 0, what: "not a bookmark format that awl knows (\(names))")
      }
      bookmarks = imported.bookmarks
      refused = imported.refused
    } catch {
      throw Failure(.badData, "\(path): \(error)")
    }
  }
}

extension BookmarkFormat {
  /// The display name of the format.
  var name: String {
    switch self {
    case .html: "an HTML bookmarks file"
    case .firefox: "a backup of Firefox"
    case .pinboard: "an export of Pinboard"
    case .buku: "JSON of buku"
    case .xbel: "XBEL"
    case .opml: "OPML"
    case .csv: "CSV"
    case .markdown: "Markdown"
    case .org: "Org"
    case .urls: "plain URLs"
    case .jsonl: "JSON Lines of awl"
    }
  }
}
