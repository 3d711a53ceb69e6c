import ListModel

extension FeedBuilder {
  /// The most entries that an item names.
  private static let namedEntries = 50

  mutating func item(of group: FeedGroup) -> FeedItem {
    switch group.unit {
    case .entry: entryItem(group.events[0])
    case .bulk: bulkItem(group.events)
    case .dates(let days): digestItem(group.events, of: days)
    }
  }

  private mutating func entryItem(_ event: FeedEvent) -> FeedItem {
    let entry = catalog.entry(event.entry)
    let (list, home) = facts(of: event.list)
    var title = entry.title
    if case .change = request.unit { title = "\(event.kind.rawValue.capitalizedASCII): \(title)" }
    return FeedItem(
      id: id(of: event, entry), title: title,
      link: entry.url.flatMap { PublishedLink($0, of: list)?.uri } ?? home,
      published: published(event, entry), updated: updated(event, entry), author: list.title,
      content: FeedContent.entry(entry, of: list, at: home))
  }

  private mutating func bulkItem(_ events: [FeedEvent]) -> FeedItem {
    let first = events[0]
    let (list, home) = facts(of: first.list)
    let parts = [list.id.path.lowercased(), "bulk", first.kind.rawValue]
    let moment = first.commit.isEmpty ? first.time.day.description : first.commit
    let named = isOfOneList ? parts + [moment] : parts + [moment, scope]
    var content = FeedContent()
    content.add(events.prefix(Self.namedEntries).map { catalog.entry($0.entry) }, of: list)
    content.add(more: events.count - Self.namedEntries)
    return FeedItem(
      id: NameUUID(named.map { Array($0.utf8) }).urn,
      title: "\(events.count) \(noun(events.count)) \(first.kind.rawValue)", link: home,
      published: first.time, updated: first.time, author: list.title, content: content.bytes)
  }

  private mutating func digestItem(_ events: [FeedEvent], of days: ClosedRange<Day>) -> FeedItem {
    let isDay = days.lowerBound == days.upperBound
    let name = isDay ? days.lowerBound.description : ISOWeek(of: days.lowerBound).description
    var content = FeedContent()
    var left = Self.namedEntries
    var lists: [ListIndex] = []
    var rest = events[...]
    while let first = rest.first {
      let own = rest.prefix { $0.list == first.list }
      rest = rest.dropFirst(own.count)
      lists.append(first.list)
      guard left > 0 else { continue }
      let (list, home) = facts(of: first.list)
      content.add(heading: list, address: home)
      content.add(own.prefix(left).map { catalog.entry($0.entry) }, of: list)
      left -= own.count
    }
    content.add(more: -left)
    let scopeOfLists = lists.count == 1 ? "" : " in \(lists.count) lists"
    let time = FeedTime(noonOf: days.upperBound)
    return FeedItem(
      id: NameUUID("digest", scope, name).urn,
      title: "\(name): \(events.count) new \(noun(events.count))\(scopeOfLists)", link: nil,
      published: time, updated: time, author: "awl", content: content.bytes)
  }

  private mutating func id(of event: FeedEvent, _ entry: Entry) -> String {
    let identities = identities(of: event.list)
    var name: NameUUID
    if case .change = request.unit {
      let change = entry.history?.changes.first {
        $0.kind == event.kind && $0.commit == event.commit
      }
      name =
        change.map { identities.identity(of: $0, to: event.entry) }
        ?? identities.identity(of: event.entry)
    } else {
      name = identities.identity(of: event.entry)
    }
    if !isOfOneList { name = NameUUID(name.urn, scope) }
    return name.urn
  }

  private func published(_ event: FeedEvent, _ entry: Entry) -> FeedTime {
    guard case .entry = request.unit else { return event.time }
    return entry.history?.addition.map { FeedTime(of: $0) } ?? event.time
  }

  /// Returns when the entry last changed other than in bulk; a bulk change is not news about the
  /// entry.
  private func updated(_ event: FeedEvent, _ entry: Entry) -> FeedTime {
    guard case .entry = request.unit else { return event.time }
    let changes = entry.history?.changes.filter {
      !$0.isBulk && [.edited, .moved, .restored].contains($0.kind)
    }
    return max(published(event, entry), changes?.map { FeedTime(of: $0) }.max() ?? event.time)
  }

  private func noun(_ count: Int) -> String { count == 1 ? "entry" : "entries" }
}

extension String {
  /// The text with its first letter in upper case, if that is an ASCII letter.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
