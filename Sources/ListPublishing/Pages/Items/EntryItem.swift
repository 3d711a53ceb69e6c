import ListModel

extension Page {
  /// Appends an entry as an item of a list: `*   [Title (⭐1.5k)](url) 🎓 - description`.
  ///
  /// Further links are put where their texts occur in the description; the others follow in a
  /// separate paragraph. `PublishedItem` parses it.
  mutating func add(entry: Entry, of list: AwesomeList) {
    text.add(format == .markdown ? "*   " : "<li dir=\"auto\">")
    let isStruck = entry.marks.contains(.struck)
    if isStruck { text.add(format == .markdown ? "~~" : "<s>") }
    add(titleOf: entry, of: list)
    if isStruck { text.add(format == .markdown ? "~~" : "</s>") }
    for mark in entry.marks where mark != .struck { add(words: " \(mark.symbol.publishable)") }
    var further = FurtherLinks(of: entry, in: list)
    if !entry.description.publishable.isEmpty {
      add(words: " - ")
      add(description: entry.description, &further)
    }
    add(further.left)
    text.add(format == .markdown ? "\n" : "</li>\n")
  }

  private mutating func add(titleOf entry: Entry, of list: AwesomeList) {
    let title = entry.title + (entry.stars.map { " (⭐\($0.published))" } ?? "")
    if let link = entry.url.flatMap({ PublishedLink($0, of: list) }) {
      addLink(title, to: link.uri)
    } else if title.publishable.isEmpty {
      // Markdown would take the following text for a list within the item.
      text.add(format == .markdown ? "[]()" : "")
    } else if format == .markdown {
      text.add("**")
      text.add(markdownLine: title, startsParagraph: true, endsParagraph: true)
      text.add("**")
    } else {
      text.add("<b>")
      add(title)
      text.add("</b>")
    }
  }

  private mutating func add(description: String, _ further: inout FurtherLinks) {
    var rest = description.utf8[...]
    while let (place, link) = further.next(in: rest) {
      add(lines: rest[..<place.lowerBound], endsText: false)
      addLink(link.title, to: link.uri)
      rest = rest[place.upperBound...]
    }
    add(lines: rest, endsText: true)
  }

  /// Appends a text whose lines after the first become paragraphs of the item.
  private mutating func add(lines: Substring.UTF8View, endsText: Bool) {
    guard lines.contains(UInt8(ascii: "\n")) else {
      let line = String(decoding: lines, as: UTF8.self)
      switch format {
      case .html: if !line.isEmpty { add(line) }
      case .markdown:
        text.add(markdownLine: line, startsParagraph: false, endsParagraph: endsText)
      }
      return
    }
    let lines = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, bytes) in lines.enumerated() {
      let line = String(decoding: bytes, as: UTF8.self)
      switch format {
      case .html:
        if number > 0 { text.add("<br>") }
        if !line.isEmpty { add(line) }
      case .markdown:
        if number > 0 { text.add("\n\n    ") }
        text.add(
          markdownLine: line, startsParagraph: number > 0,
          endsParagraph: endsText || number + 1 < lines.count)
      }
    }
  }

  private mutating func add(_ links: [FurtherLinks.Place]) {
    guard !links.isEmpty else { return }
    text.add(format == .markdown ? "\n\n    *Links:*" : "<br><i>Links:</i>")
    for link in links {
      add(words: " ")
      addLink(link.title, to: link.uri)
    }
  }
}

/// The links of an entry besides its main one, and the positions of their texts in its description.
private struct FurtherLinks {
  struct Place {
    var title: String
    var uri: String
  }

  private var links: ArraySlice<Place>
  /// The links whose texts are not in the description after the previous link.
  private(set) var left: [Place] = []

  init(of entry: Entry, in list: AwesomeList) {
    links =
      entry.links.dropFirst().compactMap { link in
        PublishedLink(link.url, of: list).map { Place(title: link.title, uri: $0.uri) }
      }[...]
    if entry.description.isEmpty {
      left = Array(links)
      links = []
    }
  }

  /// Returns the next link whose text is in the rest of the description.
  ///
  /// Texts that span lines are not searched for.
  mutating func next(
    in rest: Substring.UTF8View
  ) -> (Range<Substring.UTF8View.Index>, Place)? {
    while let link = links.popFirst() {
      if !link.title.isEmpty, let place = rest.firstRange(of: link.title) { return (place, link) }
      left.append(link)
    }
    return nil
  }
}

extension Stars {
  /// In the short form of the site if nothing is lost, else in full.
  var published: String {
    Stars(parsing: description) == self ? description : String(count)
  }
}

extension Substring.UTF8View {
  /// Returns the first position of a text, compared byte by byte.
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
