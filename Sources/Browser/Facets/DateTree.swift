import ListModel
package import ListSearch

/// How the dates pane groups days.
package enum DateMode: String, CaseIterable, Sendable {
  /// Year, month, day.
  case day
  /// ISO year, ISO week.
  case week
  case month
  case year

  /// The grouping that `w` comes to next.
  package var next: DateMode {
    switch self {
    case .day: .week
    case .week: .month
    case .month: .year
    case .year: .day
    }
  }

  /// The keys that a day is found under, outermost first.
  func path(of day: Day) -> [FacetKey] {
    let (year, month, _) = day.date
    switch self {
    case .day: return [.year(year), .month(year: year, month: month), .day(day)]
    case .week:
      let week = ISOWeek(of: day)
      return [.weekYear(week.year), .week(week)]
    case .month: return [.month(year: year, month: month)]
    case .year: return [.year(year)]
    }
  }

  /// The keys of what came in bulk on a day: by day it is folded, lest it hide the other days.
  func pathInBulk(of day: Day) -> [FacetKey] {
    guard self == .day else { return path(of: day) }
    let (year, month, _) = day.date
    return path(of: day).dropLast() + [.bulk(year: year, month: month), .bulkDay(day)]
  }
}

/// The days of a search grouped into rows, newest first.
package struct DateTree: Sendable {
  private struct Node {
    let key: FacetKey
    let depth: Int
    var count: Int
    let hasChildren: Bool
    let parent: Int?
  }

  private var nodes: [Node] = []

  /// Groups days that come newest first; what came in bulk follows on the other days of its month.
  ///
  /// Cost: linear in the days.
  ///
  /// - Parameter chosen: the row that stays even without a match.
  package init(_ days: [DayCount], mode: DateMode, keeping chosen: FacetKey = .all) {
    var parts = DatePart.parts(of: days, mode: mode)
    if let part = DatePart(without: chosen, mode: mode),
      !parts.contains(where: { $0.path.contains(chosen) })
    {
      parts.insert(part, at: parts.firstIndex { part.precedes($0) } ?? parts.endIndex)
    }
    var open: [Int] = []
    for part in parts { add(part, below: &open) }
  }

  /// Adds a part; `open` are the nodes that the one before lies in, outermost first.
  ///
  /// Parts of one row follow one another, so a node is the one before or a new one.
  private mutating func add(_ part: DatePart, below open: inout [Int]) {
    for (depth, key) in part.path.enumerated() {
      if depth >= open.count || nodes[open[depth]].key != key {
        open.removeSubrange(min(depth, open.count)...)
        nodes.append(
          Node(
            key: key, depth: depth, count: 0, hasChildren: depth < part.path.count - 1,
            parent: open.last))
        open.append(nodes.count - 1)
      }
      nodes[open[depth]].count += part.count
    }
  }

  /// The rows to show: those whose parents are all open.
  package func rows(isOpen: (FacetKey) -> Bool) -> [FacetRow] {
    var rows: [FacetRow] = []
    var shown = [Bool](repeating: true, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent {
        shown[index] = shown[parent] && isOpen(nodes[parent].key)
      }
      guard shown[index] else { continue }
      rows.append(
        FacetRow(
          key: node.key, label: Self.label(node.key, depth: node.depth), depth: node.depth,
          count: node.count, isOpen: node.hasChildren ? isOpen(node.key) : nil))
    }
    return rows
  }

  /// What a date row is called; a month says its year only where no year stands above it.
  static func label(_ key: FacetKey, depth: Int) -> String {
    switch key {
    case .year(let year), .weekYear(let year): return String(year)
    case .month(let year, let month):
      return depth > 0 ? monthName(month) : "\(monthName(month)) \(year)"
    case .day(let day), .bulkDay(let day):
      return "\(day.weekday.name.prefix(3)) \(day.date.day)"
    case .bulk: return "in bulk"
    case .week(let week):
      let (first, last) = (week.days.lowerBound.date, week.days.upperBound.date)
      let start = "\(monthName(first.month).prefix(3)) \(first.day)"
      let end =
        first.month == last.month
        ? "\(last.day)" : "\(monthName(last.month).prefix(3)) \(last.day)"
      return "W\(week.week < 10 ? "0" : "")\(week.week)  \(start)–\(end)"
    case .undated: return "no date"
    case .all: return "All"
    case .list, .subject, .category: return ""
    }
  }
}

/// The English name of a month, 1 to 12.
package func monthName(_ month: Int) -> String {
  let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  return names.indices.contains(month - 1) ? names[month - 1] : String(month)
}
