import ListModel

/// The categories of a catalog as a tree, so that a heading stands once with its sub-headings below.
///
/// Built once for a catalog.
struct CategoryTree {
  let values: FacetTree

  /// The tree of a catalog's categories: in the order of the list where `inListOrder`, else by name.
  init(_ catalog: Catalog, inListOrder: Bool) {
    var headings = Headings()
    let places = (0..<catalog.categories.count).map { number in
      let path = catalog.category(CategoryIndex(number))
      return headings.insert(path.headings.isEmpty ? CategoryPath([""]) : path)
    }
    values = headings.tree(places: places, inListOrder: inListOrder)
  }

  /// The categories at and below a path.
  func categories(under path: CategoryPath) -> Set<CategoryIndex> {
    guard let value = values.value(of: .category(path)) else { return [] }
    return Set(values.members(of: value).map { CategoryIndex($0) })
  }
}

/// Headings in the order in which they are come upon, one that stands under another after it.
private struct Headings {
  private var paths: [CategoryPath] = []
  /// What each heading stands under; -1 for nothing.
  private var parents: [Int32] = []
  private var numbers: [CategoryPath: Int32] = [:]

  /// The number of a heading, which is put behind the others where it is new.
  mutating func insert(_ path: CategoryPath) -> Int32 {
    if let number = numbers[path] { return number }
    let parent =
      path.headings.count > 1 ? insert(CategoryPath(Array(path.headings.dropLast()))) : -1
    let number = Int32(paths.count)
    paths.append(path)
    parents.append(parent)
    numbers[path] = number
    return number
  }

  /// The headings as a tree.
  ///
  /// - Parameter places: the heading of each category.
  func tree(places: [Int32], inListOrder: Bool) -> FacetTree {
    let order = order(byName: !inListOrder)
    var positions = [Int32](repeating: 0, count: paths.count)
    for (position, heading) in order.enumerated() { positions[heading] = Int32(position) }
    let values = order.map { heading in
      let name = paths[heading].headings.last ?? ""
      return FacetTree.Value(
        key: .category(paths[heading]), label: name.isEmpty ? "(no category)" : name,
        depth: paths[heading].headings.count - 1)
    }
    return FacetTree(
      values, places: places.map { positions[Int($0)] },
      numbers: numbers.mapValues { positions[Int($0)] })
  }

  /// The headings in the order in which they are shown, each before those below it.
  private func order(byName: Bool) -> [Int] {
    // What stands under each heading lies together, what stands under nothing first.
    var starts = [Int](repeating: 0, count: paths.count + 2)
    for parent in parents { starts[Int(parent) + 2] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var ends = starts
    var siblings = [Int](repeating: 0, count: paths.count)
    for (heading, parent) in parents.enumerated() {
      siblings[ends[Int(parent) + 1]] = heading
      ends[Int(parent) + 1] += 1
    }
    if byName {
      let keys = paths.map { SortKey($0.headings.last ?? "") }
      for (start, end) in zip(starts, ends) where end > start + 1 {
        siblings[start..<end].sort { keys[$0] < keys[$1] }
      }
    }
    var order: [Int] = []
    var waiting = Array(siblings[starts[0]..<ends[0]].reversed())
    while let heading = waiting.popLast() {
      order.append(heading)
      waiting += siblings[starts[heading + 1]..<ends[heading + 1]].reversed()
    }
    return order
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
