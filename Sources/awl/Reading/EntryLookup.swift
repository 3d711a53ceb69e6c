import ListModel

/// Finds entries by link or title.
struct EntryLookup {
  let catalog: Catalog

  /// Returns the entries with a link, or if there is none those with a title, in the catalog's
  /// order.
  ///
  /// Includes removed entries; a link that occurs twice in a list counts once. Costs a pass over
  /// the links, and one over the titles.
  func entries(named name: String) -> [EntryIndex] {
    let key = LinkKey(name)
    let byLink = (0..<catalog.count).filter { leads(to: key, $0) }
    let found = byLink.isEmpty ? (0..<catalog.count).filter { hasTitle(name, $0) } : byLink
    var entries: [EntryIndex] = []
    for entry in found.map({ EntryIndex($0) }) where !entries.contains(where: { isSame($0, entry) })
    {
      entries.append(entry)
    }
    return entries
  }

  /// Returns the first entry with a link that is still in its list; nil if there is none.
  func entry(withLink url: String) -> EntryIndex? {
    let key = LinkKey(url)
    return (0..<catalog.count).first { leads(to: key, $0) && !catalog.isRemoved(EntryIndex($0)) }
      .map { EntryIndex($0) }
  }

  /// Returns the place of an entry of a list in the catalog, found by its link and title.
  func index(of entry: Entry, in list: ListID) -> EntryIndex? {
    guard let list = catalog.index(of: list) else { return nil }
    return catalog.entries(of: list).first { number in
      catalog.urls.withBytes(at: number) { $0.elementsEqual((entry.url ?? "").utf8) }
        && catalog.titles.withBytes(at: number) { $0.elementsEqual(entry.title.utf8) }
    }.map { EntryIndex($0) }
  }

  private func leads(to key: LinkKey, _ number: Int) -> Bool {
    catalog.urls.withBytes(at: number) { url in
      !url.isEmpty && LinkKey(utf8: url.assumingMemoryBound(to: UInt8.self)) == key
    }
  }

  private func isSame(_ one: EntryIndex, _ other: EntryIndex) -> Bool {
    guard catalog.listIndex(of: one) == catalog.listIndex(of: other),
      let history = catalog.history(of: one)
    else { return false }
    return history == catalog.history(of: other)
      && LinkKey(catalog.urls[one.number]) == LinkKey(catalog.urls[other.number])
  }

  private func hasTitle(_ title: String, _ number: Int) -> Bool {
    catalog.titles.withBytes(at: number) {
      $0.elementsEqual(title.utf8) { asciiLowercased($0) == asciiLowercased($1) }
    }
  }
}
