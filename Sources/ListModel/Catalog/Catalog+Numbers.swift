/// The order in which awl recorded changes: a number for each change.
///
/// In a tracked list the number is the position of the commit among those that changed entries, so
/// every library that reads the same history has the same numbers. In a list from a page, awl
/// counts the readings that brought entries; those of the first reading have 0.
extension Catalog {
  /// Returns the number of the change that brought an entry into its list; 0 if that is not known.
  public func number(of entry: EntryIndex) -> Int { Int(entryNumbers[entry.number] ?? 0) }

  /// Returns when the page of a list was first read by this library; nil for a list that is
  /// tracked.
  func beginning(of list: ListIndex) -> Timestamp? {
    guard let beginning = listBeginnings[list.number], beginning > 0 else { return nil }
    return Timestamp(milliseconds: Int(beginning))
  }

  /// Returns the identity of an entry for as long as it is in its list: the canonical form of its
  /// first link or, for one without a link, its title.
  public func identity(of entry: EntryIndex) -> LinkKey {
    let first = firstLinks.bytes(at: entry.number)
    guard first.isEmpty else { return LinkKey(canonical: Array(first)) }
    return linkOrTitle(of: entry)
  }

  /// Returns the canonical form of the link that an entry has now, or its title.
  func linkOrTitle(of entry: EntryIndex) -> LinkKey {
    urls.withBytes(at: entry.number) { url in
      titles.withBytes(at: entry.number) { title in
        ListModel.identity(
          url: url.assumingMemoryBound(to: UInt8.self),
          title: title.assumingMemoryBound(to: UInt8.self))
      }
    }
  }
}

/// Returns the identity of an entry with a link and a title.
func identity(url: UnsafeBufferPointer<UInt8>, title: UnsafeBufferPointer<UInt8>) -> LinkKey {
  url.isEmpty ? LinkKey(canonical: Array("title:".utf8) + title) : LinkKey(utf8: url)
}
