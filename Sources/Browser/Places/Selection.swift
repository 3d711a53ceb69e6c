package import ListModel
import ListSearch

/// The entries that the reader marked, so that a command acts on all of them at once.
///
/// What is marked is a link: of the entries that lead to the same place only one row is shown, and
/// which one depends on the order. An entry without a link is marked by itself. Looking an entry up
/// takes constant time.
package struct Selection: Equatable, Sendable {
  private struct Marking: Equatable {
    /// Counts the markings, so that what was marked first comes first.
    let order: Int
    let entry: EntryIndex
  }

  /// By the first entry of the catalog with the same link.
  private var markings: [EntryIndex: Marking] = [:]
  private var next = 0
  /// The entry at which a range was begun; nil if none is open.
  var rangeStart: EntryIndex?

  /// Whether neither an entry is marked nor a range open.
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

  /// The same links marked in another catalog, in the same order; those it does not have are dropped.
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

/// What distinguishes a marked entry from others in any catalog.
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
