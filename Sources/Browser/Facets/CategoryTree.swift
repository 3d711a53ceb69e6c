package import ListModel

/// The categories of a catalog as a tree, so that a heading stands once with its sub-headings below.
///
/// Built once for a catalog; the counts of each search are then added up from the leaves.
package struct CategoryTree: Sendable {
  private struct Node {
    let path: CategoryPath
    var children: [Int] = []
    /// The category whose path this is, where entries stand right under it.
    var category: Int?
  }

  private var nodes: [Node] = []
  /// The parent of each node, -1 for a root.
  ///
  /// This and the node of each category stand by themselves, for all are gone through for each search.
  private var parents: [Int] = []
  private var places: [Int] = []
  private var roots: [Int] = []
  private var numbers: [CategoryPath: Int] = [:]

  /// The tree of a catalog's categories: in the order of the list where `inListOrder`, else by name.
  package init(_ catalog: Catalog, inListOrder: Bool) {
    for number in 0..<catalog.categories.count {
      let path = catalog.category(CategoryIndex(number))
      let node = insert(path.headings.isEmpty ? CategoryPath([""]) : path)
      nodes[node].category = number
      places.append(node)
    }
    if !inListOrder { sortByName() }
  }

  /// The categories at and below a path.
  package func categories(under path: CategoryPath) -> Set<CategoryIndex> {
    guard let start = numbers[path] else { return [] }
    var found: Set<CategoryIndex> = []
    var open = [start]
    while let node = open.popLast() {
      if let category = nodes[node].category { found.insert(CategoryIndex(category)) }
      open += nodes[node].children
    }
    return found
  }

  /// The rows to show: those with a count, the chosen one, and what these stand under.
  ///
  /// - Parameters:
  ///   - first: the row above all of them.
  ///   - counts: the matches of each category, by its number.
  ///   - chosen: the row that stays even without a match.
  ///   - isOpen: whether a heading shows what is below it.
  package func rows(
    below first: FacetRow, counts: [Int], chosen: FacetKey, isOpen: (FacetKey) -> Bool
  ) -> [FacetRow] {
    var sums = [Int](repeating: 0, count: nodes.count)
    for (category, count) in counts.prefix(places.count).enumerated() where count > 0 {
      sums[places[category]] += count
    }
    // A child is always inserted after its parent.
    for index in sums.indices.reversed() where sums[index] > 0 && parents[index] >= 0 {
      sums[parents[index]] += sums[index]
    }
    var kept = Set<Int>()
    if case .category(let path) = chosen {
      var node = numbers[path]
      while let index = node {
        kept.insert(index)
        node = parents[index] >= 0 ? parents[index] : nil
      }
    }
    var rows = [first]
    var open: [(node: Int, depth: Int)] = []
    for root in roots {
      open.append((root, 0))
      while let (index, depth) = open.popLast() {
        guard sums[index] > 0 || kept.contains(index) else { continue }
        let row = row(of: index, depth: depth, count: sums[index], isOpen)
        rows.append(row)
        if row.isOpen == true { open += nodes[index].children.reversed().map { ($0, depth + 1) } }
      }
    }
    return rows
  }

  private func row(
    of index: Int, depth: Int, count: Int, _ isOpen: (FacetKey) -> Bool
  ) -> FacetRow {
    let node = nodes[index]
    let key = FacetKey.category(node.path)
    let name = node.path.headings.last ?? ""
    return FacetRow(
      key: key, label: name.isEmpty ? "(no category)" : name, depth: depth, count: count,
      isOpen: node.children.isEmpty ? nil : isOpen(key))
  }
}

extension CategoryTree {
  private mutating func insert(_ path: CategoryPath) -> Int {
    if let number = numbers[path] { return number }
    let parent =
      path.headings.count > 1 ? insert(CategoryPath(Array(path.headings.dropLast()))) : nil
    let number = nodes.count
    nodes.append(Node(path: path))
    parents.append(parent ?? -1)
    numbers[path] = number
    if let parent { nodes[parent].children.append(number) } else { roots.append(number) }
    return number
  }

  private mutating func sortByName() {
    let keys = nodes.map { SortKey($0.path.headings.last ?? "") }
    let precedes: (Int, Int) -> Bool = { keys[$0] < keys[$1] }
    roots.sort(by: precedes)
    for index in nodes.indices { nodes[index].children.sort(by: precedes) }
  }
}

/// A heading in lower-case ASCII letters, to sort by; its first eight bytes decide most comparisons.
private struct SortKey {
  private let start: UInt64
  private let bytes: [UInt8]

  init(_ heading: String) {
    bytes = heading.utf8.map(asciiLowercased)
    var start: UInt64 = 0
    for place in 0..<8 { start = start << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
    self.start = start
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    left.start != right.start
      ? left.start < right.start : left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
