import ArgumentParser
import GitProcess
import Glibc
import ListModel
import ListSearch
import UserFiles
import TerminalScreen

/// Prints the matching entries of a catalog in order, one line per entry and list.
struct EntryListing {
  let catalog: Catalog
  let filter: String
  var list: ListIndex?
  /// Only entries of these lists; nil for all lists.
  var lists: Set<ListIndex>?
  let limit: Int?
  let format: OutputFormat

  /// Prints the entries; exits with code 1 if nothing matches.
  func print() throws {
    let searcher = Searcher(catalog)
    let rows = try matches(of: searcher)
    EntryPrinter(of: catalog, in: format).print(rows.prefix(limit ?? .max), on: searcher.team)
    if rows.isEmpty { throw Failure(.nothingMatched, "") }
  }

  /// Returns the entries that match, in their order; throws a usage error where the filter is
  /// wrong.
  func matches() throws -> SearchRows { try matches(of: Searcher(catalog)) }

  private func matches(of searcher: Searcher) throws -> SearchRows {
    try requireUnderstood(filter)
    let order: SortOrder = filter.isEmpty ? .date : .relevance
    let today = Day.today()
    var request = SearchRequest(
      query: filter, list: list, lists: lists, order: order, mergesLinks: false, today: today)
    if Query.parse(filter, today: today).asksForUserMarks {
      let kept = BookmarkFile(path: try directories().bookmarks).load()
      for notice in kept.notices { warn(notice.description) }
      request.marks = UserMarks(of: kept.bookmarks, in: catalog)
    }
    if Query.parse(filter, today: today).asksForNew {
      request.marks.new = try SeenReading(for: catalog).new.entries
    }
    return searcher.rows(request)
  }
}

extension QueryError {
  /// Returns the error with the query and a caret under the error.
  func inLine(_ query: String) -> String {
    let before = SafeText(bytes: Array(query.utf8.prefix(range.lowerBound)), limit: .max)
    let label = "awl: --filter "
    let caret = String(repeating: " ", count: label.utf8.count + before.width) + "^"
    let way = suggestion ?? "awl entries --help says more"
    return "--filter \(safeLine(query))\n\(caret)\nawl: \(message): \(way)"
  }
}

/// Reports a problem without ending the program.
func warn(_ message: String) {
  awl.print("awl: \(GitSource.withoutPasswords(in: safeLine(message)))\n", to: STDERR_FILENO)
}

/// Any text as one line that is safe for a terminal.
func safeLine(_ text: String) -> String {
  SafeText(text, limit: .max).text
}

/// Returns a list's text as one line, with shortcodes shown as emoji.
func shownLine(_ text: String) -> String {
  SafeText.shown(text, limit: .max).text
}

/// Returns a list's text as one line for standard output, which may be a terminal or a pipe.
func printable(_ text: String) -> String {
  outputIsTerminal ? shownLine(text) : SafeText.shownPiped(text)
}

private let outputIsTerminal = isatty(STDOUT_FILENO) == 1

/// How lines are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people: one entry per line, not aligned, safe for a terminal.
  case plain
  /// JSON Lines: one object per line, with the list's unchanged text.
  case json
  /// One entry per line, tab-separated, safe for a terminal.
  case tsv
}
