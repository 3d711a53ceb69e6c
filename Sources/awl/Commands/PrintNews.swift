import ArgumentParser
import Glibc
import ListModel
import ListPublishing
import ListSearch
import UserFiles

/// `awl new`: prints recent additions to and removals from the lists.
struct PrintNews: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Print what was added, removed and restored since a day, or since the last time.",
    discussion: """
      + is added, - removed, * restored. The bulk changes of a commit are one line, unless --bulk is \
      given or the format is json or tsv. Only lists with a git history have removals.

      --since-last prints what is new since the command last succeeded under that name, whatever its \
      date; the first time, and for newly followed lists, the last 7 days. For cron:

          awl sync; awl new --quiet --since-last mail --format mail --to ann@example.org > m && sendmail -t < m

        awl new --since 2026-11-01 --list avelino/awesome-go

      Exit codes: 0 printed, 1 nothing new, 2 usage or query, 5 could not write.
      """)

  @Argument(help: ArgumentHelp("Only these lists, by owner/name.", valueName: "list"))
  var lists: [String] = []

  @Option(
    name: .customLong("list"),
    help: ArgumentHelp("Only this list, by owner/name; repeatable.", valueName: "list"))
  var namedLists: [String] = []

  @OptionGroup var filters: FilterOptions

  @Option(
    help: "The first day: 2026-11-01, yesterday, 2w; by default 7 days ago.")
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only what is new since the last run under this name.",
      valueName: "name"))
  var sinceLast: String?

  @Flag(help: "Only what is new since your last visit, as on the screen.")
  var unseen = false

  @Flag(help: "With --unseen: mark the printed entries as seen.")
  var markSeen = false

  @Option(
    help: """
      plain, json (JSON Lines), tsv, markdown, html (a document) or mail (a message for sendmail -t).
      """)
  var format = NewsFormat.plain

  @Option(
    help: ArgumentHelp(
      "The recipient of the mail; by default the user who runs awl.", valueName: "address"))
  var to: String?

  @Flag(help: "List bulk changes one by one.")
  var bulk = false

  @Flag(help: "Print only errors if nothing is new.")
  var quiet = false

  func validate() throws {
    if since != nil, sinceLast != nil {
      throw ValidationError("--since and --since-last exclude each other")
    }
    if unseen, since != nil || sinceLast != nil {
      throw ValidationError("--unseen excludes --since and --since-last")
    }
    if markSeen, !unseen { throw ValidationError("--mark-seen needs --unseen") }
    if let sinceLast, !DigestFile.isName(sinceLast) {
      throw ValidationError(
        "--since-last \(safeLine(sinceLast)): give up to 64 letters, digits, ., _ or -")
    }
    if to != nil, format != .mail { throw ValidationError("--to needs --format mail") }
    _ = try mailAddress()
  }

  func run() throws {
    let day = try firstDay()
    let shown = try ShownLists([])
    if !quiet { for notice in shown.notices { warn(notice) } }
    let catalog = shown.catalog
    let selection = NewsSelection(
      catalog: catalog, lists: try chosenLists(lists + namedLists, in: catalog),
      entries: try entries(of: catalog), firstDay: day)
    if unseen { return try printUnseen(selection) }
    guard let sinceLast else {
      return try print(selection.sinceFirstDay(), "nothing new since \(day)", catalog)
    }
    let file = DigestFile(path: try directories().digest(named: sinceLast))
    var nothing: Failure?
    do {
      try file.advance(now: .now()) { memory in
        do {
          let news = selection.unknown(to: memory)
          try print(news, "nothing new since the last time under \(sinceLast)", catalog)
        } catch let failure as Failure where failure.code == .nothingMatched {
          // Entries that the filter excludes are remembered as well.
          nothing = failure
        }
        return selection.remembered(by: memory)
      }
    } catch let error as UserFileError {
      throw Failure(.cannotWrite, safeLine(error.description))
    }
    if let nothing { throw nothing }
  }
}

extension PrintNews {
  private func printUnseen(_ selection: NewsSelection) throws {
    let reading = try SeenReading(for: selection.catalog)
    let news = selection.unseen(reading.new, today: Day.today())
    try print(news, "nothing new since your last visit", selection.catalog)
    guard markSeen else { return }
    // If the filter has excluded entries of a list, only the printed ones are seen.
    try reading.markSeen(
      news.flatMap { $0.news.map(\.entry) },
      wholeLists: try filters.query().isEmpty ? selection.lists : [],
      in: selection.catalog, at: .now())
  }

  /// Prints the news; throws if there is none.
  private func print(
    _ news: [(list: ListIndex, news: [News])], _ nothing: String, _ catalog: Catalog
  ) throws {
    let digest = Digest(of: catalog, news, listsBulk: bulk || format.listsBulk)
    guard !digest.parts.isEmpty else {
      throw Failure(
        .nothingMatched,
        quiet ? "" : "\(nothing): awl sync looks for it, --since goes back further")
    }
    switch format {
    case .markdown: awl.print(digest.markdown(), to: STDOUT_FILENO)
    case .html: awl.print(digest.html(), to: STDOUT_FILENO)
    case .mail:
      let envelope = DigestEnvelope(
        to: try mailAddress(), label: sinceLast ?? filters.label,
        seconds: Timestamp.now().milliseconds / 1_000)
      awl.print(digest.mail(envelope), to: STDOUT_FILENO)
    case .plain, .json, .tsv:
      let printer = NewsPrinter(catalog: catalog, format: format)
      awl.print(printer.text(digest), to: STDOUT_FILENO)
    }
  }

  /// Returns the entries that match the filter, including removed ones; nil for all.
  private func entries(of catalog: Catalog) throws -> Set<EntryIndex>? {
    let filter = try filters.query()
    guard let present = try matchingEntries(filter, in: catalog) else { return nil }
    return present.union(try matchingEntries("is:removed " + filter, in: catalog) ?? [])
  }

  private func firstDay() throws -> Day {
    let today = Day.today()
    guard let since else { return today.advanced(by: -6) }
    guard let day = namedDay(since, today: today) else {
      throw Failure(
        .usage, "--since \(safeLine(since)): no such day: use 2026-11-01, yesterday or 2w")
    }
    return day
  }

  private func mailAddress() throws -> MailAddress {
    let user = processEnvironment()["LOGNAME"] ?? ""
    let address = to ?? (user.isEmpty ? "root" : user)
    guard let address = MailAddress(address) else {
      throw ValidationError("--to \(safeLine(address)): give one address as ann@example.org")
    }
    return address
  }
}

/// The formats of `awl new`.
enum NewsFormat: String, ExpressibleByArgument, CaseIterable {
  case plain, json, tsv, markdown, html, mail

  /// Whether the format is for programs, which get each entry individually.
  var listsBulk: Bool { self == .json || self == .tsv }
}
