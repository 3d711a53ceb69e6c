/// Facts from the published page of a list that is tracked by its history.
public struct PublishedPage: Sendable {
  /// The list as described by the page, with subject and stars, which no README has.
  let list: AwesomeList
  private var days: [LinkKey: Int32] = [:]
  private var stars: [LinkKey: Int32] = [:]
  /// The day of the last addition, which is that of the page.
  private let lastDay: Int32

  /// Creates the page of a list; of two entries with one link the first one's day counts.
  public init(_ list: ListIndex, of catalog: Catalog) {
    self.list = catalog.list(list)
    lastDay = catalog.lastDay(of: list)
    for entry in catalog.entries(of: list) {
      if let count = catalog.entryStars[entry], count >= 0, let key = Self.key(entry, catalog) {
        stars[key] = count
      }
      guard catalog.day(of: EntryIndex(entry)) != nil, let day = catalog.entryDays[entry],
        let key = Self.key(entry, catalog)
      else { continue }
      if days[key] == nil { days[key] = day }
    }
  }

  /// Returns the day of an entry of the tracked list, if it differs from the history's; else
  /// `Int32.min`.
  func day(of entry: Int, in catalog: Catalog) -> Int32 {
    guard let key = Self.key(entry, catalog), let day = days[key], day != catalog.entryDays[entry]
    else { return .min }
    return day
  }

  /// Returns the star count of an entry of the tracked list; nil if the page has none.
  func stars(of entry: Int, in catalog: Catalog) -> KnownStars.Count? {
    guard !stars.isEmpty, let key = Self.key(entry, catalog), let count = stars[key] else {
      return nil
    }
    return KnownStars.Count(stars: count, day: lastDay)
  }

  private static func key(_ entry: Int, _ catalog: Catalog) -> LinkKey? {
    catalog.urls.withBytes(at: entry) { url in
      url.isEmpty ? nil : LinkKey(utf8: url.assumingMemoryBound(to: UInt8.self))
    }
  }
}
