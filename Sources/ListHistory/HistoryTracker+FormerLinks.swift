public import ListModel

extension HistoryTracker {
  /// Returns the entries that once had a link and have another one now.
  ///
  /// Takes a pass over all entries that were ever in the list.
  public func entries(onceWith link: LinkKey) -> [Entry] {
    let key = EntryKey(bytes: link.bytes)
    let records = Set(
      table.records.indices.filter { table.records[$0].links.dropLast().contains { $0.key == key } }
    )
    guard !records.isEmpty else { return [] }
    var found: [Entry] = []
    var seen: Set<Int> = []
    for part in versions.flatMap(\.parts) {
      for (entry, record) in zip(part.entries, part.records)
      where records.contains(Int(record)) && seen.insert(Int(record)).inserted {
        found.append(entry)
      }
    }
    return found + records.subtracting(seen).sorted().compactMap { table.records[$0].last }
  }

  /// Returns whether a stored state may describe a link; costs a pass over its bytes.
  public static func mayHold(_ link: LinkKey, inState state: [UInt8]) -> Bool {
    guard let first = link.bytes.first else { return false }
    var start = state.startIndex
    while let place = state[start...].firstIndex(of: first) {
      if state[place...].starts(with: link.bytes) { return true }
      start = place + 1
    }
    return false
  }
}
