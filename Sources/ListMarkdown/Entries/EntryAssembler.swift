import ListModel

/// Turns the blocks of a page into entries, in order.
///
/// The role of a heading depends on the next block: a list or paragraphs that begin with a link
/// make it a category; other text makes it an entry, as in lists of tips and games. In a README
/// this applies only to headings of the level given by its form.
struct EntryAssembler {
  private(set) var found: EntryList
  /// Whether places on the same page are a table of contents rather than entries.
  let isReadme: Bool
  /// The day of the following entries.
  var added: Day? {
    get { items.added }
    set { items.added = newValue }
  }
  /// The location of the page.
  var page: PageAddress? {
    get { items.page }
    set { items.page = newValue }
  }
  /// The current headings.
  var path: HeadingPath
  /// The page's title was read.
  var isBelowTitle = false

  private var heading: HeadingText?
  private var open: OpenEntry?
  private var items: ItemReader
  private var knownParts = HeadingCache()
  /// The prose about categories; nil if it is not collected.
  private(set) var prose: CategoryProse?
  private let form: ReadmeForm
  private var tips = TipCount()

  init(
    isReadme: Bool, below path: HeadingPath = HeadingPath(), form: ReadmeForm = .links,
    isPacked: Bool = false, keepsProse: Bool = false
  ) {
    found = EntryList(isPacked: isPacked)
    if keepsProse { prose = CategoryProse() }
    self.isReadme = isReadme
    self.form = form
    self.path = path
    items = ItemReader(isReadme: isReadme)
  }

  /// Adds a heading that is not part of the page's frame.
  mutating func add(heading next: HeadingText) {
    closeOpenEntry()
    settleHeading()
    tips.reachHeading()
    path.come(toLevel: next.level)
    heading = next
  }

  /// Adds a block other than a heading.
  mutating func add(block: MarkdownBlock) {
    let (node, line) = (block.node, block.line)
    if isInSummary {
      addToSummary(node)
      return
    }
    enterContents(above: node)
    switch node.kind {
    case .list: add(list: block)
    case .paragraph:
      if isReadme, addLinkLines(node, line: line) { return }
      add(paragraph: InlineCollector.collect(node), line: line)
    case .table: add(table: block)
    case .html, .thematicBreak, .footnoteDefinition: break
    case .quote: addProse(BlockText.collect(node), line: line, isOfCategory: true)
    default: addProse(BlockText.collect(node), line: line)
    }
  }

  /// Adds a block of a page that awl published: its lists are entries, everything else describes the
  /// page.
  mutating func add(published block: MarkdownBlock) {
    guard block.node.kind == .list else { return }
    for item in block.node.children {
      append(PublishedItem(item).text, line: item.line + block.lineOffset)
    }
  }

  mutating func report(line: Int, _ message: String) { found.issues.add(line: line, message) }

  /// Ends the open entry: at a new day, and at the end of the page.
  mutating func finish() {
    closeOpenEntry()
    settleHeading()
    tips.reachHeading()
  }

  /// The form of a README that was read to its end as links.
  var foundForm: ReadmeForm { isReadme ? tips.form(entries: found.count) : .links }
}

extension EntryAssembler {
  /// Makes a heading that is not an entry current, or holds it until its role is known.
  var isBelowHeading: Bool {
    heading.map { !isEntry($0) && !isTip($0) }
      ?? (open == nil && !path.category.headings.isEmpty)
  }

  /// Makes the waiting heading, if any, a category.
  mutating func enterHeading() {
    if let heading { enter(heading) }
  }

  /// The entry of a folded section is open.
  var isInSummary: Bool { open?.origin == .summary }

  /// There is no heading above a level.
  func isOutermost(level: Int) -> Bool {
    (heading?.level ?? level) >= level && path.isOutermost(level: level)
  }

  /// Opens the entry of a folded section's summary.
  mutating func openSummary(_ text: consuming EntryText, line: Int) {
    enterHeading()
    closeOpenEntry()
    tips.enterEntries()
    open = OpenEntry(origin: .summary, line: line, text: text)
  }

  /// A folded section begins or ends; the entry of a summary ends with its own.
  mutating func changeDepth(by change: Int) {
    guard isInSummary, let depth = open?.depth else { return }
    open?.depth = depth + change
    if depth + change < 0 { closeOpenEntry() }
  }

  /// Appends paragraphs to the open entry's description.
  mutating func addToOpenEntry(_ texts: [InlineText]) {
    for text in texts { open?.text.addParagraph(text) }
  }

  /// Adds further links to the open entry.
  mutating func addLinksToSummary(of texts: [InlineText]) {
    for text in texts { open?.text.addLinks(of: text) }
  }

  /// Adds an entry at this place.
  mutating func append(_ text: consuming EntryText, line: Int) {
    tips.enterEntries()
    found.append(&text, category: path.category, added: added, line: line)
  }

  /// Returns whether a heading is an entry by its link; one below a tip is a part of that.
  private func isEntry(_ heading: HeadingText) -> Bool {
    heading.isLinked && heading.level <= form.tipLevel ?? 6
  }

  /// Returns whether a heading is an entry if text follows it.
  private func isTip(_ heading: HeadingText) -> Bool { heading.level == form.tipLevel }

  private mutating func enter(_ next: HeadingText) {
    guard isReadme else {
      path.enter(level: next.level, parts: knownParts.parts(of: next))
      heading = nil
      return
    }
    let part = next.part
    // Text below the table of contents belongs to the list.
    path.enter(
      level: next.level, parts: SectionName.isContents(Array(part.utf8)[...]) ? [] : [part])
    heading = nil
  }

  /// Makes a possible heading of the contents no category if the next block links to the page
  /// itself.
  private mutating func enterContents(above block: MarkdownNode) {
    guard isReadme, let next = heading, SectionName.mayBeContents(next.text.text[...]),
      ItemReader.startsWithAnchor(block, on: page)
    else { return }
    path.enter(level: next.level, parts: [])
    heading = nil
  }

  /// Resolves a heading without further blocks: with a link it is an entry.
  private mutating func settleHeading() {
    guard let heading else { return }
    guard isEntry(heading) else {
      enter(heading)
      return
    }
    openEntry(of: heading, origin: .linkedHeading)
    closeOpenEntry()
    path.pass(level: heading.level, parts: [heading.part])
  }

  private mutating func openEntry(of heading: HeadingText, origin: OpenEntry.Origin) {
    if isReadme { path.leave(forEntryOfLevel: heading.level) }
    open = OpenEntry(
      origin: origin, line: heading.line, text: EntryText(heading.textWithoutNumber),
      heading: heading)
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
    guard let heading = closing.heading else { return }
    if closing.origin == .linkedHeading {
      tips.enterEntries()
      tips.add(linkedHeading: heading.level)
    } else if isReadme {
      path.pass(level: heading.level, parts: [heading.part])
    }
  }

  private mutating func add(list block: MarkdownBlock) {
    let list = block.node
    let holdsLink =
      (isReadme || heading != nil || open != nil)
      && (block.isLinkedElsewhere || list.holdsLink)
    if let heading {
      if isEntry(heading) || isTip(heading), !holdsLink {
        openEntry(of: heading, origin: isEntry(heading) ? .linkedHeading : .plainHeading)
      } else {
        if !holdsLink { tips.reachText(belowLevel: heading.level) }
        enter(heading)
      }
    }
    if let opened = open, opened.origin != .paragraph {
      if !holdsLink {
        for text in BlockText.collect(list) { open?.text.addParagraph(text) }
        return
      }
      // It is a category after all, and an entry too if it has a link.
      if opened.origin == .plainHeading { open = nil }
      closeOpenEntry()
      if let heading = opened.heading { enter(heading) }
    }
    closeOpenEntry()
    // Numbered steps without links are instructions, not entries of a README.
    if isReadme, list.isOrdered, !holdsLink { return }
    items.lineOffset = block.lineOffset
    // Counters and facts above the first heading describe the list.
    items.dropsUnlinked = isReadme && !isBelowTitle && path == HeadingPath()
    let count = found.count
    items.read(list, category: path.category, into: &found)
    if holdsLink { tips.enterEntries() } else { tips.add(unlinkedItems: found.count - count) }
  }

  private mutating func add(table block: MarkdownBlock) {
    let rows = TableRow.rows(of: block.node, isContinuation: block.isContinuation)
    guard block.isLinkedElsewhere || rows.contains(where: { $0.text.leadsAway(from: page) }),
      open?.origin != .linkedHeading,
      !isReadme || open?.origin != .plainHeading
    else {
      addProse(BlockText.collect(block.node), line: block.line)
      return
    }
    if let heading { enter(heading) }
    closeOpenEntry()
    for row in rows where row.text.leadsAway(from: page) {
      append(row.text, line: row.line + block.lineOffset)
    }
  }

  private mutating func add(paragraph text: InlineText, line: Int) {
    let startsWithLink = text.links.first.map {
      !$0.isImage && !$0.isAnchor && !$0.isBare && $0.range.lowerBound == 0 && !$0.range.isEmpty
    }
    guard startsWithLink == true, !isReadme, open?.origin != .linkedHeading,
      open?.origin != .plainHeading, heading.map({ isEntry($0) }) != true
    else {
      addProse([text], line: line, isOfCategory: true)
      return
    }
    if let heading { enter(heading) }
    closeOpenEntry()
    open = OpenEntry(origin: .paragraph, line: line, text: EntryText(text))
  }

  /// Adds text to the open entry, or to the category if none is open and its prose is collected.
  private mutating func addProse(
    _ texts: [InlineText], line: Int, isOfCategory: Bool = false
  ) {
    if let heading {
      // Pictures before the first words do not describe the heading.
      guard texts.contains(where: { !$0.text.isEmpty }) || isEntry(heading) else { return }
      if isReadme, !isEntry(heading), !isTip(heading) {
        tips.reachText(belowLevel: heading.level)
        enter(heading)
        if isOfCategory { addCategoryProse(texts, line: line) }
        return
      }
      openEntry(of: heading, origin: isEntry(heading) ? .linkedHeading : .plainHeading)
    } else if open == nil, isOfCategory {
      addCategoryProse(texts, line: line)
    }
    for text in texts where !LicenceNotice.isPart(text) { open?.text.addParagraph(text) }
  }

  /// Adds prose to the current category.
  private mutating func addCategoryProse(_ texts: [InlineText], line: Int) {
    guard isReadme, !path.category.headings.isEmpty else { return }
    prose?.add(texts, of: path.category, line: line, issues: &found.issues)
  }
}
