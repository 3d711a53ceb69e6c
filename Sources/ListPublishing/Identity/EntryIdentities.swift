import ListModel

/// The identities under which feeds publish the entries of one list.
///
/// An entry is identified by the first link it ever had, or by its title if it had none, so that
/// feed readers do not show it again when the link is repaired. If an earlier entry of the list had
/// the same link, the commit that added the later one is part of its identity. In a list only known
/// from a page, a repaired link makes a new entry. Takes one pass over the entries of the list,
/// including removed ones.
struct EntryIdentities {
  private let list: [UInt8]
  private let catalog: Catalog
  /// The entry that first had each link, in a tracked list.
  private var earliest: [LinkKey: EntryIndex] = [:]

  init(of list: ListIndex, in catalog: Catalog) {
    self.list = catalog.list(list).id.path.utf8.map { asciiLowercased($0) }
    self.catalog = catalog
    // Without a history it is unknown which of two entries came first, so only the link counts.
    guard catalog.isTracked(list) else { return }
    for number in catalog.entries(of: list) {
      let entry = EntryIndex(number)
      let link = firstLink(of: entry)
      if let other = earliest[link], !comes(entry, before: other) { continue }
      earliest[link] = entry
    }
  }

  /// Returns the entry's own identity.
  func identity(of entry: EntryIndex) -> NameUUID { NameUUID(name(of: entry)) }

  /// Returns the identity of one change of an entry.
  func identity(of change: Change, to entry: EntryIndex) -> NameUUID {
    NameUUID(name(of: entry) + [Array(change.kind.rawValue.utf8), Array(change.commit.utf8)])
  }

  private func name(of entry: EntryIndex) -> [[UInt8]] {
    let link = firstLink(of: entry)
    var parts = [list, link.bytes]
    if let first = earliest[link], let own = addition(of: entry), let other = addition(of: first),
      own.commit != other.commit || own.day != other.day
    {
      parts.append(Array(own.commit.utf8))
    }
    return parts
  }

  private func firstLink(of entry: EntryIndex) -> LinkKey {
    if let first = catalog.history(of: entry)?.firstLink { return first }
    let url = catalog.urls[entry.number]
    // No canonical link begins with a NUL, so a title is never taken for a link.
    guard url.isEmpty else { return LinkKey(url) }
    return LinkKey(canonical: [0] + catalog.titles[entry.number].utf8)
  }

  private func addition(of entry: EntryIndex) -> Change? {
    catalog.history(of: entry)?.addition
  }

  private func comes(_ entry: EntryIndex, before other: EntryIndex) -> Bool {
    guard let own = addition(of: entry), let others = addition(of: other) else { return false }
    if own.day != others.day { return own.day < others.day }
    return (own.time ?? 0) < (others.time ?? 0)
  }
}
