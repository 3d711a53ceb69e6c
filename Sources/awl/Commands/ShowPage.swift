import ArgumentParser
import Glibc
import ListLibrary
import ListMarkdown
import ListModel
import ListPublishing
import ListSearch
import PageLayout
import UserFiles

/// `awl show LIST|FILE|-`: prints the page of a list.
struct ShowPage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the page of a list: its README, or what it added by day or week.",
    discussion: """
      The page is a followed list, named by owner/name or a part of it, a Markdown file, or - for \
      standard input. Nothing is fetched. On a terminal the page has styles, and is shown through \
      $PAGER (less -R unless set) if it is longer than the screen.

        awl show awesome-go --section Databases
        awl show README.md --format html > readme.html

      Exit codes: 0 printed, 1 no such section, 2 usage, 4 unreadable page.
      """)

  @Argument(
    help: ArgumentHelp("A list, a file, or -; the built-in list if none.", valueName: "page"))
  var page: String?

  @Option(help: ArgumentHelp("Print only this section.", valueName: "heading"))
  var section: String?

  @Option(
    help: ArgumentHelp(
      "Print the page as of a day: 2024-05-01, yesterday, 2w; for followed repositories.",
      valueName: "day"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Wrap text to this many columns; by default the terminal's, at most 88.",
      valueName: "n"))
  var width: Int?

  @Option(help: "text, markdown (the source, repaired) or html (a complete document).")
  var format = PageFormat.text

  @Flag(help: "Print the additions by day instead of the page.")
  var daily = false

  @Flag(help: "Print the additions by ISO week instead of the page.")
  var weekly = false

  @Flag(help: "Print directly to the terminal, without a pager.")
  var noPager = false

  func validate() throws {
    if let width, !(8...1_000).contains(width) {
      throw ValidationError("--width takes a number of columns from 8 to 1000")
    }
    if at != nil, daily || weekly || page == "-" {
      throw ValidationError("--at is for the page of a followed list")
    }
    if daily, weekly { throw ValidationError("--daily and --weekly exclude each other") }
  }

  func run() throws {
    let found = try find()
    var document: PageDocument
    do throws(PageError) {
      let text = try PageText(found.bytes, path: found.isMade ? "made.md" : found.path)
      document = try PageDocument(text.markdown)
    } catch {
      throw Failure(.badData, "\(safeLine(page ?? "the page")): \(error)")
    }
    if let section {
      guard let part = document.section(named: section) else {
        throw Failure(
          .nothingMatched,
          "there is no section \(safeLine(section)): awl show without --section prints all headings"
        )
      }
      document = part
    }
    if found.isMade { warn("\(found.list?.path ?? "the list"): its own page is not available") }
    try PagePrinter(
      format: format, width: width, usesPager: !noPager,
      title: found.list?.path ?? page ?? "awl"
    ).print(document)
  }

  private func find() throws -> FoundPage {
    if let page, page == "-" || access(page, F_OK) == 0 {
      guard at == nil else {
        throw Failure(.usage, "--at is for the page of a followed list: a file has no versions")
      }
      guard daily || weekly else { return try PageLookup.file(page) }
      let catalog = try PageSources.read([page]).catalog()
      return additions(of: ListIndex(0), in: catalog)
    }
    let shown = try ShownLists([])
    for notice in shown.notices { warn(notice) }
    let list: ListIndex
    if let page {
      list = try shown.catalog.list(named: page)
    } else if shown.catalog.listCount == 1 {
      list = ListIndex(0)
    } else {
      throw Failure(.usage, "name a list: awl lists shows all")
    }
    if daily || weekly { return additions(of: list, in: shown.catalog) }
    guard let at else {
      return try PageLookup.overview(of: list, in: shown.catalog, pages: [])
    }
    guard let day = namedDay(at, today: Day.today()) else {
      throw Failure(
        .usage, "--at \(safeLine(at)): no such day: use 2026-11-01, yesterday or 2w")
    }
    return try PageLookup.overview(of: list, in: shown.catalog, version: .day(day))
  }

  private func additions(of list: ListIndex, in catalog: Catalog) -> FoundPage {
    var writer = ListPageWriter(catalog, list: list)
    return FoundPage(
      bytes: Array(writer.additions(byWeek: weekly).utf8), path: "", list: catalog.list(list).id)
  }
}

/// The formats of `awl show`.
enum PageFormat: String, ExpressibleByArgument {
  case text, markdown, html
}
