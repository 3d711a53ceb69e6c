import ArgumentParser
import BookmarkFormats
import Browser
import Glibc
import ListModel
import ListSearch
import UserFiles
import TerminalScreen

/// `awl bookmarks export`: writes the bookmarks in another program's format.
struct ExportBookmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export the bookmarks for other programs.",
    discussion: """
      The same bookmarks give the same bytes. Fields that the format cannot store are reported. \
      An existing file is replaced only with --force.

        awl bookmarks export bookmarks.html
        awl bookmarks export bookmarks.org --filter is:later

      Exit codes: 0 exported, 1 nothing matched, 2 usage or query, 5 could not be written.
      """)

  @Argument(help: ArgumentHelp("The file to write; by default standard output."))
  var file: String?

  @Option(help: "The format; by default from the file's name, else html.")
  var format: BookmarkFormat?

  @Option(
    help: ArgumentHelp("Only bookmarks that match, as with / on the screen.", valueName: "words"))
  var filter = ""

  @Flag(help: "Replace the file if it exists.")
  var force = false

  func run() throws {
    let contents = BookmarkFile(path: try directories().bookmarks).load()
    for notice in contents.notices { warn(notice.description) }
    let selection = try BookmarkSelection(contents.bookmarks, filter: filter)
    guard !selection.bookmarks.isEmpty else { throw Failure(.nothingMatched, "") }
    let format = self.format ?? file.flatMap(BookmarkFormat.init(fileName:)) ?? .html
    let losses = format.losses(of: selection.bookmarks)
    if !losses.isEmpty {
      warn("\(format.rawValue) cannot store \(losses.joined(separator: ", "))")
    }
    let bytes = format.write(selection.bookmarks)
    if let file {
      try ExportFile(path: file, replaces: force).write(bytes)
      awl.print("exported \(selection.bookmarks.count) to \(safeLine(file))\n", to: STDOUT_FILENO)
    } else if isatty(STDOUT_FILENO) == 1 {
      let lines = SafeText.lines(String(decoding: bytes, as: UTF8.self), limit: .max)
      awl.print(lines.map(\.text).joined(separator: "\n"), to: STDOUT_FILENO)
    } else {
      awl.print(bytes, to: STDOUT_FILENO)
    }
  }
}

/// The bookmarks that match a filter, in the order in which they were added.
struct BookmarkSelection {
  let bookmarks: [Bookmark]

  init(_ bookmarks: Bookmarks, filter: String) throws {
    guard !filter.isEmpty else {
      self.bookmarks = bookmarks.live
      return
    }
    try requireUnderstood(filter)
    var found: Set<LinkKey> = []
    for kind in [Place.Kind.bookmarks, .later] {
      let collected = BookmarkCatalog(of: bookmarks, for: kind)
      var request = SearchRequest(
        query: filter, order: .date, mergesLinks: false, today: Day.today())
      request.marks = collected.marks
      let rows = Searcher(collected.catalog).rows(request)
      found.formUnion(rows.compactMap { collected.catalog.entry($0).url.map { LinkKey($0) } })
    }
    self.bookmarks = bookmarks.live.filter { found.contains($0.key) }
  }
}

extension BookmarkFormat {
  /// Creates the format that a file of this name has.
  init?(fileName: String) {
    let suffix = fileName.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }
    guard suffix.count < fileName.utf8.count else { return nil }
    switch String(decoding: suffix.reversed(), as: UTF8.self) {
    case "html", "htm": self = .html
    case "json": self = .firefox
    case "xbel", "xml": self = .xbel
    case "opml": self = .opml
    case "csv": self = .csv
    case "md", "markdown": self = .markdown
    case "org": self = .org
    case "txt": self = .urls
    case "jsonl": self = .jsonl
    default: return nil
    }
  }
}
