import Synchronization

extension Catalog {
  /// Returns all entries with the same link as an entry, including itself, in catalog order.
  ///
  /// Costs a binary search in the shared links and sorting what it finds.
  public func entriesWithLink(of entry: EntryIndex) -> [EntryIndex] {
    let first = sameLinkFirst[entry.number] ?? UInt32(clamping: entry.number)
    var place = firstPlace(ofLinkOf: first)
    var found: [UInt32] = []
    while let entry = sharedEntry(at: place), entry.number < count,
      sameLinkFirst[Int(entry.number)] == first
    {
      found.append(entry.number)
      place += 1
      if entry.isLast { break }
    }
    guard !found.isEmpty else { return [EntryIndex(Int(first))] }
    return found.sorted().map { EntryIndex(Int($0)) }
  }

  /// Returns whether an entry is known to share its link with no other.
  ///
  /// Former entries and those without a link share none. Costs a binary search in the shared links.
  public func hasUniqueLink(_ entry: EntryIndex) -> Bool {
    guard let first = sameLinkFirst[entry.number], Int(first) == entry.number else { return false }
    guard let other = sharedEntry(at: firstPlace(ofLinkOf: first)) else { return true }
    return sameLinkFirst[Int(other.number)] != first
  }

  /// Returns the first place among the shared links of the link whose first entry this is.
  private func firstPlace(ofLinkOf first: UInt32) -> Int {
    (0..<sharedLinks.count).partitioningIndex { place in
      let other = sharedEntry(at: place).flatMap { sameLinkFirst[Int($0.number)] } ?? .max
      return other >= first
    }
  }

  private func sharedEntry(at place: Int) -> (number: UInt32, isLast: Bool)? {
    sharedLinks[place].map { ($0 & ~lastOfSharedLink, $0 & lastOfSharedLink != 0) }
  }

  /// Returns the lists in which the link of an entry is, each once, in the order of the catalog.
  public func listsWithLink(of entry: EntryIndex) -> [ListIndex] {
    var lists: [ListIndex] = []
    for other in entriesWithLink(of: entry) {
      let list = listIndex(of: other)
      if lists.last != list { lists.append(list) }
      // In a damaged image entries side by side may be of different lists.
      if lists.count >= listCount { break }
    }
    return lists
  }
}

/// Returns the sections that chain the entries of a catalog by their links, and those derived from
/// the chains.
///
/// Removed entries and those without a link are not chained. Linear in the total length of the
/// links.
public func sameLinkSections(of catalog: Catalog) -> [SectionContent] {
  sameLinkParts(of: catalog, count: 1).flatMap { $0() }
}

/// Returns the work for `sameLinkSections`, in parts that may run concurrently: the sections are the
/// result of the one that ends last.
public func sameLinkParts(
  of catalog: Catalog, count: Int
) -> [@Sendable () -> [SectionContent]] {
  let hashed = Mutex([Int: [Int]]())
  return (0..<count).map { part in
    {
      let range = catalog.count * part / count..<catalog.count * (part + 1) / count
      let hashes = linkHashes(of: catalog, in: range)
      let all = hashed.withLock { hashed in
        hashed[part] = hashes
        return hashed.count == count ? (0..<count).flatMap { hashed[$0] ?? [] } : nil
      }
      return all.map { sameLinkSections(of: catalog, hashes: $0) } ?? []
    }
  }
}

private func sameLinkSections(of catalog: Catalog, hashes: [Int]) -> [SectionContent] {
  let order = catalog.newestFirst
  let links = SameLinkBuilder(hashes: hashes)
  let stars = KnownStars(
    links, own: { catalog.ownStars(of: $0) }, published: { catalog.publishedStars(of: $0) })
  return links.sections(
    newestFirst: (0..<order.count).lazy.map { order[$0] ?? .max },
    isRemoved: { catalog.isRemoved(EntryIndex($0)) }) + stars.sections
}

/// Chains the entries with the same link.
struct SameLinkBuilder {
  /// For each entry the first one with its link.
  private(set) var first: [UInt32]
  /// For each entry the next one with its link, and for the last one the first.
  private(set) var next: [UInt32]

  /// Chains entries by their main links, except those without a link and those for which `isAlone`
  /// is true.
  init(_ urls: TextColumnBuilder, isAlone: (Int) -> Bool) {
    var hasher = LinkHasher()
    self.init(
      hashes: (0..<urls.count).map { number in
        isAlone(number) ? 0 : urls.withBytes(at: number) { hasher.hash(of: $0) }
      })
  }

  /// Chains entries by the hashes of their links; those with 0 are alone.
  fileprivate init(hashes: [Int]) {
    first = Array(0..<UInt32(hashes.count))
    next = first
    var lastWithKey = LastEntries(capacity: hashes.count)
    for number in hashes.indices where hashes[number] != 0 {
      let entry = UInt32(number)
      if let last = lastWithKey.update(entry, for: hashes[number]) {
        first[number] = first[Int(last)]
        next[number] = first[Int(last)]
        next[Int(last)] = entry
      }
    }
  }
}

/// Returns the hashes of the links of some entries; 0 for those that share theirs with no other.
private func linkHashes(of catalog: Catalog, in entries: Range<Int>) -> [Int] {
  var hasher = LinkHasher()
  let hasRemoved = catalog.removedBits.count > 0
  let urls = catalog.urls
  func isRemoved(_ number: Int) -> Bool { hasRemoved && catalog.isRemoved(EntryIndex(number)) }
  guard let texts = urls.unfolded else {
    return entries.map { number in
      isRemoved(number)
        ? 0 : urls.withBytes(at: number) { hasher.hash(of: $0.bindMemory(to: UInt8.self)) }
    }
  }
  var hashes: [Int] = []
  hashes.reserveCapacity(entries.count)
  for number in entries {
    let url = texts.bytes(at: number).bindMemory(to: UInt8.self)
    hashes.append(isRemoved(number) ? 0 : hasher.hash(of: url))
  }
  return hashes
}

/// Hashes links by their canonical form.
private struct LinkHasher {
  private var key: [UInt8] = []

  /// Returns the hash of a link, which is never 0; 0 for none.
  mutating func hash(of url: UnsafeBufferPointer<UInt8>) -> Int {
    key.removeAll(keepingCapacity: true)
    appendCanonicalForm(of: url, to: &key)
    guard !key.isEmpty else { return 0 }
    // The hash is seeded per process, so nobody can choose colliding links.
    var hasher = Hasher()
    key.withUnsafeBytes { hasher.combine(bytes: $0) }
    let hash = hasher.finalize()
    return hash == 0 ? 1 : hash
  }
}

extension SameLinkBuilder {
  func sections(
    newestFirst: some Sequence<UInt32>, isRemoved: (Int) -> Bool
  ) -> [SectionContent] {
    [
      (.sameLinkFirst, [.words(first)]),
      (.sharedLinks, [.words(sharedLinks(newestFirst))]),
      (.wholeRows, [.words(firstOfLinks(newestFirst, isRemoved: isRemoved))]),
    ]
  }

  /// Returns the present entries, with only the first of those with the same link.
  private func firstOfLinks(
    _ newestFirst: some Sequence<UInt32>, isRemoved: (Int) -> Bool
  ) -> [UInt32] {
    var wasLinkSeen = [Bool](repeating: false, count: first.count)
    return newestFirst.filter { number in
      let entry = Int(number)
      guard entry < first.count, !isRemoved(entry) else { return false }
      let link = Int(first[entry])
      defer { wasLinkSeen[link] = true }
      return !wasLinkSeen[link]
    }
  }

  /// Returns the entries of each shared link, contiguously.
  private func sharedLinks(_ newestFirst: some Sequence<UInt32>) -> [UInt32] {
    // For the first entry of a link the number of entries with it, then the position of the next
    // one.
    var places = [UInt32](repeating: 0, count: first.count)
    for number in first.indices where next[number] != number { places[Int(first[number])] += 1 }
    var count: UInt32 = 0
    for number in places.indices where places[number] > 0 {
      (places[number], count) = (count, count + places[number])
    }
    var entries = [UInt32](repeating: 0, count: Int(count))
    for entry in newestFirst where entry < next.count && next[Int(entry)] != entry {
      let link = Int(first[Int(entry)])
      guard places[link] < entries.count else { continue }
      entries[Int(places[link])] = entry
      places[link] += 1
    }
    for number in first.indices where first[number] == number && next[number] != number {
      entries[Int(places[number]) - 1] |= lastOfSharedLink
    }
    return entries
  }
}

/// Marks the last entry of a link among `Catalog.sharedLinks`.
public let lastOfSharedLink: UInt32 = 1 << 31

/// The last entry of each key, which is already a good hash and not 0: a dictionary would hash it
/// again, which takes as long as everything else.
private struct LastEntries {
  /// A slot's key; 0 if it is empty.
  private var keys: [Int]
  private var entries: [UInt32]

  /// Reserves room for this many keys, at most half full.
  init(capacity: Int) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    keys = Array(repeating: 0, count: slots)
    entries = Array(repeating: 0, count: slots)
  }

  /// Replaces the entry of a key and returns the previous one.
  mutating func update(_ entry: UInt32, for key: Int) -> UInt32? {
    var slot = key & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    let last = keys[slot] == 0 ? nil : entries[slot]
    keys[slot] = key
    entries[slot] = entry
    return last
  }
}
