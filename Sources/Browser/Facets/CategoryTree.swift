import ListModel

/// The categories of a catalog as a tree, so that a heading stands once with its sub-headings below.
///
/// Built once for a catalog.
struct CategoryTree {
  let values: FacetTree

  /// In which order headings stand that are under the same one.
  enum Order: String {
    /// As the list has them.
    case list
    case name
    /// Those with the most entries first, and of equals by name.
    case count
  }

  /// The tree of a catalog's categories.
  ///
  /// Takes a step for each category and, in the order of counts, for each entry.
  init(_ catalog: Catalog, in order: Order) {
    var headings = Headings()
    let places = (0..<catalog.categories.count).map { number in
      let path = catalog.category(CategoryIndex(number))
      return headings.insert(path.headings.isEmpty ? CategoryPath([""]) : path)
    }
    if order == .count { headings.count(catalog, places: places) }
    values = headings.tree(places: places, in: order)
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
  /// How many entries stand under each heading; none where that was not counted.
  private var counts: [Int] = []

  /// Counts the entries that stand in their lists under each heading and those below it.
  mutating func count(_ catalog: Catalog, places: [Int32]) {
    var counts = [Int](repeating: 0, count: paths.count)
    for entry in 0..<catalog.count where !catalog.isRemoved(EntryIndex(entry)) {
      let category = Int(catalog.entryCategories[entry] ?? .max)
      if category < places.count { counts[Int(places[category])] += 1 }
    }
    // What stands under a heading is come upon after it.
    for heading in counts.indices.reversed() where parents[heading] >= 0 {
      counts[Int(parents[heading])] += counts[heading]
    }
    self.counts = counts
  }

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
  func tree(places: [Int32], in wanted: CategoryTree.Order) -> FacetTree {
    let order = order(wanted)
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
  private func order(_ wanted: CategoryTree.Order) -> [Int] {
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
    if wanted != .list {
      let keys = paths.map { SortKey($0.headings.last ?? "") }
      for (start, end) in zip(starts, ends) where end > start + 1 {
        siblings[start..<end].sort { left, right in
          if wanted == .count, counts[left] != counts[right] { return counts[left] > counts[right] }
          return keys[left] < keys[right]
        }
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

/// A heading in lower-case ASCII letters, without the punctuation that it begins with, to sort by.
///
/// Its first eight bytes decide most comparisons.
private struct SortKey {
  private let start: UInt64
  private let bytes: [UInt8]

  init(_ heading: String) {
    let lowercased = heading.utf8.map(asciiLowercased)
    let name = lowercased.drop { !isLetterOrDigit($0) }
    bytes = name.isEmpty ? lowercased : Array(name)
    var start: UInt64 = 0
    for place in 0..<8 { start = start << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0) }
    self.start = start
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    left.start != right.start
      ? left.start < right.start : left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Whether a byte is of a letter or digit; all that is not ASCII counts as letters.
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}
