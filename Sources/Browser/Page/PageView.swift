package import ListModel
package import PageLayout

/// A page on the screen, and where in it the reader is.
package struct PageView: Sendable {
  /// The focused part.
  package enum Focus: Equatable, Sendable {
    case page, contents
  }

  package internal(set) var contents: PageContents
  package var page: LaidOutPage
  /// The line that the reader is on, and the first line on the screen.
  package internal(set) var cursor = PagePosition()
  package internal(set) var top = PagePosition()
  /// The link that Tab last went to, while the cursor stays.
  package internal(set) var link: PageLink?
  /// How far lines that are not wrapped are moved to the left.
  package internal(set) var column = 0
  package internal(set) var focus = Focus.page
  /// The row of the contents.
  package internal(set) var row = 0
  /// The search text.
  package internal(set) var search = ""
  /// Its matches in the page, for the layout and the place where it was searched.
  var foundMatches: PageMatches?
  /// The page with all `<details>` open, as it was searched last; nil if none are closed.
  var openedPage: OpenedPage?
  /// The match that was gone to last.
  var match: PageMatch?
  package internal(set) var hints: PageHints?
  /// The changes of the version are shown instead of the page.
  package internal(set) var showsChanges = false
  /// The first change on the screen.
  package internal(set) var changesTop = 0

  /// The entries shown in the page without being in it, by the numbers that its lines have.
  let shownRemovals: [PageRemoval]
  /// The same as the layout takes it.
  let insertions: [PageInsertion]

  package init(_ contents: PageContents) {
    self.contents = contents
    page = contents.page
    shownRemovals = contents.shownRemovals
    insertions = shownRemovals.map(\.insertion)
  }

  package var request: PageRequest { contents.request }

  /// The line of the page that the cursor is on, counted from 1.
  package var source: Int32 {
    guard let piece = page.laid(cursor.piece), piece.lines.indices.contains(cursor.line) else {
      return 1
    }
    return piece.lines[cursor.line].source
  }

  /// The row of the contents that the cursor is under; nil above the first heading.
  package var presentRow: Int? {
    let source = source
    var (low, high) = (0, contents.headings.count)
    while low < high {
      let middle = (low + high) / 2
      if contents.headings[middle].line <= source { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The entry that begins on a line of the page, or that this line belongs to.
  ///
  /// An entry reaches to the next one, within its item or block; under a heading that is an entry
  /// itself to the next heading.
  ///
  /// - Parameter owner: the line that the item or block around it starts on.
  private func entry(atLine source: Int32, of owner: Int32) -> PageEntry? {
    guard let number = index(ofEntryBefore: source + 1) else { return nil }
    let found = contents.entries[number]
    let heading = contents.headings.last { $0.line <= source }?.line ?? 0
    return found.line >= owner || found.line == heading ? found : nil
  }

  /// The entry that the cursor is on; nil if it is on none.
  package var entry: EntryIndex? {
    guard let piece = page.laid(cursor.piece), piece.lines.indices.contains(cursor.line) else {
      return nil
    }
    let line = piece.lines[cursor.line]
    guard let removal = line.insertion else {
      guard let found = entry(atLine: line.source, of: line.owner) else { return nil }
      let all = entries(from: found.line, to: found.line + 1)
      return all.count > 1 ? entry(among: all, in: piece) ?? found.entry : found.entry
    }
    return shownRemovals.indices.contains(removal) ? shownRemovals[removal].entry : nil
  }

  /// Of the entries of a line of the page, the one of the link that Tab went to, or the last one whose link
  /// begins on the cursor's line or above it.
  private func entry(among all: ArraySlice<PageEntry>, in piece: LaidOutPiece) -> EntryIndex? {
    if let link, let found = all.first(where: { $0.url == piece.target(of: link.link) }) {
      return found.entry
    }
    let source = piece.lines[cursor.line].source
    for number in stride(from: cursor.line, through: max(0, cursor.line - 200), by: -1) {
      guard piece.lines[number].source == source else { break }
      let targets = Set(piece.links(onLine: number).map { piece.target(of: $0) })
      if let found = all.first(where: { targets.contains($0.url) }) { return found.entry }
    }
    return nil
  }

  /// The entries that begin on a line of a piece, to which what is known of them belongs.
  ///
  /// Where several begin on one line of the page, each belongs to the line of the screen on which its link
  /// begins; the first of these lines has those whose link is not found as well.
  package func entriesBeginning(onLine number: Int, of piece: LaidOutPiece) -> [EntryIndex] {
    let line = piece.lines[number]
    guard line.width > 0 else { return [] }
    let before = number > 0 ? piece.lines[number - 1] : nil
    if let removal = line.insertion {
      guard before?.insertion != removal, shownRemovals.indices.contains(removal) else {
        return []
      }
      return shownRemovals[removal].entry.map { [$0] } ?? []
    }
    // A line of the screen may hold the ends of lines of the page, and begin in the middle of one.
    let isFirst = before?.source != line.source || before?.width == 0 || before?.insertion != nil
    let next = number + 1 < piece.lines.count ? piece.lines[number + 1].source : line.source + 1
    let found = entries(from: line.source, to: max(line.source + 1, next)).prefix(Self.maxNoted)
    guard found.count > 1 else { return isFirst ? found.map(\.entry) : [] }
    let targets = Set(piece.links(onLine: number).map { piece.target(of: $0) })
    let here = found.filter { targets.contains($0.url) }.map(\.entry)
    if !here.isEmpty || !isFirst { return here }
    return found.prefix(1).map(\.entry)
  }

  /// Of more entries on a line no notes are drawn.
  private static let maxNoted = 64

  /// The entries that begin on lines of the page from one to before another.
  package func entries(from first: Int32, to end: Int32) -> ArraySlice<PageEntry> {
    let start = index(ofEntryBefore: first).map { $0 + 1 } ?? 0
    let last = index(ofEntryBefore: end).map { $0 + 1 } ?? 0
    return contents.entries[start..<max(start, last)]
  }

  private func index(ofEntryBefore line: Int32) -> Int? {
    var (low, high) = (0, contents.entries.count)
    while low < high {
      let middle = (low + high) / 2
      if contents.entries[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The line of the page that an entry is on.
  package func line(of entry: EntryIndex) -> Int32? {
    contents.entries.first { $0.entry == entry }?.line
  }
}

// MARK: - Moving

extension PageView {
  mutating func move(by lines: Int) {
    link = nil
    cursor = page.position(from: cursor, by: lines)
  }

  mutating func go(to position: PagePosition) {
    link = nil
    cursor = position
  }

  /// Goes to a line of the page, with some lines in sight above it; closed `<details>` around it are
  /// opened.
  mutating func go(toSource line: Int32, rows: Int) {
    openDetails(hiding: line)
    go(to: page.position(ofSource: Int(line)))
    top = page.position(from: cursor, by: -min(rows / 4, 5))
  }

  /// Opens closed `<details>` around a line of the page; the cursor stays at its line.
  mutating func openDetails(hiding line: Int32) {
    // Each time round opens the outermost ones that are still closed.
    for _ in 0..<64 {
      guard let details = page.closedDetails(hiding: Int(line)) else { return }
      var options = page.options
      options.toggledDetails.formSymmetricDifference([details])
      lay(options)
    }
  }

  /// Has only these `<details>` not as the page has them.
  mutating func toggle(_ details: Set<Int32>) {
    var options = page.options
    options.toggledDetails = details
    lay(options)
  }

  /// Goes to the place that `#name` leads to, with some lines in sight above it; false where there is
  /// none.
  mutating func go(toAnchor name: String) -> Bool {
    if let position = page.position(ofAnchor: name) {
      go(to: position)
    } else {
      guard page.isWhole else { return false }
      // It may be in details that are closed.
      var opened = page
      var options = page.options
      options.opensDetails = true
      _ = opened.change(to: options, keeping: 1)
      guard let position = opened.position(ofAnchor: name) else { return false }
      let source = opened.source(at: position)
      openDetails(hiding: source)
      go(to: page.position(ofSource: Int(source)))
    }
    top = page.position(from: cursor, by: -2)
    return true
  }

  /// Goes to the line of an entry that has its link; the entry may begin in the middle of a text.
  mutating func go(to entry: EntryIndex, link url: String, rows: Int) -> Bool {
    guard let line = line(of: entry) else { return false }
    go(toSource: line, rows: rows)
    var place = cursor
    for _ in 0..<12 {
      if let found = page.links(at: place).first(where: { page.target(of: $0) == url }) {
        cursor = found.position
        break
      }
      let next = page.position(from: place, by: 1)
      guard next != place, page.source(at: next) == line else { break }
      place = next
    }
    return true
  }

  mutating func goToLink(forward: Bool) -> Bool {
    guard let found = page.link(after: link, from: cursor, forward: forward) else { return false }
    cursor = found.position
    link = found
    return true
  }

  /// The link under the cursor: the one that Tab went to, else the first of the line.
  mutating func linkUnderCursor() -> PageLink? {
    link ?? page.links(at: cursor).first
  }

  /// Goes to the next heading, or the one before.
  mutating func goToSection(forward: Bool) {
    let source = source
    let headings = contents.headings
    let found =
      forward ? headings.first { $0.line > source } : headings.last { $0.line < source }
    if let found {
      go(to: page.position(ofSource: Int(found.line)))
    } else {
      go(to: forward ? page.lastPosition() : PagePosition())
    }
  }

  /// Keeps the cursor on the screen, and the visible lines laid out.
  mutating func scroll(rows: Int) {
    let rows = max(1, rows)
    let margin = min(3, (rows - 1) / 2)
    let below = page.distance(from: top, to: cursor, limit: 2 * rows + 2)
    if below < margin {
      top = page.position(from: cursor, by: -margin)
    } else if below > rows - 1 - margin {
      top = page.position(from: cursor, by: margin - rows + 1)
    }
    // At the end the screen stays full.
    let last = page.position(from: top, by: rows - 1)
    let missing = rows - 1 - page.distance(from: top, to: last, limit: rows)
    if missing > 0 { top = page.position(from: top, by: -missing) }
    let changes = contents.version?.changes.count ?? 0
    changesTop = min(max(0, changesTop), max(0, changes - rows))
    row = min(max(0, row), max(0, contents.headings.count - 1))
  }

  /// Scrolls by lines, and takes the cursor along where it would leave the screen.
  mutating func scroll(by lines: Int, rows: Int) {
    let rows = max(1, rows)
    let margin = min(3, (rows - 1) / 2)
    top = page.position(from: top, by: lines)
    let isAtStart = page.position(from: top, by: -1) == top
    let below = page.distance(from: top, to: cursor, limit: 2 * rows + abs(lines) + 2)
    if below < (isAtStart ? 0 : margin) {
      go(to: page.position(from: top, by: margin))
    } else if below > rows - 1 - margin {
      go(to: page.position(from: top, by: rows - 1 - margin))
    }
  }

  /// Takes over from a view of the same page where the reader is in it and what is looked for.
  mutating func stay(where earlier: PageView) {
    var earlier = earlier
    let above = earlier.page.distance(from: earlier.top, to: earlier.cursor, limit: 500)
    cursor = page.position(ofSource: Int(earlier.source))
    top = page.position(from: cursor, by: -above)
    (search, column, focus, row) = (earlier.search, earlier.column, earlier.focus, earlier.row)
  }

  /// Lays the page out at another width, staying at the line of the page.
  mutating func lay(_ options: LayoutOptions) {
    guard options != page.options else { return }
    let (source, above) = (source, page.distance(from: top, to: cursor, limit: 500))
    cursor = page.change(to: options, keeping: source)
    top = page.position(from: cursor, by: -above)
    link = nil
  }
}
