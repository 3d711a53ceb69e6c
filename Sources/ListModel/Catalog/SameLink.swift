extension Catalog {
  /// All entries that lead where an entry leads, itself among them, in the order of the catalog.
  ///
  /// Takes a step for each; one of them for an entry without a link, or with a link of its own.
  public func entriesWithLink(of entry: EntryIndex) -> [EntryIndex] {
    let first = Int(sameLinkFirst[entry.number] ?? UInt32(clamping: entry.number))
    var found = [EntryIndex(first)]
    var next = Int(sameLinkNext[first] ?? 0)
    // Numbers rise along the chain until it leads back, so a damaged one ends as well.
    while next > found[found.count - 1].number, next < count {
      found.append(EntryIndex(next))
      next = Int(sameLinkNext[next] ?? 0)
    }
    return found
  }

  /// The lists in which the link of an entry stands, each once, in the order of the catalog.
  public func listsWithLink(of entry: EntryIndex) -> [ListIndex] {
    var lists: [ListIndex] = []
    for other in entriesWithLink(of: entry) {
      let list = listIndex(of: other)
      if lists.last != list { lists.append(list) }
    }
    return lists
  }
}

/// Chains the entries that lead to the same place.
struct SameLinkBuilder {
  /// For each entry the first one with its link.
  private(set) var first: [UInt32] = []
  /// For each entry the next one with its link, and for the last one the first.
  private(set) var next: [UInt32] = []
  private var lastWithKey: [Int: UInt32] = [:]

  /// Adds the next entry; one without a link is alone.
  mutating func append(_ url: String?) {
    let number = UInt32(first.count)
    guard let url, !url.isEmpty else {
      first.append(number)
      next.append(number)
      return
    }
    // The hash is seeded anew in each process, so that nobody can choose links that collide.
    let key = LinkKey(url).hashValue
    if let last = lastWithKey[key] {
      first.append(first[Int(last)])
      next.append(first[Int(last)])
      next[Int(last)] = number
    } else {
      first.append(number)
      next.append(number)
    }
    lastWithKey[key] = number
  }
}
