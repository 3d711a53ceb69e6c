import ListModel
import ListSearch

/// The days of a search grouped into rows, newest first.
///
/// A search over years of additions counts thousands of days, of which the rows of an open month or
/// two are shown: days are added up in one pass, and rows are created only for the days that are
/// shown.
struct DateTree {
  /// The days of a month or a week, the smallest groups of days.
  private struct Span {
    let first: Day
    var days: Range<Int>
    var count = 0
    var bulk = 0
    var new = 0
    var newInBulk = 0
  }

  private let days: [DayCount]
  private let mode: DateMode
  private let chosen: FacetKey
  private let names: DateNames
  private var spans: [Span] = []
  private var rows: [FacetRow] = []
  /// The last row of the first level.
  private var outer = 0

  /// Returns the rows to show, those whose parents are all open; bulk additions follow the other
  /// days of their month.
  ///
  /// - Parameters:
  ///   - days: newest first.
  ///   - chosen: the row that stays even without a match.
  static func rows(
    _ days: [DayCount], mode: DateMode, keeping chosen: FacetKey, in names: DateNames,
    isOpen: (FacetKey) -> Bool
  ) -> [FacetRow] {
    var tree = DateTree(days, mode: mode, keeping: chosen, in: names)
    for span in tree.spans { tree.add(span, isOpen) }
    return tree.rows
  }

  private init(
    _ days: [DayCount], mode: DateMode, keeping chosen: FacetKey, in names: DateNames
  ) {
    self.names = names
    self.mode = mode
    self.chosen = chosen
    var days = days
    if let day = chosen.days?.lowerBound, !days.contains(where: { $0.isCounted(by: chosen) }),
      !days.contains(where: { $0.day == day })
    {
      days.insert(
        DayCount(day: day, count: 0), at: days.firstIndex { $0.day < day } ?? days.endIndex)
    }
    self.days = days
    var start = 0
    while start < days.count {
      let first = mode.start(of: days[start].day)
      var span = Span(first: first, days: start..<start)
      var end = start
      // Each round consumes at least one day, so days in a wrong order terminate as well.
      repeat {
        span.count += days[end].count
        span.bulk += days[end].bulk
        span.new += days[end].new
        span.newInBulk += days[end].newInBulk
        end += 1
      } while end < days.count && days[end].day >= first
      span.days = start..<end
      spans.append(span)
      start = end
    }
  }

  private mutating func add(_ span: Span, _ isOpen: (FacetKey) -> Bool) {
    let path = mode.path(of: span.first)
    if rows.indices.contains(outer), rows[outer].key == path[0] {
      rows[outer].count += span.count
      rows[outer].new += span.new
    } else {
      outer = rows.count
      append(
        path[0], depth: 0, count: span.count, new: span.new, hasRows: mode.hasInnerRows, isOpen)
    }
    // A chosen year without matches has no rows below it.
    guard mode.hasInnerRows, isOpen(path[0]), span.count > 0 || chosen != path[0] else { return }
    append(path[1], depth: 1, count: span.count, new: span.new, hasRows: mode == .day, isOpen)
    guard mode == .day, isOpen(path[1]), span.count > 0 || chosen != path[1] else { return }
    addDays(of: span, isOpen)
  }

  private mutating func addDays(of span: Span, _ isOpen: (FacetKey) -> Bool) {
    for day in days[span.days] where day.count > day.bulk || chosen == .day(day.day) {
      append(
        .day(day.day), depth: 2, count: day.count - day.bulk, new: day.new - day.newInBulk,
        hasRows: false, isOpen)
    }
    let (year, month, _) = span.first.date
    let bulk = FacetKey.bulk(year: year, month: month)
    let hasChosenDay = days[span.days].contains { chosen == .bulkDay($0.day) }
    guard span.bulk > 0 || chosen == bulk || hasChosenDay else { return }
    append(bulk, depth: 2, count: span.bulk, new: span.newInBulk, hasRows: true, isOpen)
    guard isOpen(bulk) else { return }
    for day in days[span.days] where day.bulk > 0 || chosen == .bulkDay(day.day) {
      append(
        .bulkDay(day.day), depth: 3, count: day.bulk, new: day.newInBulk, hasRows: false, isOpen)
    }
  }

  private mutating func append(
    _ key: FacetKey, depth: Int, count: Int, new: Int, hasRows: Bool,
    _ isOpen: (FacetKey) -> Bool
  ) {
    // A heading shown only because it is chosen has no rows to open.
    let isEmpty = count == 0 && key == chosen
    rows.append(
      FacetRow(
        key: key, label: Self.label(key, depth: depth, in: names), depth: depth, count: count,
        new: new,
        isOpen: hasRows && !isEmpty ? isOpen(key) : nil))
  }

  /// Returns the label of a date row; a month names its year only if no year is above it.
  static func label(_ key: FacetKey, depth: Int, in names: DateNames) -> String {
    switch key {
    case .year(let year), .weekYear(let year): return String(year)
    case .month(let year, let month):
      return depth > 0 ? names.month(month) : names.month(month, of: year)
    case .day(let day), .bulkDay(let day): return names.dayInMonth(day)
    case .bulk: return "in bulk"
    case .week(let week):
      return "W\(week.week < 10 ? "0" : "")\(week.week)  \(names.span(week.days))"
    case .undated: return "no date"
    case .all: return "All"
    case .list, .subject, .category, .tag, .untagged: return ""
    }
  }
}

extension DayCount {
  /// Returns whether the count of a row includes part of it.
  fileprivate func isCounted(by row: FacetKey) -> Bool {
    guard let days = row.days, days.contains(day) else { return false }
    return switch row {
    case .day: count > bulk
    case .bulk, .bulkDay: bulk > 0
    default: count > 0
    }
  }
}
