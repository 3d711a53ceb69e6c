import ListModel

/// In which order the lists pane has its lists.
package enum ListOrder: String, Sendable {
  /// By title, A to Z.
  case name
  /// Most stars first.
  case stars
  /// The list with the latest addition first.
  case lastAddition = "last-addition"
}

/// The lists of a catalog by subject, as the site's home page has them.
///
/// Built once for a catalog and an order, from the columns of its lists alone. Where no list has a
/// subject, or all have the same, the lists stand without headings.
struct ListTree {
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

  let values: FacetTree

  /// The tree of a catalog's lists, in an order; lists that share a title are told apart.
  init(_ catalog: Catalog, order: ListOrder, isReversed: Bool = false) {
    var shelves = Self.shelves(of: catalog)
    for shelf in shelves.indices {
      Self.sort(&shelves[shelf].items, by: order)
      if isReversed { shelves[shelf].items.reverse() }
    }
    values = Self.values(of: shelves, listCount: catalog.listCount)
  }

  /// The lists of a subject.
  func lists(of subject: CategoryPath) -> Set<ListIndex> {
    guard let value = values.value(of: .subject(subject)) else { return [] }
    return Set(values.members(of: value).map { ListIndex($0) })
  }

  /// The subject that a list stands under; nil where lists have no headings.
  func subject(of list: ListIndex) -> FacetKey? {
    guard let value = values.value(of: .list(list)) else { return nil }
    let depth = values[value].depth
    return (0..<value).last { values[$0].depth < depth }.map { values[$0].key }
  }
}

extension ListTree {
  private static func shelves(of catalog: Catalog) -> [Shelf] {
    let lists = (0..<catalog.listCount).map { catalog.list(ListIndex($0)) }
    var timesUsed: [[UInt8]: Int] = [:]
    for list in lists { timesUsed[lowercased(list.title), default: 0] += 1 }
    var shelves: [Shelf] = []
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
    return shelves
  }

  private static func values(of shelves: [Shelf], listCount: Int) -> FacetTree {
    var values: [FacetTree.Value] = []
    var places = [Int32](repeating: 0, count: listCount)
    var numbers: [CategoryPath: Int32] = [:]
    let hasSubjects = shelves.count > 1
    for shelf in shelves {
      if hasSubjects {
        let subject = CategoryPath([shelf.subject])
        numbers[subject] = Int32(values.count)
        values.append(
          FacetTree.Value(key: .subject(subject), label: shelf.subject, depth: 0))
      }
      for item in shelf.items {
        places[item.index.number] = Int32(values.count)
        values.append(
          FacetTree.Value(
            key: .list(item.index), label: item.title, depth: hasSubjects ? 1 : 0,
            hasFailed: item.hasFailed, isEmpty: item.isEmpty))
      }
    }
    return FacetTree(values, places: places, subjects: numbers)
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
