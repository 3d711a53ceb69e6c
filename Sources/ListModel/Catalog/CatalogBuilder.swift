/// Lays lists and their entries into the columns of a catalog.
///
///     var builder = CatalogBuilder()
///     builder.append(list, entries: entries)
///     let catalog = builder.catalog()
public struct CatalogBuilder: Sendable {
  private var lists = ListColumns()
  private var titles = TextColumnBuilder()
  private var urls = TextColumnBuilder()
  private var descriptions = TextColumnBuilder()
  private var links = TextColumnBuilder()
  private var categories = InternedTexts()
  private var markSets = InternedTexts()
  private var entryList: [UInt32] = []
  private var entryCategory: [UInt32] = []
  private var entryDay: [Int32] = []
  private var entryStars: [Int32] = []
  private var entryMarks: [UInt32] = []
  private var entryNumbers: [UInt32] = []
  private var histories = HistoryColumns()
  private var publishedStars = PublishedStars()
  private var categoryNumbers = CategoryNumbers()
  private var numberWithoutMarks: UInt32?

  /// Creates a builder of an empty catalog.
  public init() {}

  /// Adds a list with its entries, in their order.
  public mutating func append(
    _ list: AwesomeList, entries: [Entry], origin: ListOrigin? = nil
  ) {
    for entry in entries {
      titles.append(entry.title)
      urls.append(entry.url ?? "")
      descriptions.append(entry.description)
      links.append { appendLinks(of: entry, to: &$0) }
      appendFacts(entry.category, added: entry.added, stars: entry.stars, marks: entry.marks)
      entryNumbers.append(UInt32(clamping: entry.history?.addition?.number ?? 0))
      histories.append(entry.history)
    }
    endList(list, origin: origin)
  }

  /// Adds an entry, from a page, to the list that is ended next.
  public mutating func append(_ entry: borrowing EntryBytes, category: CategoryPath, added: Day?) {
    if entryList.isEmpty { reserve(entries: Self.entriesOfShortPage) }
    entry.bytes.withUnsafeBytes { bytes in
      titles.append(UnsafeRawBufferPointer(rebasing: bytes[entry.title]))
      urls.append(UnsafeRawBufferPointer(rebasing: bytes[entry.url ?? 0..<0]))
    }
    _ = entry.description.withUnsafeBytes { descriptions.append($0) }
    links.append { appendLinks(of: entry, to: &$0) }
    appendFacts(category, added: added, stars: entry.stars, marks: entry.marks)
    entryNumbers.append(0)
    histories.append(nil)
  }

  /// Ends a list with the entries added since the previous one.
  public mutating func endList(_ list: AwesomeList, origin: ListOrigin? = nil) {
    let count = entryList.count - lists.entryCount
    lists.append(list, entries: count, days: presentDays(ofLast: count), origin: origin)
  }

  private mutating func appendFacts(
    _ category: CategoryPath, added: Day?, stars: Stars?, marks: [Mark]
  ) {
    entryList.append(UInt32(lists.count))
    entryCategory.append(categoryNumbers.number(of: category, in: &categories))
    entryDay.append(added.map { Int32(clamping: $0.number) } ?? .min)
    entryStars.append(stars.map { Int32(clamping: $0.count) } ?? -1)
    entryMarks.append(number(of: marks))
  }

  private mutating func number(of marks: [Mark]) -> UInt32 {
    if marks.isEmpty, let numberWithoutMarks { return numberWithoutMarks }
    let number = markSets.index { bytes in
      if !marks.isEmpty { appendUnits(marks.map(\.symbol), to: &bytes) }
    }
    if marks.isEmpty { numberWithoutMarks = number }
    return number
  }

  /// Numbers the entries of the last list, which comes from a page, in the order in which they were
  /// recorded.
  ///
  /// Entries in `earlier`, an earlier reading of only this page, keep their numbers, and all others
  /// get the next one; without an earlier reading all are 0. `now` is the time of the first reading
  /// if `earlier` has none. Costs a key for each entry of both.
  public mutating func numberEntries(after earlier: Catalog?, now: Timestamp) {
    let count = lists.entryCountOfLast
    let beginning = earlier?.beginning(of: ListIndex(0))
    lists.setBeginningOfLast(beginning ?? now)
    guard let earlier else { return }
    var numbers: [LinkKey: UInt32] = [:]
    var highest: UInt32 = 0
    for entry in 0..<earlier.count {
      let number = beginning == nil ? 0 : earlier.entryNumbers[entry] ?? 0
      highest = max(highest, number)
      numbers[earlier.identity(of: EntryIndex(entry))] = number
      numbers[earlier.linkOrTitle(of: EntryIndex(entry))] = number
    }
    for entry in entryNumbers.count - count..<entryNumbers.count {
      let key = urls.withBytes(at: entry) { url in
        titles.withBytes(at: entry) { identity(url: url, title: $0) }
      }
      let known = numbers[key] ?? histories.firstLink(of: entry).flatMap { numbers[$0] }
      entryNumbers[entry] = known ?? highest &+ 1
    }
  }

  /// Adds a list of another catalog with its entries, by copying its columns.
  ///
  /// That is much faster than entry by entry. A name and an origin replace the list's own;
  /// `published` adds facts from the published page of a tracked list. If the titles, addresses and
  /// descriptions are stored elsewhere, `storesTexts` is false, for all lists of the builder.
  public mutating func append(
    _ list: ListIndex, of catalog: Catalog, as name: ListID? = nil, origin: ListOrigin? = nil,
    published: PublishedPage? = nil, storesTexts: Bool = true
  ) {
    let number = UInt32(lists.count)
    let entries = catalog.entries(of: list)
    if storesTexts {
      titles.append(entries, of: catalog.titles)
      urls.append(entries, of: catalog.urls)
      descriptions.append(entries, of: catalog.descriptions)
    } else {
      titles.appendEnds(entries, of: catalog.titles)
      urls.appendEnds(entries, of: catalog.urls)
      descriptions.appendEnds(entries, of: catalog.descriptions)
    }
    links.append(entries, of: catalog.links)
    var categoryNumbers = TextNumbers(of: catalog.categories)
    var markNumbers = TextNumbers(of: catalog.markSets)
    for entry in entries {
      entryList.append(number)
      entryCategory.append(
        categoryNumbers.number(of: catalog.entryCategories[entry] ?? 0, in: &categories))
      entryDay.append(catalog.day(of: EntryIndex(entry)).map { Int32(clamping: $0.number) } ?? .min)
      entryStars.append(catalog.entryStars[entry] ?? -1)
      entryNumbers.append(catalog.entryNumbers[entry] ?? 0)
      entryMarks.append(markNumbers.number(of: catalog.entryMarks[entry] ?? 0, in: &markSets))
    }
    histories.append(
      entries, of: catalog, published: published.map { page in { page.day(of: $0, in: catalog) } })
    var facts = catalog.list(list)
    facts.categoryTexts = catalog.categoryTexts(of: list)
    if let published { addStars(of: entries, of: catalog, published) }
    if let published { facts = facts.completed(by: published.list) }
    if let name { facts.id = name }
    lists.append(
      facts, entries: entries.count, days: presentDays(ofLast: entries.count),
      origin: origin ?? catalog.origin(of: list),
      beginning: catalog.listBeginnings[list.number] ?? 0)
  }

  private mutating func addStars(
    of entries: Range<Int>, of catalog: Catalog, _ page: PublishedPage
  ) {
    let first = entryList.count - entries.count
    for entry in entries {
      guard let count = page.stars(of: entry, in: catalog) else { continue }
      publishedStars.add(count, of: first + entry - entries.lowerBound)
    }
  }

  private static let entriesOfShortPage = 64

  /// Reserves memory for entries of the usual length.
  ///
  /// Growing a dozen columns from nothing takes as long as reading some entries.
  private mutating func reserve(entries count: Int) {
    titles.reserve(texts: count, bytes: count * 24)
    urls.reserve(texts: count, bytes: count * 48)
    descriptions.reserve(texts: count, bytes: count * 80)
    links.reserve(texts: count, bytes: 0)
    entryList.reserveCapacity(count)
    entryCategory.reserveCapacity(count)
    entryDay.reserveCapacity(count)
    entryStars.reserveCapacity(count)
    entryMarks.reserveCapacity(count)
    entryNumbers.reserveCapacity(count)
  }

  /// Reserves memory for this many times the current content, to avoid growing the columns
  /// repeatedly.
  public mutating func reserve(times factor: Double) {
    func grown(_ count: Int) -> Int { Int(Double(count) * factor) }
    titles.reserve(times: factor)
    urls.reserve(times: factor)
    descriptions.reserve(times: factor)
    links.reserve(times: factor)
    entryList.reserveCapacity(grown(entryList.count))
    entryCategory.reserveCapacity(grown(entryCategory.count))
    entryDay.reserveCapacity(grown(entryDay.count))
    entryStars.reserveCapacity(grown(entryStars.count))
    entryMarks.reserveCapacity(grown(entryMarks.count))
    entryNumbers.reserveCapacity(grown(entryNumbers.count))
  }

  /// Returns the days of the last entries, without those that left the list.
  private func presentDays(ofLast count: Int) -> [Int32] {
    var days: [Int32] = []
    days.reserveCapacity(count)
    for entry in entryDay.count - count..<entryDay.count where !histories.isRemoved(entry) {
      days.append(entryDay[entry])
    }
    return days
  }

  /// Returns the image of all that was added.
  ///
  /// Takes time that grows with the number of entries and the length of their links.
  public func image() -> [UInt8] { wholeWriter.image() }

  /// Returns the image without sections derived from all entries together: enough for `append`.
  ///
  /// All its numbers have four bytes, so that earlier versions of awl can read it as well.
  public func listsImage() -> [UInt8] { writer().image() }

  /// All sections but those that are derived from the texts, to be written one after another.
  public var sections: [SectionContent] { orderedWriter.sections }

  /// The beginnings of the sections with titles, addresses and descriptions, which the bytes of the
  /// texts follow, for a builder whose texts were all stored elsewhere.
  public var textHeads: [SectionContent] {
    [(.title, titles), (.url, urls), (.description, descriptions)].map { section, column in
      (section, [.words(column.words)])
    }
  }

  /// Returns a catalog in memory of all that was added.
  public func catalog() -> Catalog {
    Catalog(CatalogImage(copying: image()))
  }
}

extension CatalogBuilder {
  private func writer(isCompact: Bool = false) -> CatalogImageWriter {
    var writer = CatalogImageWriter()
    func add(_ section: CatalogSection, _ numbers: [UInt32]) {
      writer.add(section, [isCompact ? .compact(numbers) : .words(numbers)])
    }
    lists.add(to: &writer)
    writer.add(.category, categories.column)
    writer.add(.markSet, markSets.column)
    writer.add(.title, titles)
    writer.add(.url, urls)
    writer.add(.description, descriptions)
    writer.add(.links, links)
    add(.entryList, entryList)
    add(.entryCategory, entryCategory)
    writer.add(.entryDay, numbers: entryDay)
    writer.add(.entryStars, numbers: entryStars)
    add(.entryMarks, entryMarks)
    writer.add(.entryNumber, numbers: entryNumbers.contains { $0 != 0 } ? entryNumbers : [])
    histories.add(to: &writer)
    return writer
  }

  private var orderedWriter: CatalogImageWriter {
    var writer = writer(isCompact: true)
    writer.add(.newestFirst, numbers: newestFirst(entryDay))
    publishedStars.add(to: &writer)
    return writer
  }

  private var wholeWriter: CatalogImageWriter {
    var writer = writer(isCompact: true)
    let newestFirst = newestFirst(entryDay)
    let sameLinks = SameLinkBuilder(urls, isAlone: histories.isRemoved)
    for (section, pieces) in sameLinks.sections(
      newestFirst: newestFirst, isRemoved: histories.isRemoved)
    {
      writer.add(section, pieces)
    }
    writer.add(.newestFirst, numbers: newestFirst)
    publishedStars.add(to: &writer)
    let stars = KnownStars(
      sameLinks,
      own: { entry in
        guard entryStars[entry] >= 0 else { return nil }
        return KnownStars.Count(
          stars: entryStars[entry], day: lists.lastDays[Int(entryList[entry])])
      }, published: publishedStars.count)
    for (section, pieces) in stars.sections { writer.add(section, pieces) }
    return writer
  }
}

/// Returns the numbers of entries by their days, the newest first, then in the order they have.
///
/// Two passes of a counting sort over the halves of a day's number, several times as fast as
/// comparisons for many entries.
private func newestFirst(_ days: [Int32]) -> [UInt32] {
  let keys = days.map { ~(UInt32(bitPattern: $0) ^ 0x8000_0000) }
  var order = Array(0..<UInt32(days.count))
  if days.count < 4_096 {
    order.sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    return order
  }
  for shift in [UInt32(0), 16] {
    var starts = [Int](repeating: 0, count: 1 << 16 + 1)
    for key in keys { starts[Int(key >> shift & 0xFFFF) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var sorted = order
    for entry in order {
      let digit = Int(keys[Int(entry)] >> shift & 0xFFFF)
      sorted[starts[digit]] = entry
      starts[digit] += 1
    }
    order = sorted
  }
  return order
}
