import ArgumentParser
import Glibc
import ListModel
import ListSearch
import ReaderFiles

/// `awl new`: what came into the lists and left them of late.
struct PrintNews: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Print what was added, removed and restored since a day.",
    discussion: """
      + was added, - removed, * restored. What a commit changed in bulk is one line, unless --bulk is \
      given or the format is json or tsv. Removals are known of lists that are followed by their own \
      history.

      Exit codes: 0 printed, 1 nothing new, 2 usage.
      """)

  @Argument(help: ArgumentHelp("Only these lists, by owner/name.", valueName: "list"))
  var lists: [String] = []

  @Option(
    help: "The first day: 2026-11-01, yesterday, 2w and the like; the last 7 days unless given.")
  var since: String?

  @Option(help: "plain, json (JSON Lines) or tsv.")
  var format = OutputFormat.plain

  @Flag(help: "List what was changed in bulk as well.")
  var bulk = false

  func run() throws {
    let day = try firstDay()
    let shown = try Shown([])
    for notice in shown.notices { warn(notice) }
    let catalog = shown.catalog
    let printer = NewsPrinter(catalog: catalog, format: format, listsBulk: bulk)
    var isAny = false
    for list in try chosen(in: catalog) {
      let news = catalog.news(of: list, since: day)
      guard !news.isEmpty else { continue }
      awl.print(printer.text(news, of: list, isFirst: !isAny), to: STDOUT_FILENO)
      isAny = true
    }
    guard isAny else {
      throw Failure(
        .nothingMatched,
        "nothing new since \(day): awl sync looks for it, --since goes back further"
      )
    }
  }

  private func firstDay() throws -> Day {
    let today = Day.today()
    guard let since else { return today.advanced(by: -6) }
    guard let day = namedDay(since, today: today) else {
      throw Failure(
        .usage, "--since \(safeLine(since)): no such day: give one as 2026-11-01, yesterday or 2w")
    }
    return day
  }

  private func chosen(in catalog: Catalog) throws -> [ListIndex] {
    guard !lists.isEmpty else { return (0..<catalog.listCount).map { ListIndex($0) } }
    return try lists.map { name in
      guard let list = catalog.index(of: ListID(name)) else {
        throw Failure(.usage, "there is no list \(safeLine(name)): awl lists shows all")
      }
      return list
    }
  }
}
