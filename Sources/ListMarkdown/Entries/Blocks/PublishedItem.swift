import ListModel

/// An item of a page published by awl, which is parsed exactly, without heuristics.
///
///     *   [Title (⭐1.5k)](url) 🎓 - A description with a [further link](url).
///
///         Another line of it.
///
///         *Links:* [more](url)
///
/// Other pages are parsed by what people mean (`EntryText`): symbols beside a title are marks,
/// addresses are links, spaces are ignored. Here every character belongs to the entry, so that
/// published pages round-trip.
struct PublishedItem {
  /// The comment that marks a page as written by awl.
  private static let comment: StaticString = "<!-- awl-publish 1 -->"

  private(set) var text = EntryText()
  private var hasDescription = false

  /// Reads an item of a list.
  init(_ item: MarkdownNode) {
    for (number, block) in item.children.enumerated() where block.kind == .paragraph {
      let pieces = PublishedPiece.pieces(of: block)
      if number == 0 { readTitle(pieces) } else { readLine(pieces[...]) }
    }
  }

  /// Returns whether a page says above its first day that awl published it.
  ///
  /// Looks at the lines above the first heading of the second level.
  static func areItems(of page: [UInt8]) -> Bool {
    var start = 0
    while start < page.count {
      let end = UTF8Scan.index(of: 0x0A, in: page, from: start) ?? page.count
      let line = page[start..<end]
      if line.elementsEqual(comment.bytes) { return true }
      if line.starts(with: "## ".utf8) { return false }
      start = end + 1
    }
    return false
  }

  /// Returns the headings of a category's path: ` / ` joins them, but within a link it is text.
  static func headings(of heading: MarkdownNode) -> [String] {
    var headings: [[UInt8]] = [[]]
    for piece in PublishedPiece.pieces(of: heading) {
      guard piece.url == nil else {
        headings[headings.count - 1] += piece.text
        continue
      }
      var rest = piece.text[...]
      while let place = rest.firstIndex(of: UInt8(ascii: "/")) {
        let isJoint =
          place > rest.startIndex && rest[place - 1] == 0x20 && place + 1 < rest.endIndex
          && rest[place + 1] == 0x20
        headings[headings.count - 1] += rest[..<(isJoint ? place - 1 : place + 1)]
        if isJoint { headings.append([]) }
        rest = rest[(isJoint ? place + 2 : place + 1)...]
      }
      headings[headings.count - 1] += rest
    }
    return headings.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension PublishedItem {
  private mutating func readTitle(_ pieces: [PublishedPiece]) {
    var rest = pieces[...]
    var isStruck = false
    if let first = rest.first, first.url != nil || first.style == .strong {
      rest.removeFirst()
      isStruck = first.isStruck
      take(title: first)
    }
    guard var words = rest.first, words.url == nil else {
      if isStruck { text.entry.marks.append(.struck) }
      return
    }
    rest.removeFirst()
    words.text = takeMarks(words.text[...])
    if isStruck { text.entry.marks.append(.struck) }
    if hasDescription { describe([words] + rest) }
  }

  private mutating func take(title: PublishedPiece) {
    var name = title.text[...]
    if let (stars, end) = PublishedItem.stars(atEndOf: name) {
      text.entry.stars = stars
      name = name[..<end]
    }
    let place = name.withUnsafeBufferPointer { text.entry.add($0) }
    text.entry.title = place
    guard let url = title.url, !url.isEmpty else { return }
    text.entry.url = url.withUnsafeBufferPointer { text.entry.add($0) }
    if let url = text.entry.url { text.entry.addLink(title: place, url: url) }
  }

  /// Returns the count of ` (⭐1.5k)` and the end of the title before it.
  private static func stars(atEndOf title: ArraySlice<UInt8>) -> (stars: Stars, end: Int)? {
    let opening = Array(" (⭐".utf8)
    guard title.last == UInt8(ascii: ")"),
      let bracket = title.lastIndex(of: UInt8(ascii: "(")), bracket > title.startIndex,
      title[(bracket - 1)...].starts(with: opening)
    else { return nil }
    let count = title[(bracket - 1 + opening.count)..<(title.endIndex - 1)]
    return Stars(parsing: String(decoding: count, as: UTF8.self)).map { ($0, bracket - 1) }
  }

  /// Parses ` 🎓 🔥` before ` - `; returns the rest.
  private mutating func takeMarks(_ words: ArraySlice<UInt8>) -> [UInt8] {
    var rest = words
    while rest.first == 0x20 {
      let word = rest.dropFirst().prefix { $0 != 0x20 }
      let after = rest[word.endIndex...]
      if word.elementsEqual("-".utf8), after.first == 0x20 {
        hasDescription = true
        return Array(after.dropFirst())
      }
      guard !word.isEmpty else { break }
      text.entry.marks.append(Mark(String(decoding: word, as: UTF8.self)))
      rest = after
    }
    return Array(rest)
  }

  private mutating func readLine(_ pieces: ArraySlice<PublishedPiece>) {
    if let first = pieces.first, first.style == .emphasis {
      for piece in pieces { addLink(piece) }
      return
    }
    if hasDescription { text.entry.description.append(0x0A) }
    hasDescription = true
    describe(Array(pieces))
  }

  private mutating func describe(_ pieces: [PublishedPiece]) {
    for piece in pieces {
      text.entry.description += piece.text
      addLink(piece)
    }
  }

  private mutating func addLink(_ piece: PublishedPiece) {
    guard let url = piece.url else { return }
    let title = piece.text.withUnsafeBufferPointer { text.entry.add($0) }
    text.entry.addLink(
      title: title, url: url.withUnsafeBufferPointer { text.entry.add($0) })
  }
}

/// A run of text within a block: plain, or all of a link or of strong text.
struct PublishedPiece {
  enum Style { case plain, strong, emphasis }

  var text: [UInt8]
  var url: [UInt8]?
  var style = Style.plain
  var isStruck = false

  /// Returns the pieces of a paragraph or heading; adjacent texts are one piece.
  static func pieces(of block: MarkdownNode) -> [PublishedPiece] {
    var pieces: [PublishedPiece] = []
    for node in block.children {
      switch node.kind {
      case .strikethrough:
        for child in node.children { pieces.append(piece(child, isStruck: true)) }
      default:
        let next = piece(node, isStruck: false)
        if let last = pieces.last, last.isPlain, next.isPlain {
          pieces[pieces.count - 1].text += next.text
        } else {
          pieces.append(next)
        }
      }
    }
    return pieces
  }

  private var isPlain: Bool { url == nil && style == .plain && !isStruck }

  private static func piece(_ node: MarkdownNode, isStruck: Bool) -> PublishedPiece {
    var piece = PublishedPiece(text: [], isStruck: isStruck)
    switch node.kind {
    case .link: piece.url = node.withURL { Array($0) }
    case .strong: piece.style = .strong
    case .emphasis: piece.style = .emphasis
    case .text, .inlineCode: piece.text = node.withLiteral { Array($0) }
    case .softBreak, .lineBreak: piece.text = [0x20]
    default: break
    }
    var below = node.firstChild
    while let current = below {
      if current.kind == .text || current.kind == .inlineCode {
        piece.text += current.withLiteral { Array($0) }
      }
      below = current.following(within: node)
    }
    return piece
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
