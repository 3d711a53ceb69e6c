/// What a published page tells of a list which is tracked through its history as well.
public struct PublishedPage: Sendable {
  /// The list as the page tells it, with subject and stars, which no README has.
  let list: AwesomeList
  private var days: [LinkKey: Int32] = [:]

  /// The page of a list; of two entries with one link the first one's day counts.
  public init(_ list: ListIndex, of catalog: Catalog) {
    self.list = catalog.list(list)
    for entry in catalog.entries(of: list) {
      guard catalog.day(of: EntryIndex(entry)) != nil, let day = catalog.entryDays[entry],
        let key = Self.key(entry, catalog)
      else { continue }
      if days[key] == nil { days[key] = day }
    }
  }

  /// The day of an entry of the tracked list, if it is another one than the history tells; else
  /// `Int32.min`.
  func day(of entry: Int, in catalog: Catalog) -> Int32 {
    guard let key = Self.key(entry, catalog), let day = days[key], day != catalog.entryDays[entry]
    else { return .min }
    return day
  }

  private static func key(_ entry: Int, _ catalog: Catalog) -> LinkKey? {
    let url = catalog.urls.bytes(at: entry)
    return url.isEmpty ? nil : LinkKey(utf8: url.assumingMemoryBound(to: UInt8.self))
  }
}
