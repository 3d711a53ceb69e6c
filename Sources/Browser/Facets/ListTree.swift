package import ListModel

/// In which order the lists pane has its lists.
package enum ListOrder: Equatable, Sendable {
  /// By title, A to Z.
  case name
  /// Most stars first.
  case stars
  /// The list with the latest addition first.
  case lastAddition
}

/// The lists of a catalog by subject, as the site's home page has them.
///
/// Built once for a catalog, from the columns of its lists alone. Where no list has a subject,
/// or all have the same, the lists stand without headings.
package struct ListTree: Sendable {
  private struct Item {
    let index: ListIndex
    let title: String
    /// The title folded to lower-case ASCII letters, to sort by.
    let key: [UInt8]
    let stars: Int
    let lastDay: Day?
    let hasFailed: Bool
    let isEmpty: Bool
  }

  private struct Shelf {
    let subject: String
    var items: [Item]
  }

  private var shelves: [Shelf] = []

  /// The tree of a catalog's lists, in an order; lists that share a title are told apart.
  package init(_ catalog: Catalog, order: ListOrder, isReversed: Bool = false) {
    let lists = (0..<catalog.listCount).map { catalog.list(ListIndex($0)) }
    var timesUsed: [[UInt8]: Int] = [:]
    for list in lists { timesUsed[lowercased(list.title), default: 0] += 1 }
    var numbers: [[UInt8]: Int] = [:]
    for (number, list) in lists.enumerated() {
      let index = ListIndex(number)
      let isShared = timesUsed[lowercased(list.title), default: 0] > 1
      let item = Item(
        index: index, title: isShared ? list.id.path : list.title,
        key: lowercased(isShared ? list.id.path : list.title), stars: list.stars?.count ?? -1,
        lastDay: catalog.days(of: index)?.upperBound,
        hasFailed: catalog.hasFailed(index), isEmpty: catalog.standingCount(of: index) == 0)
      let subject = list.subject ?? "Other lists"
      let key = Array(subject.utf8)
      if let shelf = numbers[key] {
        shelves[shelf].items.append(item)
      } else {
        numbers[key] = shelves.count
        shelves.append(Shelf(subject: subject, items: [item]))
      }
    }
    shelves.sort { lowercased($0.subject).lexicographicallyPrecedes(lowercased($1.subject)) }
    for shelf in shelves.indices {
      Self.sort(&shelves[shelf].items, by: order)
      if isReversed { shelves[shelf].items.reverse() }
    }
  }

  /// Whether the lists stand under headings.
  package var hasSubjects: Bool { shelves.count > 1 }

  /// The lists of a subject.
  package func lists(of subject: CategoryPath) -> Set<ListIndex> {
    guard let name = subject.headings.first,
      let shelf = shelves.first(where: { $0.subject.utf8.elementsEqual(name.utf8) })
    else { return [] }
    return Set(shelf.items.map(\.index))
  }

  /// The subject that a list stands under.
  package func subject(of list: ListIndex) -> FacetKey? {
    guard hasSubjects else { return nil }
    return shelves.first { $0.items.contains { $0.index == list } }.map {
      .subject(CategoryPath([$0.subject]))
    }
  }

  /// The rows to show: those with a count, the chosen one, and what it stands under.
  ///
  /// Where nothing narrows the entries, lists without any have a row as well, so that one can go
  /// there and read why.
  package func rows(
    counts: [Int], chosen: FacetKey, showsEmpty: Bool, isOpen: (FacetKey) -> Bool
  ) -> [FacetRow] {
    var rows: [FacetRow] = []
    for shelf in shelves {
      let subject = FacetKey.subject(CategoryPath([shelf.subject]))
      let shown = shelf.items.filter { item in
        count(item, counts) > 0 || showsEmpty && item.isEmpty || chosen == .list(item.index)
      }
      guard !shown.isEmpty || chosen == subject else { continue }
      if hasSubjects {
        let sum = shown.reduce(0) { $0 + count($1, counts) }
        rows.append(
          FacetRow(
            key: subject, label: shelf.subject, depth: 0, count: sum, isOpen: isOpen(subject),
            hasFailed: shown.contains(where: \.hasFailed)))
        guard isOpen(subject) else { continue }
      }
      rows += shown.map { item in
        FacetRow(
          key: .list(item.index), label: item.title, depth: hasSubjects ? 1 : 0,
          count: count(item, counts), isOpen: nil, hasFailed: item.hasFailed,
          isEmpty: item.isEmpty)
      }
    }
    return rows
  }
}

extension ListTree {
  private func count(_ item: Item, _ counts: [Int]) -> Int {
    item.index.number < counts.count ? counts[item.index.number] : 0
  }

  private static func sort(_ items: inout [Item], by order: ListOrder) {
    items.sort { left, right in
      switch order {
      case .name: break
      case .stars where left.stars != right.stars: return left.stars > right.stars
      case .lastAddition where left.lastDay != right.lastDay:
        return (left.lastDay?.number ?? .min) > (right.lastDay?.number ?? .min)
      case .stars, .lastAddition: break
      }
      return left.key.lexicographicallyPrecedes(right.key)
    }
  }
}

private func lowercased(_ text: String) -> [UInt8] { text.utf8.map(asciiLowercased) }
