extension Catalog {
  /// Returns a hash of an entry in the catalog, by which a page made of it is known to be current.
  ///
  /// It depends only on the entry: the same entry has the same fingerprint in every catalog and
  /// position. It does not include the order in which awl recorded changes. Costs a pass over the
  /// entry's texts.
  public func fingerprint(of entry: EntryIndex) -> UInt64 {
    let number = entry.number
    var hash = ContentHash()
    for column in [titles, urls, descriptions] {
      column.withBytes(at: number) { hash.combine(counted: $0) }
    }
    for column in [links, firstLinks] { hash.combine(counted: column.bytes(at: number)) }
    hash.combine(counted: categories.bytes(at: Int(entryCategories[number] ?? 0)))
    hash.combine(counted: markSets.bytes(at: Int(entryMarks[number] ?? 0)))
    hash.combine(day(of: entry)?.number ?? .min)
    hash.combine(stars(of: entry)?.count ?? -1)
    hash.combine(starsDay(of: entry)?.number ?? .min)
    hash.combine(Int(publishedDays[number] ?? .min))
    hash.combine((isRemoved(entry) ? 1 : 0) | (isBulkAddition(entry) ? 2 : 0))
    for change in changeRange(of: number) {
      hash.combine(Int(changeDays[change] ?? .min) << 8 | Int(changeKinds[change] ?? 0))
      hash.combine(counted: commits.bytes(at: Int(changeCommits[change] ?? 0)))
    }
    return hash.value
  }
}
