package import ListModel
import ListSearch

/// The entries that the user marked, so that a command acts on all of them at once.
///
/// Marks apply to links: only one row is shown for entries with the same link, and which one
/// depends on the order. An entry without a link is marked individually. Lookup takes constant
/// time.
package struct Selection: Equatable, Sendable {
  private struct Marking: Equatable {
    /// The number of the mark, so that entries marked first come first.
    let order: Int
    let entry: EntryIndex
  }

  /// By the first entry of the catalog with the same link.
  private var markings: [EntryIndex: Marking] = [:]
  private var next = 0
  /// The entry at which a range was started; nil if none is open.
  var rangeStart: EntryIndex?

  /// Whether no entry is marked and no range is open.
  package var isEmpty: Bool { markings.isEmpty && rangeStart == nil }

  /// How many entries are marked, without those of an open range.
  var count: Int { markings.count }

  /// The marked entries in the order in which they were marked, without those of an open range.
  var entries: [EntryIndex] {
    markings.values.sorted { $0.order < $1.order }.map(\.entry)
  }

  package func contains(_ entry: EntryIndex, in catalog: Catalog) -> Bool {
    !markings.isEmpty && markings[Self.key(of: entry, in: catalog)] != nil
  }

  mutating func insert(_ entry: EntryIndex, in catalog: Catalog) {
    let key = Self.key(of: entry, in: catalog)
    guard markings[key] == nil else { return }
    markings[key] = Marking(order: next, entry: entry)
    next += 1
  }

  mutating func toggle(_ entry: EntryIndex, in catalog: Catalog) {
    if markings.removeValue(forKey: Self.key(of: entry, in: catalog)) == nil {
      insert(entry, in: catalog)
    }
  }

  /// Returns the same links marked in another catalog, in the same order; missing ones are dropped.
  ///
  /// Costs a pass over the other catalog, unless nothing is marked.
  func moved(from old: Catalog, to new: Catalog) -> Selection {
    guard !markings.isEmpty else { return Selection() }
    var orders: [Identity: Int] = [:]
    for (order, entry) in entries.enumerated() { orders[Identity(of: entry, in: old)] = order }
    var found: [(order: Int, entry: EntryIndex)] = []
    for entry in (0..<new.count).lazy.map({ EntryIndex($0) }) {
      guard let order = orders.removeValue(forKey: Identity(of: entry, in: new)) else { continue }
      found.append((order, entry))
      if orders.isEmpty { break }
    }
    var selection = Selection()
    for (_, entry) in found.sorted(by: { $0.order < $1.order }) { selection.insert(entry, in: new) }
    return selection
  }

  private static func key(of entry: EntryIndex, in catalog: Catalog) -> EntryIndex {
    catalog.sameLinkFirst[entry.number].map { EntryIndex(Int($0)) } ?? entry
  }
}

/// The identity of a marked entry in any catalog.
private enum Identity: Hashable {
  case link(LinkKey)
  case title(list: [UInt8], title: [UInt8])

  init(of entry: EntryIndex, in catalog: Catalog) {
    if catalog.urls.isEmpty(at: entry.number) {
      let list = catalog.listIndex(of: entry)
      self = .title(
        list: Array(catalog.listPaths.bytes(at: list.number)),
        title: catalog.titles.withBytes(at: entry.number) { Array($0) })
    } else {
      self = .link(
        catalog.urls.withBytes(at: entry.number) {
          LinkKey(utf8: $0.assumingMemoryBound(to: UInt8.self))
        })
    }
  }
}
