extension Catalog {
  /// Returns all news of a list as `news(of:since:)` orders it, each with a fingerprint of 48 bits.
  ///
  /// A fingerprint covers the first link that the entry ever had (its title if it has no link), the
  /// kind of change, and how many times that had happened before. It therefore survives a repaired
  /// link, a corrected date and a rewritten history. Costs one pass over the list's entries and a
  /// sort of its news.
  public func fingerprintedNews(of list: ListIndex) -> [(news: News, fingerprint: UInt64)] {
    var counts: [UInt64: UInt8] = [:]
    let news = news(of: list, since: .earliest)
    var fingerprinted: [(news: News, fingerprint: UInt64)] = []
    fingerprinted.reserveCapacity(news.count)
    // Oldest first, so that a later return does not change the number of an earlier one.
    for item in news.reversed() {
      var hash = FNVHash()
      hash.combine(firstLink(of: item.entry))
      hash.combine([0, item.kind.code])
      let count = counts[hash.value, default: 0]
      counts[hash.value] = count &+ 1
      hash.combine([count])
      fingerprinted.append((item, hash.value & 0xFFFF_FFFF_FFFF))
    }
    return fingerprinted.reversed()
  }

  /// Returns the canonical form of the first link that an entry ever had, or its title after a NUL.
  private func firstLink(of entry: EntryIndex) -> [UInt8] {
    let first = firstLinks.bytes(at: entry.number)
    if !first.isEmpty { return Array(first) }
    let url = urls[entry.number]
    return url.isEmpty ? [0] + titles[entry.number].utf8 : LinkKey(url).bytes
  }
}

/// FNV-1a in 64 bits.
private struct FNVHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
