import ListModel

extension Publication {
  /// All parts: those of lists, of days and weeks, and last the home pages.
  public var parts: [PublicationPart] {
    let periods =
      days.indices.map { part(.day($0), [days[$0].period.path]) }
      + weeks.indices.map { part(.week($0), [weeks[$0].period.path]) }
    return lists.indices.map { part(.list($0), paths(of: lists[$0])) } + periods
      + [part(.outline, outlinePaths), part(.home, homeFeedPaths + homePaths)]
  }

  /// The paths of all files, in the order in which `forEachFile` generates them.
  public var paths: [String] { parts.flatMap(\.paths) }

  /// Generates all files in sequence; the home page comes last.
  public func forEachFile<Failure: Error>(
    _ body: (PublishedFile) throws(Failure) -> Void
  ) throws(Failure) {
    for part in parts { for file in files(of: part) { try body(file) } }
  }

  /// Generates the files of a part, in the order of its paths.
  ///
  /// Parts may be generated in any order and concurrently; `PublicationPart.stage` gives the best
  /// order.
  public func files(of part: PublicationPart) -> [PublishedFile] {
    switch part.content {
    case .list(let place):
      let list = lists[place]
      let pages = ListPages(
        catalog: catalog, list: list, hasFeeds: options.hasFeeds, format: options.format,
        items: items)
      return ListPageKind.allCases.map { file(pages.page(of: $0)) } + feeds(of: list)
    case .day(let place): return [file(page(of: place, among: days))]
    case .week(let place): return [file(page(of: place, among: weeks))]
    case .outline: return outline + [file(summaryPage())]
    case .home: return homeFeeds() + homePaths.map { file(homePage(at: $0)) }
    }
  }
}

extension Publication {
  private static let feedNames = ["atom.xml", "rss.xml", "feed.json"]

  private func part(_ content: PublicationPart.Content, _ paths: [String]) -> PublicationPart {
    PublicationPart(content: content, paths: paths.map { options.format.path(of: $0) })
  }

  private func paths(of list: PublishedList) -> [String] {
    let pages = ListPageKind.allCases.map { list.path(of: $0) }
    guard options.hasFeeds else { return pages }
    let changes = catalog.isTracked(list.index) ? [list.folder + "changes.xml"] : []
    return pages + Publication.feedNames.map { list.folder + $0 } + changes
  }

  private var hasOutline: Bool { options.hasFeeds && options.address != nil }

  private var outlinePaths: [String] {
    (hasOutline ? ["feeds.opml"] : []) + ["content/SUMMARY.md"]
  }

  private var homeFeedPaths: [String] {
    guard options.hasFeeds else { return [] }
    return ["content/week/", ""].flatMap { folder in
      Publication.feedNames.map { folder + $0 }
    }
  }

  /// The home pages; HTML has one less, because `content/` is not a folder there.
  private var homePaths: [String] {
    ["content/week/README.md"] + (options.format == .markdown ? ["content/README.md"] : [])
      + ["README.md"]
  }

  private func page(of place: Int, among periods: [DatedAdditions]) -> Page {
    let page = CalendarPage(
      period: periods[place].period,
      older: place + 1 < periods.count ? periods[place + 1].period : nil,
      newer: place > 0 ? periods[place - 1].period : nil)
    return page.page(
      resolved(periods[place].additions), of: catalog, items, in: options.format)
  }

  private var outline: [PublishedFile] {
    guard hasOutline, let address = options.address else { return [] }
    let writer = OPMLWriter(catalog: catalog, base: address, format: options.format)
    let bytes = writer.opml(lists.map(\.index), title: options.title)
    return [PublishedFile(path: "feeds.opml", bytes: bytes)]
  }

  /// Returns a finished page as a file, within the template if it is HTML.
  private func file(_ page: Page) -> PublishedFile {
    page.file(at: options.address.map(PagePath.withoutSlash))
  }

  func resolved(_ additions: [Addition]) -> [(list: PublishedList, entries: [EntryIndex])] {
    additions.map { (lists[$0.list], $0.entries) }
  }

  private func feeds(of list: PublishedList) -> [PublishedFile] {
    guard options.hasFeeds else { return [] }
    var request = FeedRequest(
      lists: [list.index], entries: options.entries, limit: options.feedLimit, today: options.today)
    var files = files(of: request, in: list.folder, home: list.path(of: .daily))
    if catalog.isTracked(list.index) {
      request.unit = .change(Set(ChangeKind.allCases))
      files += self.files(
        of: request, in: list.folder, home: list.path(of: .daily), name: "changes.xml")
    }
    return files
  }

  private func homeFeeds() -> [PublishedFile] {
    guard options.hasFeeds else { return [] }
    var request = FeedRequest(
      lists: lists.map(\.index), entries: options.entries, unit: .week, limit: 5,
      today: options.today)
    let weekly = files(of: request, in: "content/week/", home: "content/week/README.md")
    request.unit = .day
    request.limit = 15
    return weekly + files(of: request, in: "", home: "README.md")
  }

  /// Returns the feed in all formats, or only in Atom under a name of its own.
  private func files(
    of request: FeedRequest, in folder: String, home: String, name: String? = nil
  ) -> [PublishedFile] {
    var builder = FeedBuilder(catalog: catalog, request: request)
    var feed = builder.feed()
    let base = options.address.map(PagePath.withoutSlash)
    feed.home =
      base.map { $0 + "/" + PagePath.urlPath(options.format.folder(of: home)) }
      ?? feed.home
    let generator = FeedGenerator(version: options.version)
    func file(_ name: String, _ bytes: (Feed) -> [UInt8]) -> PublishedFile {
      let path = options.format.path(of: folder + name)
      feed.address = base.map { $0 + "/" + PagePath.urlPath(path) }
      return PublishedFile(path: path, bytes: bytes(feed))
    }
    if let name { return [file(name) { $0.atom(by: generator) }] }
    return [
      file("atom.xml") { $0.atom(by: generator) }, file("rss.xml") { $0.rss(by: generator) },
      file("feed.json") { $0.json() },
    ]
  }
}
