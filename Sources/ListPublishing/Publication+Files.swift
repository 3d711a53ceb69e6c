import ListModel

extension Publication {
  /// The paths of all files, in the order in which `forEachFile` makes them.
  public var paths: [String] {
    var paths: [String] = []
    for list in lists {
      paths += ListPageKind.allCases.map { list.path(of: $0) }
      if options.hasFeeds {
        paths += Publication.feedNames.map { list.folder + $0 }
        if catalog.isTracked(list.index) { paths.append(list.folder + "changes.xml") }
      }
    }
    paths += (days + weeks).map(\.period.path)
    if options.hasFeeds, options.address != nil { paths.append("feeds.opml") }
    paths.append("content/SUMMARY.md")
    if options.hasFeeds {
      paths += ["content/week/", ""].flatMap { folder in Publication.feedNames.map { folder + $0 } }
    }
    return (paths + homePaths).map { options.format.path(of: $0) }
  }

  private static let feedNames = ["atom.xml", "rss.xml", "feed.json"]

  /// The home pages, of which HTML has one less: `content/` is no folder of it.
  private var homePaths: [String] {
    ["content/week/README.md"] + (options.format == .markdown ? ["content/README.md"] : [])
      + ["README.md"]
  }

  /// Makes all files, one after the other; the home page comes last.
  public func forEachFile<Failure: Error>(
    _ body: (PublishedFile) throws(Failure) -> Void
  ) throws(Failure) {
    let items = RenderedItems(of: catalog, lists, in: options.format)
    for list in lists {
      let pages = ListPages(
        catalog: catalog, list: list, hasFeeds: options.hasFeeds, format: options.format,
        items: items)
      for kind in ListPageKind.allCases { try body(file(pages.page(of: kind))) }
      for file in feeds(of: list) { try body(file) }
    }
    for periods in [days, weeks] {
      for index in periods.indices {
        let page = CalendarPage(
          catalog: catalog, period: periods[index].period,
          older: index + 1 < periods.count ? periods[index + 1].period : nil,
          newer: index > 0 ? periods[index - 1].period : nil)
        try body(
          file(
            page.page(
              resolved(periods[index].additions), items, in: options.format)))
      }
    }
    if options.hasFeeds, let address = options.address {
      let writer = OPMLWriter(catalog: catalog, base: address, format: options.format)
      try body(
        PublishedFile(
          path: "feeds.opml", bytes: writer.opml(lists.map(\.index), title: options.title)))
    }
    try body(file(summaryPage()))
    for file in homeFeeds() { try body(file) }
    for path in homePaths { try body(file(homePage(at: path, items))) }
  }

  /// A finished page as a file, with the template around it where it is HTML.
  private func file(_ page: Page) -> PublishedFile {
    page.file(at: options.address.map(Publication.withoutSlash))
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

  /// The feed in all formats, or in Atom alone under a name of its own.
  private func files(
    of request: FeedRequest, in folder: String, home: String, name: String? = nil
  ) -> [PublishedFile] {
    var builder = FeedBuilder(catalog: catalog, request: request)
    var feed = builder.feed()
    let base = options.address.map(Publication.withoutSlash)
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

  private static func withoutSlash(_ address: String) -> String {
    var address = address
    while address.utf8.last == UInt8(ascii: "/") { address.removeLast() }
    return address
  }
}
