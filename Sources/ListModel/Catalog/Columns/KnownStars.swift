/// Star counts of entries without their own, as given by other pages for the same link.
///
/// A README has no star counts, and so a list that is tracked by its history has none; a page of
/// the site that links to the same repository may. Of several pages the one with the latest
/// addition counts.
struct KnownStars {
  /// A star count and the day of the page with it; `Int32.min` if the day is unknown.
  struct Count {
    var stars: Int32
    var day: Int32
  }

  private var stars: [Int32] = []
  private var days: [Int32] = []

  /// Takes a step for each entry.
  ///
  /// - Parameters: - links: the entries with the same link. - own: an entry's count in its own
  ///   list; nil if it has none. - published: its count on the published page of its list.
  init(
    _ links: SameLinkBuilder, own: (Int) -> Count?, published: (Int) -> Count?
  ) {
    let none = Count(stars: -1, day: .min)
    for first in links.first.indices where links.first[first] == first {
      var latest = none
      var isMissing = false
      links.forEachEntry(from: first) { entry in
        guard let count = own(entry) else {
          isMissing = true
          return
        }
        // A count of unknown age is not used for other lists.
        if count.day > latest.day { latest = count }
      }
      guard isMissing else { continue }
      links.forEachEntry(from: first) { entry in
        guard own(entry) == nil else { return }
        let theirs = published(entry) ?? none
        let best = theirs.day >= latest.day ? theirs : latest
        if best.day > .min { set(best, of: entry, count: links.first.count) }
      }
    }
  }

  /// The counts and which entries have one.
  var sections: [SectionContent] {
    var rows = SparseRowsBuilder()
    for entry in stars.indices where stars[entry] >= 0 { rows.append(entry) }
    func column(_ numbers: [Int32]) -> [Int32] {
      numbers.indices.lazy.filter { stars[$0] >= 0 }.map { numbers[$0] }
    }
    return [
      (.knownStarsRows, [.longs(rows.words)]), (.knownStars, [.days(column(stars))]),
      (.knownStarsDay, [.days(column(days))]),
    ]
  }

  private mutating func set(_ count: Count, of entry: Int, count entries: Int) {
    if stars.isEmpty {
      stars = Array(repeating: -1, count: entries)
      days = Array(repeating: .min, count: entries)
    }
    stars[entry] = count.stars
    days[entry] = count.day
  }
}

extension SameLinkBuilder {
  /// Calls back with each entry of the link that starts with this one.
  fileprivate func forEachEntry(from first: Int, _ body: (Int) -> Void) {
    var entry = first
    repeat {
      body(entry)
      entry = Int(next[entry])
    } while entry != first
  }
}

/// The star counts on published pages of tracked lists.
struct PublishedStars {
  private var stars: [Int32] = []
  private var days: [Int32] = []

  /// Adds a count for the entry of a number; the entries in between have none.
  mutating func add(_ count: KnownStars.Count, of entry: Int) {
    let missing = entry - stars.count
    if missing > 0 {
      stars.append(contentsOf: repeatElement(-1, count: missing))
      days.append(contentsOf: repeatElement(.min, count: missing))
    }
    stars.append(count.stars)
    days.append(count.day)
  }

  /// Returns the count of an entry; nil if there is none.
  func count(of entry: Int) -> KnownStars.Count? {
    guard entry < stars.count, stars[entry] >= 0 else { return nil }
    return KnownStars.Count(stars: stars[entry], day: days[entry])
  }

  func add(to writer: inout CatalogImageWriter) {
    writer.add(.publishedStars, numbers: stars)
    writer.add(.publishedStarsDay, numbers: days)
  }
}
