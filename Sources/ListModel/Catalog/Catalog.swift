import Synchronization

/// All entries of all loaded lists, in columns.
///
/// The entries of a list are contiguous, in the order of their page. A catalog is an immutable view
/// of its image; opening a mapped one reads at most the section table. It is a class because of its
/// size: as a value, its columns, some fifty of them with a reference to the image each, were copied
/// into every function that accessed a place.
public final class Catalog: Sendable {
  /// The bytes of the columns.
  public let image: CatalogImage
  /// Titles of entries, plain text.
  public let titles: EntryTextColumn
  /// Main links as the lists give them; empty for an entry without one.
  public let urls: EntryTextColumn
  /// Descriptions, plain text.
  public let descriptions: EntryTextColumn
  /// The headings of each category, joined by U+001F.
  public let categories: TextColumn
  /// Identities of lists, `owner/name`.
  public let listPaths: TextColumn
  /// The list of each entry.
  public let entryLists: CompactColumn
  /// The category of each entry.
  public let entryCategories: CompactColumn
  /// Days since 1970-01-01; an invalid day, stored as `Int32.min`, for an entry without one.
  public let entryDays: NumberColumn<Int32>
  /// -1 for an entry without a count.
  public let entryStars: NumberColumn<Int32>
  /// All entries, newest first, then in the order of their lists.
  public let newestFirst: NumberColumn<UInt32>
  /// The first entry of the catalog with the same link; the entry itself if there is no other.
  public let sameLinkFirst: NumberColumn<UInt32>
  /// The entries of each link that several have: links in the order of their first entries, the
  /// entries of one contiguous and newest first, the last one marked with `lastOfSharedLink`.
  let sharedLinks: NumberColumn<UInt32>

  /// All present entries, newest first, with only the first of those with the same link; empty in
  /// an image without them.
  public let wholeRows: NumberColumn<UInt32>

  /// A bit for each entry that is no longer in its list, up to the last one.
  let removedBits: NumberColumn<UInt64>
  /// A bit for each entry that was added in bulk, up to the last one.
  let bulkBits: NumberColumn<UInt64>

  /// The rows of entries in `otherStars` and `otherStarsDays`.
  private let otherStarsRows: SparseRows
  private let otherStars: NumberColumn<Int32>
  private let otherStarsDays: NumberColumn<Int32>
  private let publishedStars: NumberColumn<Int32>
  private let publishedStarsDays: NumberColumn<Int32>
  let links: TextColumn
  let commits: TextColumn
  let changeEnds: NumberColumn<UInt32>
  let changeDays: NumberColumn<Int32>
  let changeKinds: NumberColumn<UInt8>
  let changeCommits: NumberColumn<UInt32>
  /// Of each change the place of its commit in the history; see `Change.number`.
  let changeNumbers: NumberColumn<UInt32>
  /// The number under which each entry was added to its list; see `Catalog.number(of:)`.
  let entryNumbers: NumberColumn<UInt32>
  let publishedDays: NumberColumn<Int32>
  let firstLinks: TextColumn
  let markSets: TextColumn
  let entryMarks: CompactColumn
  let listTitles: TextColumn
  private let listDescriptions: TextColumn
  private let listSources: TextColumn
  let listSubjects: TextColumn
  let listStars: NumberColumn<Int32>
  private let listFirstEntries: NumberColumn<UInt32>
  let listOrigins: TextColumn
  private let listReadings: NumberColumn<Int64>
  private let listFirstDays: NumberColumn<Int32>
  private let listLastDays: NumberColumn<Int32>
  private let listRelativeLinks: TextColumn
  let listBeginnings: NumberColumn<Int64>
  let listCategoryTexts: TextColumn
  /// Whether no two lists share an entry: otherwise each could claim all of them, and a pass over
  /// all lists would take quadratic time.
  private let areListsApart: Bool
  /// Whether no two entries share a change, once that was asked: 1 for no, 2 for yes.
  private let changesApart = Atomic<UInt8>(0)

  /// Opens an image; a damaged one yields a catalog with fewer or wrong entries, never a failure.
  ///
  /// - Parameter texts: the titles, addresses and descriptions, if `image` has none yet.
  public init(_ image: CatalogImage, texts: CatalogTexts? = nil) {
    self.image = image
    let texts = texts ?? CatalogTexts(of: image)
    (titles, urls, descriptions) = (texts.titles, texts.urls, texts.descriptions)
    categories = TextColumn(.category, of: image)
    listPaths = TextColumn(.listPath, of: image)
    entryLists = CompactColumn(.entryList, of: image, rows: titles.count)
    entryCategories = CompactColumn(.entryCategory, of: image, rows: titles.count)
    entryDays = NumberColumn(.entryDay, of: image)
    entryStars = NumberColumn(.entryStars, of: image)
    newestFirst = NumberColumn(.newestFirst, of: image)
    sameLinkFirst = NumberColumn(.sameLinkFirst, of: image)
    sharedLinks = NumberColumn(.sharedLinks, of: image)
    wholeRows = NumberColumn(.wholeRows, of: image)
    removedBits = NumberColumn(.entryRemoved, of: image)
    bulkBits = NumberColumn(.entryBulk, of: image)
    otherStarsRows = SparseRows(.knownStarsRows, of: image)
    otherStars = NumberColumn(.knownStars, of: image)
    otherStarsDays = NumberColumn(.knownStarsDay, of: image)
    publishedStars = NumberColumn(.publishedStars, of: image)
    publishedStarsDays = NumberColumn(.publishedStarsDay, of: image)
    commits = TextColumn(.commit, of: image)
    changeEnds = NumberColumn(.entryChangeEnd, of: image)
    changeDays = NumberColumn(.changeDay, of: image)
    changeKinds = NumberColumn(.changeKind, of: image)
    changeCommits = NumberColumn(.changeCommit, of: image)
    changeNumbers = NumberColumn(.changeNumber, of: image)
    entryNumbers = NumberColumn(.entryNumber, of: image)
    publishedDays = NumberColumn(.entryPublishedDay, of: image)
    firstLinks = TextColumn(.entryFirstLink, of: image)
    links = TextColumn(.links, of: image)
    markSets = TextColumn(.markSet, of: image)
    entryMarks = CompactColumn(.entryMarks, of: image, rows: titles.count)
    listTitles = TextColumn(.listTitle, of: image)
    listDescriptions = TextColumn(.listDescription, of: image)
    listSources = TextColumn(.listSource, of: image)
    listSubjects = TextColumn(.listSubject, of: image)
    listStars = NumberColumn(.listStars, of: image)
    listFirstEntries = NumberColumn(.listFirstEntry, of: image)
    listOrigins = TextColumn(.listOrigin, of: image)
    listReadings = NumberColumn(.listRead, of: image)
    listFirstDays = NumberColumn(.listFirstDay, of: image)
    listLastDays = NumberColumn(.listLastDay, of: image)
    listRelativeLinks = TextColumn(.listRelativeLinks, of: image)
    listBeginnings = NumberColumn(.listBeginning, of: image)
    listCategoryTexts = TextColumn(.listCategoryTexts, of: image)
    areListsApart = listFirstEntries.isRising
  }

  /// How many entries there are.
  public var count: Int { titles.count }

  /// How many lists there are.
  public var listCount: Int { listPaths.count }

  /// Returns the entries of a list; empty for a list that is not there.
  public func entries(of list: ListIndex) -> Range<Int> {
    guard areListsApart, let first = listFirstEntries[list.number],
      let end = listFirstEntries[list.number + 1]
    else { return 0..<0 }
    let low = min(Int(first), count)
    return low..<max(low, min(Int(end), count))
  }

  /// Returns whether entries may have this many changes; in a damaged image several could share
  /// changes, and each claim all of them.
  ///
  /// Costs a pass over all entries when it is first asked for more than usual.
  func mayClaim(_ changes: Int, by entries: Int) -> Bool {
    guard changes > entries * 64 else { return true }
    var known = changesApart.load(ordering: .relaxed)
    if known == 0 {
      known = changeEnds.isRising ? 2 : 1
      changesApart.store(known, ordering: .relaxed)
    }
    return known == 2
  }

  /// Returns a list as described by its page.
  public func list(_ index: ListIndex) -> AwesomeList {
    let number = index.number
    let stars = listStars[number] ?? -1
    var list = AwesomeList(
      id: ListID(listPaths[number]), title: listTitles[number],
      description: listDescriptions[number], source: listSources[number].nonEmpty,
      subject: listSubjects[number].nonEmpty, stars: stars < 0 ? nil : Stars(Int(stars)))
    list.relativeLinks = relativeLinks(of: index)
    return list
  }

  /// Returns the base of the relative links of a list; nil if it is unknown.
  public func relativeLinks(of list: ListIndex) -> RelativeLinks? {
    let parts = split(listRelativeLinks[list.number], at: Separator.unit)
    guard parts.count == 3 else { return nil }
    return RelativeLinks(root: parts[0], branch: parts[1], file: parts[2])
  }

  /// Returns the origin of a list; nil for one that the library does not hold.
  public func origin(of list: ListIndex) -> ListOrigin? {
    let parts = split(listOrigins[list.number], at: Separator.unit)
    guard parts.count == 3 else { return nil }
    let read = listReadings[list.number] ?? .min
    return ListOrigin(
      source: parts[0], page: parts[1],
      read: read == .min ? nil : Timestamp(milliseconds: Int(read)), failure: parts[2].nonEmpty)
  }

  /// Returns the days of a list's first and last addition; nil for a list without days.
  public func days(of list: ListIndex) -> ClosedRange<Day>? {
    guard let first = listFirstDays[list.number].flatMap({ Day(number: Int($0)) }),
      let last = listLastDays[list.number].flatMap({ Day(number: Int($0)) }), first <= last
    else { return nil }
    return first...last
  }

  /// Returns an entry assembled from its columns; faster without its history.
  public func entry(_ index: EntryIndex, withHistory: Bool = true) -> Entry {
    let number = index.number
    let (title, url) = (titles[number], urls[number])
    return Entry(
      title: title, url: url.nonEmpty, description: descriptions[number],
      category: category(of: index), added: day(of: index),
      stars: stars(of: index), starsAsOf: starsDay(of: index), marks: marks(of: index),
      links: decodeLinks(links[number], title: title, url: url),
      history: withHistory ? history(of: index) : nil)
  }

  /// Returns the star count in an entry's title, or else the one that another page gives for its
  /// link.
  public func stars(of entry: EntryIndex) -> Stars? {
    let own = entryStars[entry.number] ?? -1
    if own >= 0 { return Stars(Int(own)) }
    guard let row = otherStarsRows.row(of: entry.number), let stars = otherStars[row],
      stars >= 0
    else { return nil }
    return Stars(Int(stars))
  }

  /// Returns the day of the page that provides an entry's star count, if that is not its own
  /// list's.
  public func starsDay(of entry: EntryIndex) -> Day? {
    guard (entryStars[entry.number] ?? -1) < 0,
      let row = otherStarsRows.row(of: entry.number)
    else { return nil }
    return otherStarsDays[row].flatMap { Day(number: Int($0)) }
  }

  /// Returns the marks that the list puts on an entry.
  public func marks(of entry: EntryIndex) -> [Mark] {
    split(markSets[Int(entryMarks[entry.number] ?? 0)], at: Separator.unit).map { Mark($0) }
  }

  /// Returns the list that an entry is in.
  public func listIndex(of entry: EntryIndex) -> ListIndex {
    ListIndex(Int(entryLists[entry.number] ?? 0))
  }

  /// Returns the day on which an entry was added.
  public func day(of entry: EntryIndex) -> Day? {
    entryDays[entry.number].flatMap { Day(number: Int($0)) }
  }

  /// Returns the category that an entry is in.
  public func category(of entry: EntryIndex) -> CategoryPath {
    category(CategoryIndex(Int(entryCategories[entry.number] ?? 0)))
  }

  /// More headings than any page nests; a damaged text may seem to have thousands.
  static let maxHeadings = 64

  /// Returns a category by its number.
  public func category(_ index: CategoryIndex) -> CategoryPath {
    CategoryPath(
      Array(split(categories[index.number], at: Separator.unit).prefix(Self.maxHeadings)))
  }

  /// Appends a category as it is shown, `Libraries / Go`; faster than its `description`.
  public func appendDescription(of category: CategoryIndex, to output: inout [UInt8]) {
    let bytes = categories.bytes(at: category.number)
    var headingCount = 1
    var start = 0
    for index in bytes.indices where bytes[index] == Separator.unit {
      output.append(contentsOf: bytes[start..<index])
      guard headingCount < Self.maxHeadings else { return }
      headingCount += 1
      output += " / ".utf8
      start = index + 1
    }
    output.append(contentsOf: bytes[start...])
  }
}

/// Which entry of a catalog.
public struct EntryIndex: Hashable, Sendable {
  /// Its number, counted from 0.
  public let number: Int

  /// Creates the entry of a number.
  public init(_ number: Int) { self.number = number }
}

/// Which list of a catalog.
public struct ListIndex: Hashable, Sendable {
  /// Its number, counted from 0.
  public let number: Int

  /// Creates the list of a number.
  public init(_ number: Int) { self.number = number }
}

/// Which category of a catalog; lists that spell a path alike share one.
public struct CategoryIndex: Hashable, Sendable {
  /// Its number, counted from 0.
  public let number: Int

  /// Creates the category of a number.
  public init(_ number: Int) { self.number = number }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Catalog {
  /// For each distinct set of marks, by its number, whether a mark is in it.
  public func markSets(with mark: Mark) -> [Bool] {
    (0..<markSets.count).map { set in
      split(markSets[set], at: Separator.unit).contains { $0.utf8.elementsEqual(mark.symbol.utf8) }
    }
  }
}

extension Catalog {
  /// Returns the number of the day of a list's last addition; `Int32.min` where that is not known.
  func lastDay(of list: ListIndex) -> Int32 {
    days(of: list).map { Int32(clamping: $0.upperBound.number) } ?? .min
  }

  /// Returns the star count that an entry's own list gives, and the day of the list.
  func ownStars(of entry: Int) -> KnownStars.Count? {
    guard let stars = entryStars[entry], stars >= 0 else { return nil }
    return KnownStars.Count(stars: stars, day: lastDay(of: listIndex(of: EntryIndex(entry))))
  }

  /// Returns the star count that the published page of an entry's list gives, and the day of the
  /// page.
  func publishedStars(of entry: Int) -> KnownStars.Count? {
    guard let stars = publishedStars[entry], stars >= 0 else { return nil }
    return KnownStars.Count(stars: stars, day: publishedStarsDays[entry] ?? .min)
  }
}

extension Catalog {
  /// The day on which a list was last read: digests end before it, because it may not be complete.
  ///
  /// Without readings, as for the built-in list, the day after the newest addition; nil for a
  /// catalog without days. Costs a step a list.
  public var unfinishedDay: Day? {
    let lists = (0..<listCount).map { ListIndex($0) }
    if let read = lists.compactMap({ origin(of: $0)?.read }).max() { return read.day }
    return lists.compactMap { days(of: $0)?.upperBound }.max()?.advanced(by: 1)
  }
}
