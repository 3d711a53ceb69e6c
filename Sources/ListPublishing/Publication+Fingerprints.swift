import ListModel

extension Publication {
  /// Returns a hash of all inputs of each part; nil for a part that depends on all lists.
  ///
  /// Parts with the same fingerprint have the same paths and bytes, whatever other lists the
  /// catalog has. Costs a pass over the texts of all entries.
  public func fingerprints(of parts: [PublicationPart]) -> [UInt64?] {
    let common = optionsHash
    var entries = [UInt64](repeating: 0, count: catalog.count)
    for list in lists {
      for number in catalog.entries(of: list.index) {
        entries[number] = catalog.fingerprint(of: EntryIndex(number))
      }
    }
    return parts.map { part in
      var hash = common
      for path in part.paths { hash.combine(path) }
      switch part.content {
      case .list(let place): combine(lists[place], entries, into: &hash)
      case .day(let place): combine(place, among: days, entries, into: &hash)
      case .week(let place): combine(place, among: weeks, entries, into: &hash)
      case .outline, .home: return nil
      }
      return hash.value
    }
  }

  private var optionsHash: ContentHash {
    var hash = ContentHash()
    for text in [options.version, options.format.rawValue, options.address ?? "\u{1}"] {
      hash.combine(text)
    }
    hash.combine(options.hasFeeds ? options.feedLimit : -1)
    return hash
  }

  private func combine(
    _ list: PublishedList, _ entries: [UInt64], into hash: inout ContentHash
  ) {
    let facts = list.list
    for text in [
      facts.id.path, facts.title, facts.description, facts.source ?? "\u{1}",
      facts.subject ?? "\u{1}", facts.relativeLinks.map { "\($0)" } ?? "",
    ] {
      hash.combine(text)
    }
    hash.combine(facts.stars?.count ?? -1)
    for number in catalog.entries(of: list.index) {
      hash.combine(Int(bitPattern: UInt(entries[number])))
      if options.entries?.contains(EntryIndex(number)) == false { hash.combine(0) }
    }
  }

  private func combine(
    _ place: Int, among periods: [DatedAdditions], _ entries: [UInt64],
    into hash: inout ContentHash
  ) {
    for neighbour in [place + 1, place - 1] {
      hash.combine(periods.indices.contains(neighbour) ? periods[neighbour].period.path : "")
    }
    for addition in periods[place].additions {
      let list = lists[addition.list]
      hash.combine(list.folder)
      hash.combine(list.list.title)
      // The links of an item may be relative to the list's location.
      hash.combine(list.list.source ?? "\u{1}")
      hash.combine(list.list.relativeLinks.map { "\($0)" } ?? "")
      hash.combine(addition.entries.count)
      for entry in addition.entries { hash.combine(Int(bitPattern: UInt(entries[entry.number]))) }
    }
  }
}
