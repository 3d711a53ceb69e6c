import ListModel

/// An identifier of an entry that outlives the catalog: its list and its link, or its title if it
/// has none.
package struct EntryKey: Equatable, Sendable {
  package var list: String
  /// The link as the list has it; empty for an entry without one.
  package var url: String
  package var title: String

  package init(list: String, url: String, title: String) {
    self.list = list
    self.url = url
    self.title = title
  }

  init(of entry: EntryIndex, in catalog: Catalog) {
    list = catalog.listPaths[catalog.listIndex(of: entry).number]
    url = catalog.urls[entry.number]
    title = catalog.titles[entry.number]
  }
}

extension Catalog {
  /// Returns the entry of a key: the one with its link and title, else with its link in any
  /// spelling.
  ///
  /// Takes a pass over the entries of its list.
  func entry(of key: EntryKey) -> EntryIndex? {
    guard let list = index(of: ListID(key.list)) else { return nil }
    let link = LinkKey(key.url)
    var found: EntryIndex?
    for number in entries(of: list) {
      let hasTitle = titles.withBytes(at: number) { $0.elementsEqual(key.title.utf8) }
      let hasURL = urls.withBytes(at: number) { $0.elementsEqual(key.url.utf8) }
      if hasTitle, hasURL { return EntryIndex(number) }
      guard found == nil else { continue }
      let isSame = key.url.isEmpty ? hasTitle : LinkKey(urls[number]) == link
      if isSame { found = EntryIndex(number) }
    }
    return found
  }
}
