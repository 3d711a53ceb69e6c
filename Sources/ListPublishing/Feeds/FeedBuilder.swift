public import ListModel

/// Builds a feed of a catalog's entries.
///
/// The same catalog and request give the same bytes, whatever the clock, the locale and the time
/// zone. Costs a pass over the entries of the lists asked for, and the items that are written.
public struct FeedBuilder {
  let catalog: Catalog
  let request: FeedRequest
  private var identities: [Int: EntryIdentities] = [:]
  private var pages: [Int: ListFacts] = [:]

  /// A list, and the page of its repository as links name it.
  typealias ListFacts = (list: AwesomeList, home: String?)

  /// Creates a builder of one feed.
  public init(catalog: Catalog, request: FeedRequest) {
    self.catalog = catalog
    self.request = request
  }

  /// Returns the feed.
  public mutating func feed() -> Feed {
    Feed(
      id: NameUUID("feed", scope, unitName).urn, title: title, description: description,
      home: onlyList.flatMap { FeedBuilder.home(of: $0) }, address: request.address, items: items())
  }

  private mutating func items() -> [FeedItem] {
    let groups: [FeedGroup]
    switch request.unit {
    case .entry, .change: groups = FeedGroup.byEntry(events())
    case .day: groups = FeedGroup.byDate(events(), before: request.today) { $0...$0 }
    case .week: groups = FeedGroup.byDate(events(), before: request.today) { ISOWeek(of: $0).days }
    }
    return groups.prefix(max(0, request.limit)).map { item(of: $0) }
  }

  /// Returns the events, newest first, then in the order of the lists and their entries.
  private func events() -> [FeedEvent] {
    let events = request.lists.flatMap { list in
      let source = FeedEvents(catalog: catalog, list: list)
      if case .change(let kinds) = request.unit { return source.changes(of: kinds) }
      return source.arrivals()
    }
    let chosen = request.entries.map { entries in events.filter { entries.contains($0.entry) } }
    return (chosen ?? events).sorted {
      if $0.time != $1.time { return $0.time > $1.time }
      if $0.entry != $1.entry { return $0.entry.number < $1.entry.number }
      return $0.kind.rawValue < $1.kind.rawValue
    }
  }

  mutating func facts(of list: ListIndex) -> ListFacts {
    if let known = pages[list.number] { return known }
    let made = (catalog.list(list), FeedBuilder.home(of: catalog.list(list)))
    pages[list.number] = made
    return made
  }

  mutating func identities(of list: ListIndex) -> EntryIdentities {
    if let known = identities[list.number] { return known }
    let made = EntryIdentities(of: list, in: catalog)
    identities[list.number] = made
    return made
  }

  /// The scope of the feed, as part of the identity of its items: feed readers keep one item per
  /// identity across all feeds, so only the feed of one whole list uses the entries' own.
  var scope: String {
    let lists = request.lists.map { catalog.list($0).id.path }.joined(separator: " ").lowercased()
    if request.entries != nil { return "query \(request.query)\u{1F}\(lists)" }
    return request.lists.count == 1 ? lists : "lists \(lists)"
  }

  /// Whether the feed is that of one whole list.
  var isOfOneList: Bool { request.lists.count == 1 && request.entries == nil }

  private var onlyList: AwesomeList? {
    request.lists.count == 1 ? catalog.list(request.lists[0]) : nil
  }

  private var unitName: String {
    switch request.unit {
    case .entry: "entry"
    case .change(let kinds): kinds.map(\.rawValue).sorted().joined(separator: " ")
    case .day: "day"
    case .week: "week"
    }
  }

  private var title: String {
    let name = onlyList?.title ?? "Awesome lists"
    let changes = if case .change = request.unit { ", changes" } else { "" }
    return (request.query.isEmpty ? name : "\(name): \(request.query)") + changes
  }

  private var description: String { onlyList?.description ?? "" }

  /// Returns the page of a list: its repository.
  private static func home(of list: AwesomeList) -> String? {
    list.source.flatMap { PublishedLink($0, of: list)?.uri }
  }
}
