import ArgumentParser
import Browser
import Glibc
import ListLibrary
import ListModel
import UserFiles

/// `awl follow SOURCE`: adds a list or a whole catalogue to the library.
struct FollowSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow a list or a whole catalogue.",
    discussion: """
      A source is a local file or folder, a git URL, or owner/name on GitHub. A folder or \
      repository that contains content/OWNER/NAME/README.md is a whole catalogue; any other \
      repository is one list, whose entries are dated by its history. A source that cannot be read \
      is not followed. awl sync continues an interrupted download.

        awl follow avelino/awesome-go
        awl follow https://example.org/lists.git --file LIST.md

      Exit codes: 0 followed, 3 network or git, 4 nothing to read, 5 could not write, \
      130 stopped.
      """)

  @Argument(help: "A file, a folder, a git URL, or owner/name.")
  var source: String

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp(
      "A file of the list, if that is not the README; repeatable.", valueName: "path"))
  var files: [String] = []

  func run() throws {
    try syncing { library, progress throws(LibraryError) in
      try library.follow(
        source, files: files, in: workingFolder(), progress: progress.show,
        isCancelled: Interruption.hasArrived)
    }
  }
}

/// `awl unfollow SOURCE`: removes its lists from the library; bookmarks stay.
struct UnfollowSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unfollow", abstract: "Unfollow a source; bookmarks stay.",
    discussion: """
        awl unfollow avelino/awesome-go
        awl unfollow https://example.org/lists.git
      """)

  @Argument(help: "The source, as given to awl follow, or its only list.")
  var source: String

  func run() throws {
    let library = Library(try directories())
    do throws(LibraryError) {
      let name = try library.unfollow(source, in: workingFolder())
      awl.print("unfollowed \(safeLine(name))\n", to: STDOUT_FILENO)
    } catch {
      throw Failure(error)
    }
  }
}

/// `awl sync [LIST…]`: brings the library up to date.
struct SyncLists: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Sync all lists, or only the given ones.",
    discussion: """
      A list that fails, or a page that has lost all entries, keeps those of the last sync.

        awl sync
        awl sync avelino/awesome-go

      Exit codes: 0 done, 3 a list or source failed, 130 stopped.
      """)

  @Argument(help: ArgumentHelp("Lists by owner/name, or sources.", valueName: "list"))
  var lists: [String] = []

  func run() throws {
    try syncing { library, progress throws(LibraryError) in
      try library.sync(lists, progress: progress.show, isCancelled: Interruption.hasArrived)
    }
  }
}

/// `awl lists`: prints the lists of the library.
struct PrintLists: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Print the lists of the library.",
    discussion: """
      Each line has the list, its number of entries, the day of the last addition, stars, title, the \
      list's source, and after ! the error of the last sync.

        awl lists
        awl lists --format json | jq -r .list

      Exit codes: 0 printed, 1 nothing is followed.
      """)

  @Option(help: "plain, json (JSON Lines) or tsv.")
  var format = OutputFormat.plain

  func run() throws {
    let snapshot = Library(try directories()).open()
    for notice in snapshot.notices { warn(notice.description) }
    // The failure of a single list is reported with the list, as is that of a source without lists.
    let catalog = snapshot.catalog
    let listed = Set(
      (0..<catalog.listCount).compactMap { catalog.origin(of: ListIndex($0)) }
        .map { Array($0.source.utf8) })
    for source in snapshot.sources
    where source.lists > 1 || !listed.contains(Array(source.name.utf8)) {
      if let failure = source.failure { warn("\(source.name): \(failure)") }
    }
    for follow in snapshot.unread where !listed.contains(Array(follow.source.utf8)) {
      warn("\(follow.source) was not read yet: awl sync reads it")
    }
    let printer = ListPrinter(catalog: catalog, format: format, sources: snapshot.sources)
    for number in 0..<catalog.listCount {
      awl.print(printer.line(ListIndex(number)), to: STDOUT_FILENO)
    }
    if catalog.listCount == 0 {
      throw Failure(
        .nothingMatched,
        snapshot.follows.isEmpty
          ? "nothing is followed: awl follow owner/name follows a list"
          : "the followed sources have no lists yet")
    }
  }
}

/// Runs a sync that C-c stops, and reports its result.
private func syncing(
  _ work: (Library, ProgressLine) throws(LibraryError) -> SyncReport
) throws {
  let folders = try directories()
  var library = Library(folders)
  library.fetches = FetchLimits(LoadedConfiguration.load(folders).preferences.settings)
  let progress = ProgressLine()
  Interruption.watch()
  let report: SyncReport
  do throws(LibraryError) {
    defer { progress.end() }
    report = try work(library, progress)
  } catch {
    throw Failure(error)
  }
  for notice in report.notices { warn(notice.description) }
  for failure in report.failures { warn("\(failure.subject): \(failure.message)") }
  let removed = report.removed > 0 ? ", \(report.removed) removed" : ""
  awl.print("\(report.read) read, \(report.unchanged) unchanged\(removed)\n", to: STDOUT_FILENO)
  if report.isCancelled {
    warn("stopped: awl sync continues")
    throw ExitCode(130)
  }
  if !report.failures.isEmpty { throw Failure(.network, "") }
}

extension Failure {
  /// Creates the exit code for a library's error.
  init(_ error: LibraryError) {
    let code: Code =
      switch error {
      case .repository: .network
      case .unreadable, .notAFile, .nothingRead, .noPages, .noReadme, .linkLeadsOut,
        .database:
        .badData
      case .noSource, .noRepository, .noFile, .notFollowed, .oneOfMany, .noSuchList: .usage
      case .busy, .unwritable, .follows: .cannotWrite
      }
    self.init(code, safeLine(error.description))
  }
}
