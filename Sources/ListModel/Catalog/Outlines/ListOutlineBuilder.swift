/// Sorts the lists of a catalog under their subjects.
struct ListOutlineBuilder {
  private struct Item {
    let list: ListIndex
    let showsPath: Bool
    /// The label in lower-case ASCII letters, to sort by.
    let key: [UInt8]
    let stars: Int32
    let lastDay: Int32
  }

  private struct SubjectGroup {
    /// The subject in lower-case ASCII letters, to sort by.
    let key: [UInt8]
    var items: [Item]
  }

  private let catalog: Catalog
  /// The lists of each subject, sorted by the subjects.
  private var groups: [SubjectGroup] = []

  init(_ catalog: Catalog) {
    self.catalog = catalog
    let titles = (0..<catalog.listCount).map { lowercased(catalog.listTitles.bytes(at: $0)) }
    var timesUsed: [[UInt8]: Int] = [:]
    for title in titles { timesUsed[title, default: 0] += 1 }
    var numbers: [[UInt8]: Int] = [:]
    for (list, title) in titles.enumerated() {
      let isShared = timesUsed[title, default: 0] > 1
      let item = Item(
        list: ListIndex(list), showsPath: isShared,
        key: isShared ? lowercased(catalog.listPaths.bytes(at: list)) : title,
        stars: catalog.listStars[list] ?? -1, lastDay: catalog.lastDay(of: ListIndex(list)))
      let subject = catalog.subject(ofList: list)
      let group = numbers[Array(subject), default: groups.count]
      if group == groups.count {
        numbers[Array(subject)] = group
        groups.append(SubjectGroup(key: lowercased(subject), items: []))
      }
      groups[group].items.append(item)
    }
    groups.sort { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Returns the lists in an order; those that share a title are shown by `owner/name`.
  func outline(in order: ListOutline.Order, reversed isReversed: Bool = false) -> ListOutline {
    var rows: [ListOutline.Row] = []
    var ends: [Int32] = []
    var places = [Int32](repeating: 0, count: catalog.listCount)
    var (failed, empty): ([Int], [Int]) = ([], [])
    for group in groups {
      var items = group.items
      Self.sort(&items, by: order)
      if isReversed { items.reverse() }
      if groups.count > 1, let first = items.first {
        rows.append(.subject(of: first.list.number))
        ends.append(Int32(rows.count + items.count))
      }
      for item in items {
        if catalog.hasFailed(item.list) { failed.append(rows.count) }
        if catalog.presentCount(of: item.list) == 0 { empty.append(rows.count) }
        places[item.list.number] = Int32(rows.count)
        rows.append(.list(item.list.number, showsPath: item.showsPath))
        ends.append(Int32(rows.count))
      }
    }
    return ListOutline(
      order: order, rows: rows, ends: ends, places: places, failed: failed, empty: empty)
  }

  private static func sort(_ items: inout [Item], by order: ListOutline.Order) {
    items.sort { left, right in
      switch order {
      case .stars where left.stars != right.stars: return left.stars > right.stars
      case .lastAddition where left.lastDay != right.lastDay: return left.lastDay > right.lastDay
      case .name, .stars, .lastAddition: return left.key.lexicographicallyPrecedes(right.key)
      }
    }
  }
}

extension Catalog {
  /// Returns the subject of a list, and a common one for those without.
  func subject(ofList list: Int) -> UnsafeRawBufferPointer {
    let subject = listSubjects.bytes(at: list)
    let none: StaticString = "Other lists"
    return subject.isEmpty
      ? UnsafeRawBufferPointer(start: none.utf8Start, count: none.utf8CodeUnitCount) : subject
  }
}

private func lowercased(_ text: UnsafeRawBufferPointer) -> [UInt8] { text.map(asciiLowercased) }
