import ListModel

/// A value of a facet by a name that outlives the catalog, unlike `FacetKey`.
package enum FacetValue: Equatable, Sendable {
  case all
  /// A list by its identity, `owner/name`.
  case list(String)
  /// All lists of a subject.
  case subject([String])
  /// A category by its headings.
  case category([String])
  /// A row of the dates pane: see `FacetKey.init(date:)`.
  case date(String)
  /// A tag, or entries without one if it is empty.
  case tag(String)

  /// Bytes for sorting the values of one facet.
  var bytes: [UInt8] {
    switch self {
    case .all: []
    case .list(let name), .date(let name), .tag(let name): Array(name.utf8)
    case .subject(let headings), .category(let headings):
      Array(headings.joined(separator: "\0").utf8)
    }
  }
}

extension FacetKey {
  /// Creates a row of the dates pane from its name: `2021`, `2021-05`, `2021-05-06`, the last two
  /// also with ` bulk`, `2021-W05`, `2021-W` for the year that weeks count to, or `undated`.
  ///
  /// Nil for anything else.
  init?(date name: String) {
    let bulk = " bulk"
    let isBulk = name.utf8.count > bulk.utf8.count && name.hasSuffix(bulk)
    let bytes = Array(isBulk ? name.utf8.dropLast(bulk.utf8.count) : name.utf8[...])
    func number(_ range: Range<Int>) -> Int? { Int(ascii: bytes[range]) }
    guard !isBulk || bytes.count == 7 || bytes.count == 10 else { return nil }
    switch bytes.count {
    case 4:
      guard let year = number(0..<4), (1...9_999).contains(year) else { return nil }
      self = .year(year)
    case 6 where bytes[4...].elementsEqual("-W".utf8):
      guard let year = number(0..<4), (1...9_999).contains(year) else { return nil }
      self = .weekYear(year)
    case 7 where bytes[4] == UInt8(ascii: "-"):
      guard let year = number(0..<4), let month = number(5..<7),
        Day(year: year, month: month, day: 1) != nil
      else { return nil }
      self = isBulk ? .bulk(year: year, month: month) : .month(year: year, month: month)
    case 8 where bytes[4...].starts(with: "-W".utf8):
      guard let year = number(0..<4), let week = number(6..<8),
        let found = ISOWeek(year: year, week: week)
      else { return nil }
      self = .week(found)
    case 10:
      guard let day = Day(iso: String(decoding: bytes, as: UTF8.self)) else { return nil }
      self = isBulk ? .bulkDay(day) : .day(day)
    default:
      guard name == "undated" else { return nil }
      self = .undated
    }
  }

  /// The name that `init(date:)` reads; nil for a row of another pane.
  var dateName: String? {
    switch self {
    case .year(let year): Self.year(year)
    case .month(let year, let month): Self.month(year, month)
    case .day(let day): day.description
    case .bulk(let year, let month): Self.month(year, month) + " bulk"
    case .bulkDay(let day): day.description + " bulk"
    case .weekYear(let year): Self.year(year) + "-W"
    case .week(let week): week.description
    case .undated: "undated"
    case .all, .list, .subject, .category, .tag, .untagged: nil
    }
  }

  private static func year(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func month(_ year: Int, _ month: Int) -> String {
    "\(Self.year(year))-\(month < 10 ? "0" : "")\(month)"
  }
}

extension FacetKey {
  /// Returns the ancestors of a row of the dates pane, innermost first.
  func datesAbove(in mode: DateMode) -> [FacetKey] {
    switch self {
    case .day(let day): return mode.path(of: day).dropLast().reversed()
    case .bulkDay(let day):
      let (year, month, _) = day.date
      return [.bulk(year: year, month: month), .month(year: year, month: month), .year(year)]
    case .bulk(let year, let month): return [.month(year: year, month: month), .year(year)]
    case .month(let year, _): return mode == .day ? [.year(year)] : []
    case .week(let week): return [.weekYear(week.year)]
    case .all, .list, .subject, .category, .year, .weekYear, .undated, .tag, .untagged: return []
    }
  }
}
