import ListModel

/// All tags of the bookmarks, the most frequent first.
struct KnownTags {
  private let tags: [String]

  /// Collects the tags of all bookmarks in one pass.
  init(of bookmarks: Bookmarks) {
    var counts: [[UInt8]: Int] = [:]
    for bookmark in bookmarks.records where !bookmark.isRemoved {
      for tag in bookmark.tags { counts[Array(tag.utf8), default: 0] += 1 }
    }
    tags = counts.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }.map { String(decoding: $0.key, as: UTF8.self) }
  }

  /// Returns the completions of a line of tags at the cursor.
  ///
  /// Of several words typed without a comma the longest phrase that begins a tag comes first: `new
  /// ml in` becomes `new, ml infra`.
  func completions(of line: String) -> [String] {
    let typed = TagLine(line)
    var found: [String] = []
    let firstPhrase = typed.hasCommas || typed.last.isEmpty ? typed.complete.count : 0
    for start in firstPhrase...typed.complete.count {
      let before = typed.complete[..<start]
      let phrase = (typed.complete[start...] + [typed.last]).joined(separator: " ")
      for tag in tags where begins(tag, phrase) && !before.contains(tag: tag) {
        let line = TagLine.line(of: before + [tag], commas: typed.hasCommas)
        if !found.contains(tag: line) { found.append(line) }
      }
    }
    return found
  }

  /// Returns whether a tag begins with a phrase, ignoring ASCII case.
  private func begins(_ tag: String, _ phrase: String) -> Bool {
    tag.utf8.lazy.map(asciiLowercased).starts(with: phrase.utf8.lazy.map(asciiLowercased))
  }
}

extension BrowserState {
  var allTags: KnownTags { KnownTags(of: bookmarks) }
}
