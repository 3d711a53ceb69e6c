import ArgumentParser
import Browser
import Glibc
import ListModel
import ListPublishing
import PublicationFolder

/// `awl publish`: writes pages and feeds of the lists into a folder.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write pages and feeds of the lists into a folder.",
    discussion: """
      Writes the pages of each list by day, by week and as an overview, a page for each day and \
      week over all lists, and feeds, as Markdown that GitHub shows or, with --html, as HTML. \
      Publishes the followed lists, or else the built-in one. Only files that differ are written; \
      files that awl did not write are left alone.

          awl sync; awl publish site && git -C site add -A && git -C site commit -qm Update

        awl publish site --html --url https://example.org/lists

      The table [publish] of config.toml sets defaults; options given here win.

      Exit codes: 0 published, 1 no list, 2 usage or query, 5 could not write.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder, created if missing; by default publish.directory in config.toml.",
      valueName: "dir"))
  var folder: String?

  @Option(
    name: .customLong("list"),
    help: ArgumentHelp("Only this list, by owner/name; repeatable.", valueName: "list"))
  var lists: [String] = []

  @OptionGroup var filters: FilterOptions

  @Flag(
    inversion: .prefixedNo,
    help: "Write HTML pages instead of Markdown, for your own server.")
  var html: Bool?

  @Option(help: ArgumentHelp("The URL at which the folder will be served.", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("The title of the home page.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The maximum number of items in a list's feed; 100 by default.", valueName: "n"))
  var limit: Int?

  @Flag(
    inversion: .prefixedNo, help: "Write feeds next to the pages (the default).")
  var feeds: Bool?

  @Flag(name: .customLong("dry-run"), help: "Only print what would be written and removed.")
  var dryRun = false

  @Flag(help: "Print only errors.")
  var quiet = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number of items from 0 on") }
    if let url, !PublishedLink.isServed(url) {
      throw ValidationError("--url \(safeLine(url)): give an address as https://example.org/lists")
    }
    try requirePublicAddress(url)
  }

  func run() throws {
    let settings = try settings()
    let folder = settings.directory
    let shown = try ShownLists([])
    for notice in shown.notices { warn(notice) }
    let catalog = shown.catalog
    let chosen = try chosenLists(lists, in: catalog)
    guard !chosen.isEmpty else {
      throw Failure(.nothingMatched, "there is no list to publish: awl follow adds one")
    }
    let filter = try filters.query()
    let options = PublicationOptions(
      lists: chosen, entries: try matchingEntries(filter, in: catalog, lists: chosen),
      title: settings.title, address: settings.url, format: settings.isHTML ? .html : .markdown,
      hasFeeds: settings.hasFeeds, feedLimit: settings.limit, today: unfinishedDay(of: catalog),
      version: Awl.version)
    if settings.url == nil, settings.hasFeeds, !quiet {
      warn("without --url feeds do not name their own address, and there is no feeds.opml")
    }
    let progress = quiet ? nil : ProgressLine()
    do throws(FolderError) {
      var publisher = try FolderPublisher(path: folder, isDryRun: dryRun)
      defer { progress?.end() }
      let outcome = try publisher.publish(
        catalog, options, filter: filter, into: folder, notice: { warn($0) },
        progress: { [folder] in progress?.show(percent: $0, of: folder) })
      progress?.end()
      report(outcome)
    } catch {
      throw Failure(.cannotWrite, error.message(in: folder))
    }
  }

  /// Returns the settings of the publication: the defaults, the configuration file and the command
  /// line, each over the one before.
  private func settings() throws -> PublishSettings {
    let loaded = LoadedConfiguration.load(try directories())
    if let problem = loaded.summary { warn(problem) }
    var settings = try PublishSettings(loaded.preferences.settings)
    if let folder { settings.directory = folder }
    if let url { settings.url = url }
    if let title { settings.title = title }
    if let html { settings.isHTML = html }
    if let limit { settings.limit = limit }
    if let feeds { settings.hasFeeds = feeds }
    guard !settings.directory.isEmpty else {
      throw Failure(.usage, "name a folder: awl publish DIR, or publish.directory in config.toml")
    }
    return settings
  }

  private func report(_ outcome: PublishingOutcome) {
    for path in outcome.edited { warn("\(path) was edited: it was overwritten") }
    for (path, size) in outcome.large {
      warn("\(path) has \(size / 1_000) kB: GitHub shows no more than 500 kB of a page")
    }
    guard !quiet else { return }
    var text = ""
    if dryRun {
      for path in outcome.written { text += safeLine("write \(path)") + "\n" }
      for path in outcome.removed { text += safeLine("remove \(path)") + "\n" }
    }
    awl.print(text + outcome.words + "\n", to: STDOUT_FILENO)
  }
}
