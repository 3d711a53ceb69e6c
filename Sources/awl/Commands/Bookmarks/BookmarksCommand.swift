import ArgumentParser
import Glibc
import LinkOpening
import ListModel
import UserFiles

/// `awl bookmarks`: lists and changes the bookmarks, for scripts.
struct BookmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmarks",
    abstract: "List, add, remove, import, export and restore bookmarks.",
    discussion: """
        awl bookmarks
        awl bookmarks add https://example.org
      """,
    subcommands: [
      ListBookmarks.self, AddBookmark.self, RemoveBookmark.self, ImportBookmarks.self,
      ExportBookmarks.self, RenameTag.self, UndoImport.self, RestoreBookmarks.self,
    ],
    defaultSubcommand: ListBookmarks.self)
}

/// `awl bookmarks list`: prints the bookmarks, newest first.
struct ListBookmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the bookmarks, newest first.",
    discussion: """
        awl bookmarks list
        awl bookmarks list --format json | jq -r .url
      """)

  /// How bookmarks are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case json
  }

  @Option(help: "plain or json (JSON Lines).")
  var format = Format.plain

  func run() throws {
    let folders = try directories()
    for notice in mergeConflictCopies(folders) { warn(notice.description) }
    let contents = BookmarkFile(path: folders.bookmarks).load()
    for notice in contents.notices { warn(notice.description) }
    var output = ""
    for bookmark in contents.bookmarks.live.reversed() {
      output += format == .plain ? plain(bookmark) : json(bookmark)
    }
    awl.print(output, to: STDOUT_FILENO)
    if contents.isReadOnly, contents.bookmarks.count == 0 { throw Failure(.badData, "") }
  }

  private func plain(_ bookmark: Bookmark) -> String {
    var states = [bookmark.isBookmarked ? "kept" : "", bookmark.later ? "later" : ""]
    if bookmark.read != nil { states.append("read") }
    let state = states.filter { !$0.isEmpty }.joined(separator: ",")
    let added = bookmark.added.day?.description ?? "no date   "
    return safeLine("\(added)  \(state)  \(bookmark.title)  \(bookmark.url)") + "\n"
  }

  /// Returns the line that bookmarks.jsonl has, without members of later versions.
  private func json(_ bookmark: Bookmark) -> String {
    var bytes: [UInt8] = []
    BookmarkLine.append(bookmark, unknown: [], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// `awl bookmarks add URL`: bookmarks a link.
struct AddBookmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Bookmark a link.",
    discussion: """
        awl bookmarks add https://example.org
        awl bookmarks add https://example.org --title Example

      Exit codes: 0 saved, 4 refused link, 5 could not be written.
      """)

  @Argument(help: ArgumentHelp("An http or https link.", valueName: "url"))
  var url: String

  @Option(help: "The title; by default that of a followed list, else the URL.")
  var title: String?

  func run() throws {
    let link = try safeLink(url)
    let now = Timestamp.now()
    var bookmark = Bookmark(url: link.url, title: url, added: now, changed: now)
    takeOver(&bookmark)
    var operations = [BookmarkOperation.add(bookmark)]
    if let title {
      // A bookmarked link keeps its title if it is only added again.
      bookmark.title = title
      operations.append(.set(bookmark.key, [.title(title)], at: now))
    }
    let saved = try apply(operations, now: now).bookmarks[bookmark.key] ?? bookmark
    awl.print("saved: \(safeLine(saved.title))\n", to: STDOUT_FILENO)
  }
}

extension AddBookmark {
  /// Copies a list's facts about the link, as the screen does.
  private func takeOver(_ bookmark: inout Bookmark) {
    guard let catalog = try? ShownLists([]).catalog,
      let found = EntryLookup(catalog: catalog).entry(withLink: bookmark.url)
    else { return }
    let entry = catalog.entry(found)
    bookmark.title = entry.title
    bookmark.list = catalog.list(catalog.listIndex(of: found)).id.path
    bookmark.category = entry.category.headings
    bookmark.description = entry.description
    bookmark.day = entry.added
    bookmark.stars = entry.stars
  }
}

/// `awl bookmarks remove URL`: removes a bookmark.
struct RemoveBookmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove the bookmark of a link.",
    discussion: """
        awl bookmarks remove https://example.org
        awl bookmarks remove www.example.org/

      Exit codes: 0 removed, 1 there is none, 5 could not be written.
      """)

  @Argument(help: ArgumentHelp("The link, in any spelling.", valueName: "url"))
  var url: String

  func run() throws {
    let key = LinkKey(url)
    let now = Timestamp.now()
    let file = BookmarkFile(path: try directories().bookmarks)
    guard let bookmark = file.bookmark(of: key, now: now) else {
      throw Failure(
        .nothingMatched, "no bookmark of \(safeLine(url)): awl bookmarks list shows all")
    }
    try apply([.remove(key, at: now)], now: now)
    awl.print("removed: \(safeLine(bookmark.title))\n", to: STDOUT_FILENO)
  }
}

/// Returns the directories of awl's files; throws if there is no home.
func directories() throws -> Directories {
  do {
    return try Directories(environment: processEnvironment(), passwordHome: passwordHome())
  } catch {
    throw Failure(.cannotWrite, error.description)
  }
}

/// Saves changes of the bookmarks and reports problems in the file.
///
/// Returns the bookmarks of the changed links.
@discardableResult
private func apply(
  _ operations: [BookmarkOperation], now: Timestamp
) throws -> BookmarkFileContents {
  do {
    let contents = try BookmarkFile(path: directories().bookmarks).change(operations, now: now)
    for notice in contents.notices { warn(notice.description) }
    return contents
  } catch let error as UserFileError {
    throw Failure(.cannotWrite, error.description)
  }
}

/// Merges conflict copies that sync programs left next to the user's files; returns the messages.
func mergeConflictCopies(_ folders: Directories) -> [FileNotice] {
  [folders.bookmarks, folders.follows, folders.seen].flatMap {
    ConflictCopies(of: $0).merge(now: .now())
  }
}
