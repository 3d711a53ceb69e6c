import ArgumentParser
import Glibc
import ListModel
import ListPublishing
import ListSearch
import UserFiles

/// `awl feed`: prints a feed of lists or of a query.
struct PrintFeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Print a feed of lists, or of a query's matches.",
    discussion: """
      An item is an added or restored entry, newest first. A commit that adds 20 entries or more is \
      one item, which names the first 50. A feed without items is valid.

      In newsboat's urls file:

          "exec:awl feed --filter 'kafka stars:>1k'"
          "exec:awl feed sindresorhus/awesome --changes added,removed"

      Exit codes: 0 printed, 2 usage or query, 5 could not write.
      """)

  @Argument(help: ArgumentHelp("Only these lists, by owner/name.", valueName: "list"))
  var lists: [String] = []

  @OptionGroup var filters: FilterOptions

  @Option(help: "atom, rss, json (JSON Feed) or opml (an outline of the lists' feeds).")
  var format = FeedFormat.atom

  @Option(help: "The unit of an item: an entry, or all additions of a finished day or week.")
  var by = FeedUnit.entry

  @Option(
    help: ArgumentHelp(
      "One item for each change of these kinds: added,edited,moved,removed,restored or all.",
      valueName: "kinds"))
  var changes: String?

  @Option(help: ArgumentHelp("The maximum number of items, newest first.", valueName: "n"))
  var limit = 100

  @Option(
    help: ArgumentHelp(
      "The URL of the feed; for opml, that of the published folder.", valueName: "url"))
  var url: String?

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number of items from 0 on") }
    if let url, !PublishedLink.isServed(url) {
      throw ValidationError("--url \(safeLine(url)): give an address as https://example.org/lists")
    }
    try requirePublicAddress(url)
    if format == .opml, url == nil {
      throw ValidationError("--format opml needs --url: the addresses of the feeds begin with it")
    }
    if changes != nil, by != .entry {
      throw ValidationError("--changes gives an item for each change: leave out --by")
    }
    _ = try unit()
  }

  func run() throws {
    let shown = try ShownLists([])
    for notice in shown.notices { warn(notice) }
    let catalog = shown.catalog
    let chosen = try chosenLists(lists, in: catalog)
    let bytes: [UInt8]
    if format == .opml {
      bytes = OPMLWriter(catalog: catalog, base: url ?? "").opml(chosen, title: "Awesome lists")
    } else {
      let filter = try filters.query()
      let request = FeedRequest(
        lists: chosen, entries: try matchingEntries(filter, in: catalog, lists: chosen),
        query: filter, unit: try unit(),
        limit: limit, address: url, today: unfinishedDay(of: catalog))
      var builder = FeedBuilder(catalog: catalog, request: request)
      bytes = format.bytes(of: builder.feed())
    }
    awl.print(String(decoding: bytes, as: UTF8.self), to: STDOUT_FILENO)
  }

  private func unit() throws -> FeedRequest.Unit {
    guard let changes else { return by.unit }
    if changes == "all" { return .change(Set(ChangeKind.allCases)) }
    let kinds = try changes.split(separator: ",").map { name in
      guard let kind = ChangeKind(rawValue: String(name)) else {
        throw ValidationError(
          "--changes \(safeLine(String(name))): no such change; give added, edited, moved, "
            + "removed, restored or all")
      }
      return kind
    }
    return .change(Set(kinds))
  }
}

/// Returns the day that is not over yet: SOURCE_DATE_EPOCH's where that is set, else the one on
/// which the catalog was last read, so that the same catalog gives the same bytes on any day.
func unfinishedDay(of catalog: Catalog) -> Day {
  if let epoch = processEnvironment()["SOURCE_DATE_EPOCH"],
    let day = Int(ascii: epoch.utf8).flatMap({ Day(unixSeconds: $0) })
  {
    return day
  }
  return catalog.unfinishedDay ?? Day(clamping: 0)
}

/// The formats of `awl feed`.
enum FeedFormat: String, ExpressibleByArgument, CaseIterable {
  case atom, rss, json, opml

  func bytes(of feed: Feed) -> [UInt8] {
    let generator = FeedGenerator(version: Awl.version)
    return switch self {
    case .atom, .opml: feed.atom(by: generator)
    case .rss: feed.rss(by: generator)
    case .json: feed.json()
    }
  }
}

/// The unit of an item of `awl feed`.
enum FeedUnit: String, ExpressibleByArgument, CaseIterable {
  case entry, day, week

  var unit: FeedRequest.Unit {
    switch self {
    case .entry: .entry
    case .day: .day
    case .week: .week
    }
  }
}
