import ListModel
import ListSearch
import Synchronization

/// The values of a facet as a tree, in the order in which they are with all of them open.
///
/// Numbered like that, a value has all that is below it directly after it: what it counts is the
/// difference of two running totals, and what is closed is left out by a step.
final class FacetTree: Sendable {
  /// A value; those below it follow it, one deeper.
  struct Value {
    let key: FacetKey
    let label: String
    let depth: Int
    /// Whether it is a list without any entry.
    var isEmpty = false
  }

  /// What the values are made of, whose texts stay in the catalog until one is shown.
  private enum Content {
    case lists(ListOutline)
    case categories(CategoryOutline)
  }

  /// Of each value, the one after all that are below it.
  let ends: [Int32]
  /// The lists that failed and those that are empty, rising; mostly none.
  let failed: [Int]
  let empty: [Int]
  private let content: Content
  private let catalog: Catalog
  /// The value of each list or category, by its number in the catalog.
  private let places: [Int32]
  /// The values of categories that were asked for, since each search asks for the same ones.
  private let known = Mutex<[CategoryPath: Int?]>([:])

  /// The tree of lists.
  init(_ outline: ListOutline, of catalog: Catalog) {
    content = .lists(outline)
    self.catalog = catalog
    (places, ends) = (outline.places, outline.ends)
    (failed, empty) = (outline.failed, outline.empty)
  }

  /// The tree of categories.
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

  /// Adds the label of a value, folded, without making a text of it.
  func appendFoldedLabel(of number: Int, to bytes: inout [UInt8]) {
    let label =
      switch content {
      case .lists(let outline): catalog.label(of: outline.rows[number])
      case .categories(let outline): catalog.heading(number, of: outline)
      }
    fold(label, keepingCase: false, into: &bytes)
  }

  /// The value of a key; nil if the catalog has none.
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

  /// The row of a subject; takes a step for each subject.
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

  /// The outermost value that a value is under; nil for one that is outermost itself.
  func outermost(above value: Int) -> Int? {
    var number = 0
    while number < value, Int(ends[number]) <= value { number = Int(ends[number]) }
    return number < value ? number : nil
  }

  /// The lists or categories that are at and below a value, by their numbers.
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
