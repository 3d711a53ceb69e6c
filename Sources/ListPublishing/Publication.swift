public import ListModel

/// The contents of a published folder.
public struct PublicationOptions: Sendable {
  /// Only these lists.
  public var lists: [ListIndex]
  /// Only these entries of them; nil for all.
  public var entries: Set<EntryIndex>?
  /// The title of the home page.
  public var title: String
  /// The URL of the folder, for feeds and outlines; nil if unknown.
  public var address: String?
  /// The format of the pages.
  public var format: PageFormat
  public var hasFeeds: Bool
  /// The most items of a feed.
  public var feedLimit: Int
  /// The day that is not over yet.
  public var today: Day
  /// The version of awl, which feeds name.
  public var version: String

  /// Creates the pages and feeds of lists.
  public init(
    lists: [ListIndex], entries: Set<EntryIndex>? = nil, title: String = "Awesome List Updates",
    address: String? = nil, format: PageFormat = .markdown, hasFeeds: Bool = true,
    feedLimit: Int = 100, today: Day, version: String
  ) {
    self.lists = lists
    self.entries = entries
    self.title = title
    self.address = address
    self.format = format
    self.hasFeeds = hasFeeds
    self.feedLimit = feedLimit
    self.today = today
    self.version = version
  }
}

/// Pages and feeds of lists, as files of a folder that can be served or committed.
///
/// The same catalog and options give the same files, byte for byte. The files are generated part by
/// part, so that at most one part is in memory; generating all costs a few passes over the entries.
public struct Publication: Sendable {
  let catalog: Catalog
  let options: PublicationOptions
  /// The format of the pages.
  public var format: PageFormat { options.format }
  /// The URL of the folder, and the title of the home page.
  public var address: String? { options.address }
  public var title: String { options.title }
  /// The lists that are published, by path.
  let lists: [PublishedList]
  /// The omitted lists with the reasons, one sentence each.
  public let notices: [String]
  /// The titles that several lists have, in lower case.
  let sharedTitles: Set<String>
  /// The additions of each period, newest period first.
  let days: [DatedAdditions]
  let weeks: [DatedAdditions]
  /// Data shared by the pages.
  let items: ItemStore

  /// The additions of a list, by its index among the published ones.
  typealias Addition = (list: Int, entries: [EntryIndex])
  typealias DatedAdditions = (period: CalendarPage.Period, additions: [Addition])

  /// Lays out the files; a list whose path is already taken is omitted with a notice.
  public init(of catalog: Catalog, options: PublicationOptions) {
    self.catalog = catalog
    self.options = options
    var taken = TakenPaths()
    var notices: [String] = []
    lists = options.lists.compactMap { index in
      let list = PublishedList(index, of: catalog, only: options.entries)
      if let other = taken.reserve(list.folder, for: list.list.id.path) {
        notices.append(
          "\(list.list.id.path) is left out: its pages would lie where \(other) has its")
        return nil
      }
      return list
    }
    self.notices = notices
    let titles = Dictionary(grouping: lists) { $0.list.title.lowercased() }
    sharedTitles = Set(titles.filter { $0.value.count > 1 }.keys)
    days = Publication.group(lists) { .day($0) }
    weeks = Publication.group(lists) { .week(ISOWeek(of: $0)) }
    items = ItemStore(of: catalog, as: options.format)
  }

  private static func group(
    _ lists: [PublishedList], by period: (Day) -> CalendarPage.Period
  ) -> [DatedAdditions] {
    var periods: [CalendarPage.Period: [Addition]] = [:]
    for (number, list) in lists.enumerated() {
      var own: [CalendarPage.Period: [EntryIndex]] = [:]
      for additions in list.additions {
        if let day = additions.day { own[period(day), default: []] += additions.entries }
      }
      for (period, entries) in own { periods[period, default: []].append((number, entries)) }
    }
    return periods.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
  }
}

/// The folders that lists take, distinguished as a file system without case does it.
private struct TakenPaths {
  private var owners: [String: String] = [:]

  /// Reserves a folder; returns its owner if it is taken.
  mutating func reserve(_ folder: String, for list: String) -> String? {
    let key = folder.lowercased()
    let parts = key.split(separator: "/")
    if isReserved(parts) { return "the page of a day, a week or another list" }
    if let owner = owners[key] { return owner }
    owners[key] = list
    return nil
  }

  /// Returns whether a folder is reserved for the calendar or a list's further pages.
  private func isReserved(_ parts: [Substring]) -> Bool {
    if parts.count == 3, Int(ascii: parts[1].utf8) != nil, Int(ascii: parts[2].utf8) != nil {
      return true
    }
    if parts.count == 2, parts[1] == "week" { return true }
    return parts.count > 3 && (parts.last == "week" || parts.last == "readme")
  }
}
