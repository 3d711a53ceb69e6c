import ListModel
import ListSearch
import Synchronization

/// The values of a facet as a tree, in the order in which they stand with all of them open.
///
/// Numbered like that, a value has all that is below it right behind it: what it counts is the
/// difference of two running totals, and what is closed is left out by a step.
final class FacetTree: Sendable {
  /// A value; those below it follow it, one deeper.
  struct Value {
    let key: FacetKey
    let label: String
    let depth: Int
    /// Whether it is a list that failed at the last sync.
    var hasFailed = false
    /// Whether it is a list without any entry.
    var isEmpty = false
  }

  /// What the values are made of.
  private enum Content {
    /// Lists and subjects, and where in the values the subjects stand.
    case values([Value], subjects: [CategoryPath: Int32])
    /// Categories, whose texts stay in the catalog until one is shown.
    case outline(CategoryOutline, Catalog)
  }

  /// Of each value, the one behind all that are below it.
  let ends: [Int32]
  /// The lists that failed and those that are empty, rising; mostly none.
  let failed: [Int]
  let empty: [Int]
  private let content: Content
  /// The value of each list or category, by its number in the catalog.
  private let places: [Int32]
  /// The values of categories that were asked for, since each search asks for the same ones.
  private let known = Mutex<[CategoryPath: Int?]>([:])

  /// The tree of lists.
  ///
  /// - Parameters:
  ///   - values: in the order in which they stand, a subject before what is below it.
  ///   - places: where in `values` each list of the catalog stands.
  ///   - subjects: where in `values` the subjects stand.
  init(_ values: [Value], places: [Int32], subjects: [CategoryPath: Int32]) {
    content = .values(values, subjects: subjects)
    self.places = places
    failed = values.indices.filter { values[$0].hasFailed }
    empty = values.indices.filter { values[$0].isEmpty }
    var ends = [Int32](repeating: Int32(values.count), count: values.count)
    // What stands above the value that is looked at, the outermost first.
    var open: [Int] = []
    for (number, value) in values.enumerated() {
      while open.count > value.depth, let last = open.popLast() { ends[last] = Int32(number) }
      open.append(number)
    }
    self.ends = ends
  }

  /// The tree of categories.
  init(_ outline: CategoryOutline, of catalog: Catalog) {
    content = .outline(outline, catalog)
    places = outline.places
    ends = outline.ends
    failed = []
    empty = []
  }

  /// A value by its number.
  subscript(number: Int) -> Value {
    switch content {
    case .values(let values, _): return values[number]
    case .outline(let outline, let catalog):
      let path = catalog.path(ofHeading: number, in: outline)
      let name = path.headings.last ?? ""
      return Value(
        key: .category(path), label: name.isEmpty ? "(no category)" : name,
        depth: Int(outline.depths[number]))
    }
  }

  /// Adds the label of a value, folded, without making a text of it.
  func appendFoldedLabel(of number: Int, to bytes: inout [UInt8]) {
    switch content {
    case .values(let values, _): bytes += foldedBytes(values[number].label)
    case .outline(let outline, let catalog):
      fold(catalog.heading(number, of: outline), keepingCase: false, into: &bytes)
    }
  }

  /// The value that a key stands for; nil where the catalog has none such.
  func value(of key: FacetKey) -> Int? {
    switch (key, content) {
    case (.list(let list), .values):
      places.indices.contains(list.number) ? Int(places[list.number]) : nil
    case (.subject(let path), .values(_, let subjects)): subjects[path].map { Int($0) }
    case (.category(let path), .outline(let outline, let catalog)):
      known.withLock { known in
        if let value = known[path] { return value }
        let value = catalog.heading(at: path, in: outline)
        known.updateValue(value, forKey: path)
        return value
      }
    default: nil
    }
  }

  /// The lists or categories that stand at and below a value, by their numbers.
  func members(of value: Int) -> [Int] {
    let range = Int32(value)..<ends[value]
    return places.indices.filter { range.contains(places[$0]) }
  }

  /// How many entries there are of all values before each, and at the end of all.
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
