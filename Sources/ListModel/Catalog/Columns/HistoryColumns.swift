/// Builds the columns with the histories of entries.
///
/// In a catalog without tracked lists all of them are empty and cost nothing.
///
///     entryChangeEnd   for each entry the number of changes up to its own, which follow on one another
///     changeDay, changeKind, changeCommit   of each change; the kind's highest bit is set for a bulk one
///     changeNumber     of each change; see `Change.number`
///     commit           each commit that changed entries: hash, author, subject, time in seconds
///     entryRemoved, entryBulk   a bit for each entry: no longer in its list, added in bulk
///     entryPublishedDay   the published page's day where it is another one, else `Int32.min`
///     entryFirstLink   the canonical form of the first link if it is not the present one
struct HistoryColumns {
  private(set) var commits = InternedTexts()
  private var ends: [UInt32] = []
  private var days: [Int32] = []
  private var kinds: [UInt8] = []
  private var commitNumbers: [UInt32] = []
  private var numbers: [UInt32] = []
  private var removed = BitColumn()
  private var bulk = BitColumn()
  private var publishedDays: [Int32] = []
  private var firstLinks = SparseTextColumn()
  private var count = 0

  static let bulkBit: UInt8 = 0x80

  /// Adds the history of the next entry; nil for one that comes from a page.
  mutating func append(_ history: EntryHistory?) {
    guard let history, !history.changes.isEmpty else { return appendNothing() }
    makeRoom()
    for change in history.changes {
      days.append(Int32(clamping: change.day.number))
      kinds.append(change.kind.code | (change.isBulk ? Self.bulkBit : 0))
      numbers.append(UInt32(clamping: change.number))
      commitNumbers.append(
        commits.index {
          let time = change.time.map { String($0) } ?? ""
          appendUnits([change.commit, change.author, change.subject, time], to: &$0)
        })
    }
    (history.firstLink?.bytes ?? []).withUnsafeBytes { firstLinks.append($0) }
    end(
      isRemoved: history.isRemoved, isBulk: history.isBulkAddition,
      publishedDay: history.publishedDay.map { Int32(clamping: $0.number) } ?? .min)
  }

  /// Adds the histories of entries of another catalog.
  ///
  /// `published` gives the published page's day of an entry; `Int32.min` if there is none.
  mutating func append(
    _ entries: Range<Int>, of catalog: Catalog, published: ((Int) -> Int32)?
  ) {
    guard catalog.hasHistories else {
      for _ in entries { appendNothing() }
      return
    }
    var texts = TextNumbers(of: catalog.commits)
    for entry in entries {
      let range = catalog.changeRange(of: entry)
      guard !range.isEmpty else {
        appendNothing()
        continue
      }
      makeRoom()
      for change in range {
        days.append(catalog.changeDays[change] ?? 0)
        kinds.append(catalog.changeKinds[change] ?? 0)
        commitNumbers.append(
          texts.number(of: catalog.changeCommits[change] ?? 0, in: &commits))
        numbers.append(catalog.changeNumbers[change] ?? 0)
      }
      let known = catalog.publishedDays[entry] ?? .min
      firstLinks.append(catalog.firstLinks.bytes(at: entry))
      end(
        isRemoved: catalog.isRemoved(EntryIndex(entry)),
        isBulk: catalog.isBulkAddition(EntryIndex(entry)),
        publishedDay: published?(entry) ?? known)
    }
  }

  func add(to writer: inout CatalogImageWriter) {
    writer.add(.commit, commits.column)
    writer.add(.entryChangeEnd, numbers: ends)
    writer.add(.changeDay, numbers: days)
    writer.add(.changeKind, numbers: kinds)
    writer.add(.changeCommit, numbers: commitNumbers)
    writer.add(.changeNumber, numbers: numbers)
    writer.add(.entryRemoved, numbers: removed.words)
    writer.add(.entryBulk, numbers: bulk.words)
    writer.add(.entryPublishedDay, numbers: publishedDays)
    writer.add(.entryFirstLink, firstLinks.column)
  }

  /// Returns whether an entry that was added is no longer in its list.
  func isRemoved(_ entry: Int) -> Bool { removed.has(entry) }

  /// Returns the first link of an entry that was added, if it is not the present one.
  func firstLink(of entry: Int) -> LinkKey? {
    firstLinks.text(at: entry).map { LinkKey(canonical: $0) }
  }

  private mutating func appendNothing() {
    if !ends.isEmpty { ends.append(UInt32(days.count)) }
    if !publishedDays.isEmpty { publishedDays.append(.min) }
    firstLinks.appendNothing()
    count += 1
  }

  /// Lays out the columns for the previous entries, none of which has a history.
  private mutating func makeRoom() {
    if ends.isEmpty { ends = Array(repeating: 0, count: count) }
  }

  private mutating func end(isRemoved: Bool, isBulk: Bool, publishedDay: Int32) {
    ends.append(UInt32(days.count))
    if isRemoved { removed.set(count) }
    if isBulk { bulk.set(count) }
    if publishedDay != .min, publishedDays.isEmpty {
      publishedDays = Array(repeating: .min, count: count)
    }
    count += 1
    if publishedDay != .min || !publishedDays.isEmpty { publishedDays.append(publishedDay) }
  }
}

/// A bit for each entry, up to the last one that is set.
private struct BitColumn {
  private(set) var words: [UInt64] = []

  mutating func set(_ index: Int) {
    let missing = index >> 6 + 1 - words.count
    if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
    words[index >> 6] |= 1 << UInt64(index & 63)
  }

  func has(_ index: Int) -> Bool {
    index >> 6 < words.count && words[index >> 6] >> UInt64(index & 63) & 1 == 1
  }
}
