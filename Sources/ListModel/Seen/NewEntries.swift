/// The entries of a catalog that are new to the user: those added since the last visit.
///
/// An entry of a visited list is new if its number (`Catalog.number(of:)`) is beyond the seen point
/// of the list. If the point has another origin, as after the cache was deleted, on another
/// machine, or after a history was rewritten, the numbers cannot be compared: then an entry is new
/// if its day is later than that of the visit. On the first visit of a list the entries of the last
/// few days are new. Marks of single entries take precedence, and removed entries are never new.
public struct NewEntries: Equatable, Sendable {
  /// The new entries.
  public private(set) var entries = EntrySet()
  /// How many lists have any.
  public private(set) var listCount = 0
  /// When the last visit ended; nil if this is the first.
  public let lastVisit: Timestamp?

  /// How many days are new on the first visit, unless configured otherwise.
  public static let firstDays = 7

  /// Creates no entry is new.
  public init() { lastVisit = nil }

  /// Creates the new entries of a catalog.
  ///
  /// Costs a pass over the numbers of all entries, and one over the links of each list in which
  /// single entries were marked unseen.
  ///
  /// - Parameter firstDays: how many days are new on the first visit of a list.
  public init(in catalog: Catalog, seen: Seen, today: Day, firstDays: Int = Self.firstDays) {
    lastVisit = seen.lastVisit
    var words = [UInt64](repeating: 0, count: (catalog.count + 63) / 64)
    let (numbers, days) = (catalog.entryNumbers, catalog.entryDays)
    for number in 0..<catalog.listCount {
      let list = ListIndex(number)
      let known = seen[ListID(catalog.listPaths[number])]
      let limits = SeenLimits(known, of: list, in: catalog, today: today, firstDays: firstDays)
      var isAny = false
      for entry in catalog.entries(of: list)
      where limits.isNew(number: numbers[entry] ?? 0, day: days[entry] ?? .min)
        && known?.isSeen(entry, in: catalog) != true
      {
        guard !catalog.isRemoved(EntryIndex(entry)) else { continue }
        words[entry >> 6] |= 1 << UInt64(entry & 63)
        isAny = true
      }
      for entry in known?.unseenEntries(of: list, in: catalog) ?? [] {
        words[entry >> 6] |= 1 << UInt64(entry & 63)
        isAny = true
      }
      if isAny { listCount += 1 }
    }
    entries = EntrySet(words: words)
  }

  /// Returns whether an entry is new.
  public func contains(_ entry: EntryIndex) -> Bool { entries.contains(entry) }

  /// Whether none is.
  public var isEmpty: Bool { entries.isEmpty }
}

/// Beyond which number or day entries of a list are new.
struct SeenLimits {
  /// The last seen number; nil if no seen point has the catalog's origin.
  private var number: UInt32?
  /// The last day that is seen regardless of numbers; `Int32.min` for none.
  private var day = Int32.min

  /// Creates the limits of a list; of one that was never seen, those of a first visit.
  init(
    _ seen: SeenList?, of list: ListIndex, in catalog: Catalog, today: Day, firstDays: Int
  ) {
    guard let seen, !seen.points.isEmpty else {
      day = Int32(clamping: today.number - firstDays)
      return
    }
    for (origin, point) in seen.latestPoints {
      if catalog.counts(origin, point.number, in: list) {
        number = max(number ?? 0, UInt32(clamping: point.number))
      } else {
        day = max(day, Int32(clamping: point.visited.day?.number ?? 0))
      }
    }
  }

  /// Returns whether an entry, marks aside, is later than the seen point.
  @inline(__always)
  func isNew(_ entry: Int, in catalog: Catalog) -> Bool {
    isNew(number: catalog.entryNumbers[entry] ?? 0, day: catalog.entryDays[entry] ?? .min)
  }

  /// Returns whether a change with a number and a day is later than the seen point.
  @inline(__always)
  func isNew(number change: UInt32, day changeDay: Int32) -> Bool {
    if let number, change <= number { return false }
    // Without a number only the day counts; with one, a day that another machine has seen.
    return number == nil || day > .min ? changeDay > day : true
  }
}

extension SeenList {
  /// Returns whether an entry was marked as seen.
  func isSeen(_ entry: Int, in catalog: Catalog) -> Bool {
    guard !marks.isEmpty else { return false }
    return marks[catalog.identity(of: EntryIndex(entry))]?.isSeen ?? false
  }

  /// Returns the entries of a list that are in it and were marked as unseen.
  func unseenEntries(of list: ListIndex, in catalog: Catalog) -> [Int] {
    guard marks.contains(where: { !$0.value.isSeen }) else { return [] }
    return catalog.entries(of: list).filter { entry in
      marks[catalog.identity(of: EntryIndex(entry))].map { !$0.isSeen } ?? false
        && !catalog.isRemoved(EntryIndex(entry))
    }
  }
}
