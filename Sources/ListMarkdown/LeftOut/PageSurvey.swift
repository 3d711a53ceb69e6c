import ListModel

/// All links and headings of a page, whether they belong to entries or not.
///
/// It walks the same trees as the entry parsers, without their rules: each link that leads off the
/// page is listed once. Costs one pass over the trees.
struct PageSurvey {
  private(set) var links: [SurveyedLink] = []
  private(set) var headings: [SurveyedHeading] = []
  /// Headings that HTML hides, which no entry can be below.
  private(set) var hiddenHeadings: [SurveyedHeading] = []
  /// The current headings, by their numbers in `headings`.
  private var path: [Int] = []
  private var collector = InlineCollector()
  /// The last line of a table row; a table that is read in pieces repeats its head.
  private var lastRow = 0
  /// The places of the links found.
  private var known: Set<Place> = []

  /// The references of text that is not part of a tree.
  private var references: LinkReferences

  /// Creates a survey without content yet, of the page that has these references.
  init(references: LinkReferences = LinkReferences()) {
    self.references = references
  }

  private struct Place: Hashable {
    let line: Int
    let url: [UInt8]
  }

  /// Adds the content of a top-level block.
  mutating func add(_ block: MarkdownNode, lineOffset: Int) {
    var node: MarkdownNode? = block
    while let current = node {
      let line = current.line + lineOffset
      switch current.kind {
      case .paragraph: addInlines(of: current, line: line, place: place(of: current))
      case .heading: add(heading: current, line: line, isTopLevel: current == block)
      case .tableRow: add(row: current, lineOffset: lineOffset)
      case .html: current.withLiteral { add(html: $0, line: line) }
      case .code: break
      default:
        node = current.following(within: block)
        continue
      }
      node = current.followingBeside(within: block)
    }
  }

  /// Adds the links of text that was not parsed or was cut before parsing.
  mutating func add(unparsed text: some Sequence<UInt8>, line: Int, place: SurveyedLink.Place) {
    for link in TextLinks.find(in: text, references: &references) {
      let isKnown = known.contains(Place(line: line + link.line, url: link.url))
      guard place == .comment || !isKnown else { continue }
      append(title: link.title, url: link.url, line: line + link.line, place: place)
    }
  }

  /// Adds the links of footnotes, which are in a tree only if they are referenced.
  mutating func addFootnotes(of text: [UInt8]) {
    var line = 1
    var start = 0
    while start < text.count {
      let end = UTF8Scan.index(of: 0x0A, in: text, from: start) ?? text.count
      let note = text[start..<end].drop { $0 == 0x20 }
      if note.starts(with: "[^".utf8) { add(unparsed: note, line: line, place: .footnote) }
      line += 1
      start = end + 1
    }
  }

  /// Sorts the links by line.
  mutating func sort() { links.sort { $0.line < $1.line } }
}

/// A link that leads off its page.
struct SurveyedLink {
  /// The kind of text that contains it.
  enum Place { case paragraph, item, quote, table, heading, html, footnote, comment, cut }

  let title: [UInt8]
  let url: [UInt8]
  let line: Int
  let place: Place
  /// There is a picture under the link and no text.
  let isImage: Bool
  /// The number of the heading that it is below.
  let heading: Int?
}

/// A heading of a page.
struct SurveyedHeading {
  let text: [UInt8]
  let level: Int
  let line: Int
  /// The number of the heading that it is below.
  let parent: Int?
  /// Whether it is hidden by a comment.
  var isComment = false
}

extension PageSurvey {
  /// Returns the texts of a heading and of those it is below, outermost first.
  func path(to heading: Int?) -> [String] {
    var path: [String] = []
    var next = heading
    while let number = next {
      path.append(headings[number].text[...].string)
      next = headings[number].parent
    }
    return path.reversed()
  }

  private mutating func add(row: MarkdownNode, lineOffset: Int) {
    let isHead = row == row.parent?.firstChild
    let line = (isHead ? row.headLine : row.line) + lineOffset
    guard line > lastRow else { return }
    lastRow = line
    for cell in row.children { addInlines(of: cell, line: line, place: .table) }
  }

  private func place(of paragraph: MarkdownNode) -> SurveyedLink.Place {
    var node = paragraph.parent
    while let current = node {
      switch current.kind {
      case .item: return .item
      case .footnoteDefinition: return .footnote
      case .quote: return .quote
      default: node = current.parent
      }
    }
    return .paragraph
  }

  private mutating func add(heading: MarkdownNode, line: Int, isTopLevel: Bool) {
    let level = heading.headingLevel
    if isTopLevel {
      while let last = path.last, headings[last].level >= level { path.removeLast() }
    }
    addInlines(of: heading, line: line, place: isTopLevel ? .heading : .item)
    guard isTopLevel else { return }
    headings.append(
      SurveyedHeading(
        text: collector.result.text, level: level, line: line, parent: path.last))
    path.append(headings.count - 1)
  }

  private mutating func addInlines(
    of block: MarkdownNode, line: Int, place: SurveyedLink.Place
  ) {
    collector.read(block)
    let text = collector.result
    var lines = 0
    for link in text.links where !link.isAnchor {
      while lines < text.lineEnds.count, text.lineEnds[lines] <= link.range.lowerBound {
        lines += 1
      }
      append(
        title: Array(text.text[link.range]), url: Array(text.url(of: link)), line: line + lines,
        place: place, isImage: link.isImage)
    }
    addComments(of: block, line: line)
  }

  private mutating func addComments(of block: MarkdownNode, line: Int) {
    var lines = 0
    var node = block.firstChild
    while let current = node {
      switch current.kind {
      case .softBreak, .lineBreak: lines += 1
      case .inlineHTML:
        current.withLiteral { tag in
          guard tag.starts(with: "<!--".utf8) else { return }
          add(unparsed: tag, line: line + lines, place: .comment)
        }
      default: break
      }
      node = current.following(within: block)
    }
  }

  private mutating func add(html: UnsafeBufferPointer<UInt8>, line: Int) {
    for link in HTMLLinks.find(in: html, references: &references) {
      append(
        title: link.title, url: link.url, line: line + link.line,
        place: link.isComment ? .comment : .html, isImage: link.isImage)
    }
    let isComment = html.starts(with: "<!--".utf8)
    for heading in HiddenHeadings.find(in: html) {
      hiddenHeadings.append(
        SurveyedHeading(
          text: heading.text, level: heading.level, line: line + heading.line, parent: path.last,
          isComment: isComment))
    }
  }

  private mutating func append(
    title: [UInt8], url: [UInt8], line: Int, place: SurveyedLink.Place, isImage: Bool = false
  ) {
    guard let first = url.first, first != UInt8(ascii: "#") else { return }
    known.insert(Place(line: line, url: url))
    links.append(
      SurveyedLink(
        title: title, url: url, line: line, place: place, isImage: isImage, heading: path.last))
  }
}
