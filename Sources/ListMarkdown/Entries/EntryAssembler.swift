import ListModel

/// Makes entries of the blocks of a page, in their order.
///
/// A heading waits for what follows it: a list or paragraphs that begin with a link make it a
/// category; other text makes it an entry of its own, as lists of tips and of games are written.
struct EntryAssembler {
  private(set) var found: EntryList
  /// Whether places on the same page are a table of contents rather than entries.
  let isReadme: Bool
  /// The day of the entries to come.
  var added: Day? {
    get { items.added }
    set { items.added = newValue }
  }
  /// The headings in force.
  var path: HeadingPath

  private var heading: HeadingText?
  private var open: OpenEntry?
  private var items: ItemReader
  private var knownParts = KnownParts()

  init(isReadme: Bool, below path: HeadingPath = HeadingPath(), isPacked: Bool = false) {
    found = EntryList(isPacked: isPacked)
    self.isReadme = isReadme
    self.path = path
    items = ItemReader(isReadme: isReadme)
  }

  /// A heading that is not of the page's own frame.
  mutating func add(heading next: HeadingText) {
    closeOpenEntry()
    settleHeading()
    path.come(toLevel: next.level)
    heading = next
  }

  /// A block that is no heading; `lineOffset` is added to its lines.
  mutating func add(block node: MarkdownNode, lineOffset: Int) {
    switch node.kind {
    case .list: add(list: node, lineOffset: lineOffset)
    case .paragraph:
      if isReadme, addLinkLines(node, line: node.line + lineOffset) { return }
      add(paragraph: InlineCollector.collect(node), line: node.line + lineOffset)
    case .table: add(table: node, lineOffset: lineOffset)
    case .thematicBreak, .html, .footnoteDefinition: break
    default: addProse(BlockText.collect(node), line: node.line + lineOffset)
    }
  }

  mutating func tell(line: Int, _ message: String) { found.issues.add(line: line, message) }

  /// Ends what is open: at a new day, and at the end of the page.
  mutating func finish() {
    closeOpenEntry()
    settleHeading()
  }
}

extension EntryAssembler {
  /// A heading that is no entry itself is in force, or waits for what follows it.
  var isBelowHeading: Bool {
    heading.map { !$0.isLinked } ?? (open == nil && !path.category.headings.isEmpty)
  }

  /// Makes the heading that waits, if one does, a category.
  mutating func enterHeading() {
    if let heading { enter(heading) }
  }

  /// Adds an entry at this place.
  mutating func append(_ text: consuming EntryText, line: Int) {
    found.append(&text, category: path.category, added: added, line: line)
  }

  private mutating func enter(_ next: HeadingText) {
    path.enter(level: next.level, parts: isReadme ? [next.part] : knownParts.parts(of: next))
    heading = nil
  }

  /// Decides on a heading that nothing follows: where it has a link it is an entry.
  private mutating func settleHeading() {
    guard let heading else { return }
    guard heading.isLinked else {
      enter(heading)
      return
    }
    openEntry(of: heading, origin: .linkedHeading)
    closeOpenEntry()
    path.pass(level: heading.level, parts: [heading.part])
  }

  private mutating func openEntry(of heading: HeadingText, origin: OpenEntry.Origin) {
    open = OpenEntry(
      origin: origin, line: heading.line, text: EntryText(heading.text), heading: heading)
    self.heading = nil
  }

  private mutating func closeOpenEntry() {
    guard var closing = open else { return }
    open = nil
    closing.text.adoptLink()
    var category = path.category
    // `### Redirects / Force www` followed by `### Force www`: the path ends in the entry.
    if closing.origin == .plainHeading, let last = category.headings.last,
      last.utf8.elementsEqual(closing.text.title)
    {
      category = CategoryPath(category.headings.dropLast())
    }
    found.append(&closing.text, category: category, added: added, line: closing.line)
  }

  private mutating func add(list: MarkdownNode, lineOffset: Int) {
    let holdsLink = (heading?.isLinked == true || open != nil) && ItemReader.holdsLink(list)
    if let heading {
      if heading.isLinked, !holdsLink {
        openEntry(of: heading, origin: .linkedHeading)
      } else {
        enter(heading)
      }
    }
    if let opened = open, opened.origin != .paragraph {
      if !holdsLink {
        for text in BlockText.collect(list) { open?.text.addParagraph(text) }
        return
      }
      // A category after all; one with a link is an entry as well.
      if opened.origin == .plainHeading { open = nil }
      closeOpenEntry()
      if let heading = opened.heading { enter(heading) }
    }
    closeOpenEntry()
    // Numbered steps without a link tell what to do, and are no entries of a README.
    if isReadme, list.isOrdered, !ItemReader.holdsLink(list) { return }
    items.lineOffset = lineOffset
    items.read(list, category: path.category, into: &found)
  }

  private mutating func add(table: MarkdownNode, lineOffset: Int) {
    let rows = TableRow.rows(of: table)
    guard rows.contains(where: \.text.hasLink), open?.origin != .linkedHeading else {
      addProse(BlockText.collect(table), line: table.line + lineOffset)
      return
    }
    if let heading { enter(heading) }
    closeOpenEntry()
    for row in rows where row.text.hasLink {
      append(row.text, line: row.line + lineOffset)
    }
  }

  private mutating func add(paragraph text: InlineText, line: Int) {
    let startsWithLink = text.links.first.map {
      !$0.isImage && !$0.isAnchor && !$0.isBare && $0.range.lowerBound == 0 && !$0.range.isEmpty
    }
    guard startsWithLink == true, !isReadme, open?.origin != .linkedHeading,
      open?.origin != .plainHeading, heading?.isLinked != true
    else {
      addProse([text], line: line)
      return
    }
    if let heading { enter(heading) }
    closeOpenEntry()
    open = OpenEntry(origin: .paragraph, line: line, text: EntryText(text))
  }

  private mutating func addProse(_ texts: [InlineText], line: Int) {
    if let heading {
      // Pictures before the first words say nothing of what the heading is.
      guard texts.contains(where: { !$0.text.isEmpty }) || heading.isLinked else { return }
      if isReadme, !heading.isLinked {
        enter(heading)
        return
      }
      openEntry(of: heading, origin: heading.isLinked ? .linkedHeading : .plainHeading)
    }
    for text in texts where !LicenceNotice.isPart(text) { open?.text.addParagraph(text) }
  }
}
