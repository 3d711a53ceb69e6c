import ListModel
import ListSearch
import Synchronization

/// The values of a facet as a tree, numbered in depth-first order.
///
/// A value is directly followed by everything below it, so its count is the difference of two
/// running totals, and a closed value is skipped in one step.
final class FacetTree: Sendable {
  /// A value; those below it follow it at a greater depth.
  struct Value {
    let key: FacetKey
    let label: String
    let depth: Int
    /// Whether it is a list without any entry.
    var isEmpty = false
  }

  /// The source of the values; their texts stay in the catalog until they are shown.
  private enum Content {
    case lists(ListOutline)
    case categories(CategoryOutline)
  }

  /// For each value, the number after all that are below it.
  let ends: [Int32]
  /// The lists that failed and those that are empty, in ascending order; usually none.
  let failed: [Int]
  let empty: [Int]
  private let content: Content
  private let catalog: Catalog
  /// The value of each list or category, by its number in the catalog.
  private let places: [Int32]
  /// The values of requested categories, because each search asks for the same ones.
  private let known = Mutex<[CategoryPath: Int?]>([:])

  /// Creates the tree of lists.
  init(_ outline: ListOutline, of catalog: Catalog) {
    content = .lists(outline)
    self.catalog = catalog
    (places, ends) = (outline.places, outline.ends)
    (failed, empty) = (outline.failed, outline.empty)
  }

  /// Creates the tree of categories.
  init(_ outline: CategoryOutline, of catalog: Catalog) {
    content = .categories(outline)
    self.catalog = catalog
    (places, ends) = (outline.places, outline.ends)
    (failed, empty) = ([], [])
  }

  /// A value by its number.
  subscript(number: Int) -> Value {
    switch content {
    case .lists(let outline):
      let row = outline.rows[number]
      let label = String(decoding: catalog.label(of: row), as: UTF8.self)
      guard !row.isSubject else {
        return Value(key: .subject(CategoryPath([label])), label: label, depth: 0)
      }
      return Value(
        key: .list(row.list), label: label, depth: outline.hasSubjects ? 1 : 0,
        isEmpty: empty.contains(number))
    case .categories(let outline):
      let path = catalog.path(ofHeading: number, in: outline)
      let name = path.headings.last ?? ""
      return Value(
        key: .category(path), label: name.isEmpty ? "(no category)" : name,
        depth: Int(outline.depths[number]))
    }
  }

  /// Appends the folded label of a value, without creating a string.
  func appendFoldedLabel(of number: Int, to bytes: inout [UInt8]) {
    let label =
      switch content {
      case .lists(let outline): catalog.label(of: outline.rows[number])
      case .categories(let outline): catalog.heading(number, of: outline)
      }
    fold(label, keepingCase: false, into: &bytes)
  }

  /// Returns the value of a key; nil if the catalog has none.
  func value(of key: FacetKey) -> Int? {
    switch (key, content) {
    case (.list(let list), .lists):
      places.indices.contains(list.number) ? Int(places[list.number]) : nil
    case (.subject(let path), .lists(let outline)): value(ofSubject: path, in: outline)
    case (.category(let path), .categories(let outline)):
      known.withLock { known in
        if let value = known[path] { return value }
        let value = catalog.heading(at: path, in: outline)
        known.updateValue(value, forKey: path)
        return value
      }
    default: nil
    }
  }

  /// Returns the row of a subject; linear in the number of subjects.
  private func value(ofSubject path: CategoryPath, in outline: ListOutline) -> Int? {
    guard outline.hasSubjects, path.headings.count == 1 else { return nil }
    var number = 0
    while number < outline.rows.count {
      if catalog.label(of: outline.rows[number]).elementsEqual(path.headings[0].utf8) {
        return number
      }
      number = Int(ends[number])
    }
    return nil
  }

  /// Returns the outermost ancestor of a value; nil for an outermost value.
  func outermost(above value: Int) -> Int? {
    var number = 0
    while number < value, Int(ends[number]) <= value { number = Int(ends[number]) }
    return number < value ? number : nil
  }

  /// Returns the numbers of the lists or categories at and below a value.
  func members(of value: Int) -> [Int] {
    let range = Int32(value)..<ends[value]
    return places.indices.filter { range.contains(places[$0]) }
  }

  /// Returns running totals: the number of entries of all values before each one, and the sum at
  /// the end.
  ///
  /// - Parameter counts: the entries of each list or category, by its number.
  func totals(_ counts: [Int]) -> [UInt32] {
    var totals = [UInt32](repeating: 0, count: ends.count + 1)
    for number in 0..<min(counts.count, places.count) where counts[number] != 0 {
      totals[Int(places[number]) + 1] &+= UInt32(truncatingIfNeeded: counts[number])
    }
    var sum: UInt32 = 0
    for number in totals.indices {
      sum &+= totals[number]
      totals[number] = sum
    }
    return totals
  }
}
