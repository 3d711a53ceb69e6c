extension Catalog {
  /// Whether a list is among those that were tracked through their git history.
  var hasHistories: Bool { changeEnds.count > 0 }

  /// Returns whether an entry is no longer in its list.
  public func isRemoved(_ entry: EntryIndex) -> Bool { bit(entry.number, of: removedBits) }

  /// Returns whether an entry was added in bulk, so that it is not news individually.
  public func isBulkAddition(_ entry: EntryIndex) -> Bool { bit(entry.number, of: bulkBits) }

  /// Returns the history of an entry from its list's git log; nil for one that comes from a page.
  public func history(of entry: EntryIndex) -> EntryHistory? {
    let range = changeRange(of: entry.number)
    guard !range.isEmpty else { return nil }
    return EntryHistory(
      changes: range.compactMap { change($0) }, isRemoved: isRemoved(entry),
      publishedDay: publishedDays[entry.number].flatMap { Day(number: Int($0)) },
      firstLink: firstLink(of: entry))
  }

  /// Returns the canonical form of the first link that an entry ever had; nil if it never had
  /// another.
  public func firstLink(of entry: EntryIndex) -> LinkKey? {
    let first = firstLinks.bytes(at: entry.number)
    return first.isEmpty ? nil : LinkKey(canonical: Array(first))
  }

  /// Returns whether changes are known of any entry of a list, from its git history or from the
  /// readings of its page.
  public func isTracked(_ list: ListIndex) -> Bool {
    guard let last = entries(of: list).last, let end = changeEnds[last] else { return false }
    let first = entries(of: list).lowerBound
    return end > (first > 0 ? changeEnds[first - 1] ?? 0 : 0)
  }

  /// Returns how many entries are in a list, without removed ones.
  ///
  /// Takes a step for every 64 entries of a list that was tracked.
  public func presentCount(of list: ListIndex) -> Int {
    let entries = entries(of: list)
    guard removedBits.count > 0 else { return entries.count }
    return entries.count - removedCount(in: entries)
  }

  /// How many entries are in their lists; takes a step for every 64 entries of tracked lists.
  public var presentCount: Int { count - removedCount(in: 0..<count) }

  private func removedCount(in entries: Range<Int>) -> Int {
    let first = entries.lowerBound >> 6
    let end = min(removedBits.count, (entries.upperBound + 63) >> 6)
    guard !entries.isEmpty, first < end else { return 0 }
    return (first..<end).reduce(0) { sum, word in
      var bits = removedBits[word] ?? 0
      let start = entries.lowerBound - word << 6
      let end = entries.upperBound - word << 6
      if start > 0 { bits &= .max << UInt64(start) }
      if end < 64 { bits &= (1 << UInt64(end)) - 1 }
      return sum + bits.nonzeroBitCount
    }
  }

  /// Returns the numbers of an entry's changes; empty for one that comes from a page.
  func changeRange(of entry: Int) -> Range<Int> {
    changeRange(of: entry..<entry + 1)
  }

  /// Returns the numbers of the changes of entries that follow on one another.
  func changeRange(of entries: Range<Int>) -> Range<Int> {
    guard let last = entries.last, let end = changeEnds[last] else { return 0..<0 }
    let start = entries.lowerBound > 0 ? Int(changeEnds[entries.lowerBound - 1] ?? 0) : 0
    // In a damaged image the changes of an entry may end before they begin.
    let limit = min(Int(end), changeDays.count)
    guard start < limit, mayClaim(limit - start, by: entries.count) else { return 0..<0 }
    return start..<limit
  }

  /// Returns a change by its number; nil for one whose day is damaged.
  private func change(_ number: Int) -> Change? {
    guard let day = changeDays[number].flatMap({ Day(number: Int($0)) }) else { return nil }
    let code = changeKinds[number] ?? 0
    let commit = split(commits[Int(changeCommits[number] ?? 0)], at: Separator.unit)
    return Change(
      kind: ChangeKind(code: code & ~HistoryColumns.bulkBit),
      day: day, commit: commit.first ?? "",
      author: commit.count > 1 ? commit[1] : "", subject: commit.count > 2 ? commit[2] : "",
      isBulk: code & HistoryColumns.bulkBit != 0, time: commit.count > 3 ? Int(commit[3]) : nil,
      number: Int(changeNumbers[number] ?? 0))
  }

  private func bit(_ index: Int, of words: NumberColumn<UInt64>) -> Bool {
    guard index >= 0, let word = words[index >> 6] else { return false }
    return word >> UInt64(index & 63) & 1 == 1
  }
}

extension ChangeKind {
  /// The number of the kind in an image.
  var code: UInt8 {
    switch self {
    case .added: 0
    case .edited: 1
    case .moved: 2
    case .removed: 3
    case .restored: 4
    case .categoryRenamed: 5
    }
  }

  /// Creates the kind of a number; of one that no kind has, `edited`, which says least.
  init(code: UInt8) { self = Self.allCases.first { $0.code == code } ?? .edited }
}
