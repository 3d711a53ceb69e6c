import ListModel

extension Page {
  /// Appends an entry as an item of a list: `*   [Title (⭐1.5k)](url) 🎓 - description`.
  ///
  /// Its further links are put where their texts stand in the description.
  mutating func add(entry: Entry, of list: AwesomeList) {
    text.add(format == .markdown ? "*   " : "<li dir=\"auto\">")
    let title = entry.title + (entry.stars.map { " (⭐\($0.published))" } ?? "")
    if let link = entry.url.flatMap({ PublishedLink($0, of: list) }) {
      addLink(title, to: link.uri)
    } else if !title.isEmpty {
      text.add(format == .markdown ? "**" : "<b>")
      add(title)
      text.add(format == .markdown ? "**" : "</b>")
    }
    for mark in entry.marks { add(words: " \(mark.symbol.publishable)") }
    if !entry.description.isEmpty {
      add(words: " - ")
      add(description: entry, of: list)
    }
    for link in entry.links.dropFirst() where link.title.isEmpty {
      // It stood around a picture, which is not published; so does its address, without a text.
      if let link = PublishedLink(link.url, of: list) { addLink("", to: link.uri) }
    }
    text.add(format == .markdown ? "\n" : "</li>\n")
  }

  private mutating func add(description entry: Entry, of list: AwesomeList) {
    var rest = entry.description.utf8[...]
    for link in entry.links.dropFirst() where !link.title.isEmpty {
      guard let published = PublishedLink(link.url, of: list),
        let found = rest.firstRange(of: link.title)
      else { continue }
      add(paragraphs: rest[..<found.lowerBound])
      addLink(link.title, to: published.uri)
      rest = rest[found.upperBound...]
    }
    add(paragraphs: rest)
  }

  /// Appends a text whose lines but the first become paragraphs of the item.
  private mutating func add(paragraphs lines: Substring.UTF8View) {
    let lines = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let line = String(decoding: line, as: UTF8.self)
      switch format {
      case .html:
        if number > 0 { text.add("<br>") }
        if !line.isEmpty { add(line) }
      case .markdown:
        if number == 0 {
          add(line)
        } else {
          text.add("\n\n    ")
          text.add(markdownParagraph: line)
        }
      }
    }
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
