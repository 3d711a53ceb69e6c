import ListModel

/// A web address in a query, as pasted to find out whether a list has it.
struct LinkPattern: Equatable, Sendable {
  /// The key of the address, shared with its other spellings.
  let key: LinkKey
  /// The pattern if no entry has the address, as while it is being typed.
  let text: TextPattern

  /// Creates the address that a word is; nil for any other word.
  init?(_ token: QueryToken) {
    let start = token.text.prefix(8).map(asciiLowercased)
    guard !token.isExact, !token.isQuoted, !token.isAnchoredAtStart, !token.isAnchoredAtEnd,
      start.starts(with: "https://".utf8) || start.starts(with: "http://".utf8)
        || start.starts(with: "www.".utf8)
    else { return nil }
    key = LinkKey(String(decoding: token.text, as: UTF8.self))
    guard let text = TextPattern(key.bytes.map(asciiLowercased), isFuzzy: false) else { return nil }
    self.text = text
  }

  /// The folded path, without a query or fragment, which every spelling of the address has.
  var commonPart: [UInt8] {
    let path = key.bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return foldedBytes(String(decoding: path, as: UTF8.self))
  }
}

extension SearchIndex {
  /// Returns the entries with the link of an address, as a bit set; nil if there are none.
  ///
  /// Takes a pass over the addresses of all entries.
  func entries(with link: LinkPattern, of catalog: Catalog) -> [UInt64]? {
    var words = [UInt64](repeating: 0, count: wordCount)
    var isAny = false
    link.commonPart.withUnsafeBytes { part in
      let search = ByteSearch(part)
      for entry in 0..<count where search.firstOffset(in: urls[entry]) != nil {
        let key = catalog.urls.withBytes(at: entry) {
          LinkKey(utf8: $0.assumingMemoryBound(to: UInt8.self))
        }
        guard key == link.key else { continue }
        words[entry >> 6] |= 1 << UInt64(entry & 63)
        isAny = true
      }
    }
    return isAny ? words : nil
  }

  /// Calls back with each entry whose title is this one.
  ///
  /// Takes a pass over the lengths of all titles.
  func forEachEntry(titled title: [UInt8], _ body: (Int) -> Void) {
    title.withUnsafeBytes { title in
      for entry in 0..<count {
        let text = titles[entry]
        if text.count == title.count, text.bytes.elementsEqual(title) { body(entry) }
      }
    }
  }
}
