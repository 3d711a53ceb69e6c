import ListModel

extension ByteText {
  /// Appends an entry as an item of a list: `*   [Title (⭐1.5k)](url) 🎓 - description`.
  ///
  /// Its further links are put where their texts stand in the description.
  mutating func add(item entry: Entry, of list: AwesomeList) {
    add("*   ")
    let title = entry.title + (entry.stars.map { " (⭐\($0.published))" } ?? "")
    if let url = entry.url, let link = PublishedLink(url, of: list) {
      addLink(title, to: link.uri)
    } else {
      add("**")
      add(markdown: title)
      add("**")
    }
    for mark in entry.marks { add(" \(mark.symbol.publishable)") }
    if !entry.description.isEmpty {
      add(" - ")
      add(description: entry, of: list)
    }
    add("\n")
  }

  private mutating func add(description entry: Entry, of list: AwesomeList) {
    var rest = entry.description.utf8[...]
    for link in entry.links.dropFirst() where !link.title.isEmpty {
      guard let published = PublishedLink(link.url, of: list),
        let found = rest.firstRange(of: link.title)
      else { continue }
      add(markdown: String(decoding: rest[..<found.lowerBound], as: UTF8.self))
      addLink(link.title, to: published.uri)
      rest = rest[found.upperBound...]
    }
    add(markdown: String(decoding: rest, as: UTF8.self))
  }
}

extension Stars {
  /// As briefly as the site writes it where nothing is lost by it, else in full.
  var published: String {
    Stars(parsing: description) == self ? description : String(count)
  }
}

extension Substring.UTF8View {
  /// Where a text first stands; compared byte by byte.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    let pattern = Array(text.utf8)
    guard let first = pattern.first else { return nil }
    var start = startIndex
    while let place = self[start...].firstIndex(of: first) {
      let candidate = self[place...].prefix(pattern.count)
      guard candidate.count == pattern.count else { return nil }
      if candidate.elementsEqual(pattern) { return place..<candidate.endIndex }
      start = index(after: place)
    }
    return nil
  }
}
