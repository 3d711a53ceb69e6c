import ArgumentParser
import Glibc
import ListHistory
import ListLibrary
import ListModel
import ListMarkdown
import ListSearch

/// `awl entries`: prints entries.
struct PrintEntries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries",
    abstract: "Print the entries of pages, newest first.",
    discussion: """
      A source is a page of Track Awesome List, a README, a folder of such pages, or - for \
      standard input. Without a source, awl prints the followed lists, or else the built-in list. \
      A link in several lists is printed once for each.

      --filter takes words and conditions, as / does in the screen:

      \(QueryReference.lines.joined(separator: "\n"))

        awl entries --filter 'kafka added:<1y' --limit 10
        awl entries --issues README.md

      Exit codes: 0 printed, 1 nothing matched, 2 usage or query, 4 unreadable page.
      """)

  @Argument(help: ArgumentHelp("Pages, READMEs, folders, or -.", valueName: "source"))
  var sources: [String] = []

  @OptionGroup var filters: FilterOptions

  @Option(help: ArgumentHelp("Print at most this many entries.", valueName: "n"))
  var limit: Int?

  @Option(help: "plain, json (JSON Lines) or tsv.")
  var format = OutputFormat.plain

  @Flag(
    help: """
      Print the problems found in the pages instead, as path:line: problem; for followed lists those \
      of the last sync, also as list:commit: problem.
      """)
  var issues = false

  @Flag(
    help: """
      Print the links and headings that belong to no entry instead, as path:line: reason, with the \
      section; for followed lists those of the last sync.
      """)
  var leftOut = false

  func validate() throws {
    if issues, leftOut { throw ValidationError("--issues and --left-out exclude each other") }
    if let limit, limit < 0 { throw ValidationError("--limit takes a number of entries from 0 on") }
  }

  func run() throws {
    guard !issues else { return try printIssues() }
    guard !leftOut else { return try printLeftOut() }
    let shown = try ShownLists(sources)
    for notice in shown.notices { warn(notice) }
    try EntryListing(
      catalog: shown.catalog, filter: try filters.query(), limit: limit, format: format
    ).print()
  }

  private func printLeftOut() throws {
    if let library = followedLibrary() { return try printLeftOut(of: library) }
    try PageSources.forEachFile(sources) { bytes, path, isOnly in
      do throws(PageError) {
        try printLeftOut(bytes, path: path, name: path)
      } catch {
        if isOnly { throw Failure(.badData, "\(path): \(error)") }
        warn("\(path): \(error)")
      }
    }
  }

  private func printLeftOut(of library: Library) throws {
    do throws(LibraryError) {
      for text in try library.pageTexts() {
        guard let bytes = text.read() else {
          warn("\(text.name): cannot be read: awl sync reads it again")
          continue
        }
        do throws(PageError) {
          try printLeftOut(bytes, path: text.path, name: text.name)
        } catch {
          warn("\(text.name): \(error)")
        }
      }
    } catch {
      throw Failure(error)
    }
  }

  private func printLeftOut(_ bytes: [UInt8], path: String, name: String) throws(PageError) {
    let printer = LeftOutPrinter(format: format, path: name)
    let account = try PageReader.account(bytes, path: path)
    let lines = account.leftOut.prefix(limit ?? .max).map { printer.line($0) }
    awl.print(lines.joined(), to: STDOUT_FILENO)
    guard format == .plain else { return }
    let left = account.leftOutLinkCount
    awl.print(
      safeLine(name) + ": \(account.linkCount) links: \(account.linkCount - left) in entries, "
        + "\(left) left out\n", to: STDERR_FILENO)
  }

  /// Returns the library, if no source is given and something is followed.
  private func followedLibrary() -> Library? {
    guard sources.isEmpty, let folders = try? directories() else { return nil }
    let library = Library(folders)
    return library.open().follows.isEmpty ? nil : library
  }

  private func printIssues() throws {
    if let library = followedLibrary() { return try printIssues(of: library) }
    let read = try PageSources.read(sources)
    for failure in read.failures { warn(failure) }
    for (path, page) in read.pages {
      for issue in page.issues {
        awl.print(safeLine("\(path):\(issue)") + "\n", to: STDOUT_FILENO)
      }
    }
  }

  private func printIssues(of library: Library) throws {
    do throws(LibraryError) {
      for issue in try library.issues() {
        awl.print(safeLine("\(issue.place): \(issue.message)") + "\n", to: STDOUT_FILENO)
      }
    } catch {
      throw Failure(error)
    }
  }
}
