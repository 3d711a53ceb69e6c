package import ListModel

/// The parts of an entry that are passed to a program.
package struct EntrySubject: Equatable, Sendable {
  package var entry: EntryIndex
  /// The absolute URL, if the entry has a link; nil for a file on disk.
  package var url: String?
  package var title: String
  /// The list as `owner/name`.
  package var list: String
  package var category: String
  package var description: String
  package var day: Day?
}

extension BrowserState {
  /// Returns the parts of an entry of the current place, or of the library while a page is shown.
  func subject(of index: EntryIndex) -> EntrySubject {
    let catalog = page == nil ? place.catalog : places[0].catalog
    let entry = catalog.entry(index)
    var url = entry.url
    if page == nil, let link = url, let target = target(of: link, in: index) {
      if case .page(let address) = target { url = address } else { url = nil }
    }
    return EntrySubject(
      entry: index, url: url, title: entry.title,
      list: catalog.list(catalog.listIndex(of: index)).id.path,
      category: entry.category.description, description: entry.description,
      day: catalog.day(of: index))
  }

  /// Returns the entry that a link belongs to: the selected one, a marked one, or that of a page;
  /// nil if there is none.
  package func subject(ofLink url: String) -> EntrySubject? {
    let entries =
      page.map { $0.entry.map { [$0] } ?? [] }
      ?? (place.selection.isEmpty ? place.selected.map { [$0] } ?? [] : place.selection.entries)
    let catalog = page == nil ? place.catalog : places[0].catalog
    return entries.lazy.map { subject(of: $0) }.first { subject in
      subject.url.map { $0.utf8.elementsEqual(url.utf8) } ?? false
        || catalog.entry(subject.entry).links.contains { $0.url.utf8.elementsEqual(url.utf8) }
    }
  }
}
