package import ListModel
package import PageLayout

/// A page on the screen and the user's position in it.
package struct PageView: Sendable {
  /// The focused part.
  package enum Focus: Equatable, Sendable {
    case page, contents
  }

  package internal(set) var contents: PageContents
  package var page: LaidOutPage
  /// The line of the cursor, and the first line on the screen.
  package internal(set) var cursor = PagePosition()
  package internal(set) var top = PagePosition()
  /// The link selected with Tab, until the cursor moves.
  package internal(set) var link: PageLink?
  /// How many columns unwrapped lines are scrolled to the left.
  package internal(set) var column = 0
  package internal(set) var focus = Focus.page
  /// The selected row of the contents.
  package internal(set) var row = 0
  /// The search text.
  package internal(set) var search = ""
  /// The matches of the search, for the layout and the part of the page that was searched.
  var foundMatches: PageMatches?
  /// The page with all `<details>` open, as it was last searched; nil if none are closed.
  var openedPage: OpenedPage?
  /// The match last visited.
  var match: PageMatch?
  package internal(set) var hints: PageHints?
  /// Whether the changes of the version are shown instead of the page.
  package internal(set) var showsChanges = false
  /// The first change on the screen.
  package internal(set) var changesTop = 0

  /// The entries shown in the page without being part of it, by the numbers of their lines.
  let shownRemovals: [PageRemoval]
  /// The same as insertions for the layout.
  let insertions: [PageInsertion]

  package init(_ contents: PageContents) {
    self.contents = contents
    page = contents.page
    shownRemovals = contents.shownRemovals
    insertions = shownRemovals.map(\.insertion)
  }

  package var request: PageRequest { contents.request }

  /// The line of the page under the cursor, counted from 1.
  package var source: Int32 {
    guard let piece = page.laid(cursor.piece), piece.lines.indices.contains(cursor.line) else {
      return 1
    }
    return piece.lines[cursor.line].source
  }

  /// The row of the contents that contains the cursor; nil above the first heading.
  package var presentRow: Int? {
    let source = source
    let next = contents.headings.partitioningIndex { $0.line > source }
    return next > 0 ? next - 1 : nil
  }

  /// Returns the entry that begins on a line of the page or contains it.
  ///
  /// An entry extends to the next one within its item or block; a heading that is an entry extends
  /// to the next heading.
  ///
  /// - Parameter owner: the line on which the enclosing item or block starts.
  private func entry(atLine source: Int32, of owner: Int32) -> PageEntry? {
    guard let number = index(ofEntryBefore: source + 1) else { return nil }
    let found = contents.entries[number]
    let heading = contents.headings.last { $0.line <= source }?.line ?? 0
    return found.line >= owner || found.line == heading ? found : nil
  }

  /// The entry under the cursor; nil if there is none.
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

  /// Returns, of the entries of a line, the one of the link selected with Tab, or the last one
  /// whose link begins on the cursor's line or above it.
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

  /// Returns the entries that begin on a line of a piece, whose notes belong there.
  ///
  /// If several begin on one line of the page, each belongs to the screen line on which its link
  /// begins; the first of these lines also gets those whose link is not found.
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
    // A screen line may contain the ends of page lines, and begin in the middle of one.
    let isFirst = before?.source != line.source || before?.width == 0 || before?.insertion != nil
    let next = number + 1 < piece.lines.count ? piece.lines[number + 1].source : line.source + 1
    let found = entries(from: line.source, to: max(line.source + 1, next)).prefix(Self.maxNoted)
    guard found.count > 1 else { return isFirst ? found.map(\.entry) : [] }
    let targets = Set(piece.links(onLine: number).map { piece.target(of: $0) })
    let here = found.filter { targets.contains($0.url) }.map(\.entry)
    if !here.isEmpty || !isFirst { return here }
    return found.prefix(1).map(\.entry)
  }

  /// With more entries on a line no notes are drawn.
  private static let maxNoted = 64

  /// Returns the entries that begin on lines of the page in a half-open range.
  func entries(from first: Int32, to end: Int32) -> ArraySlice<PageEntry> {
    let start = index(ofEntryBefore: first).map { $0 + 1 } ?? 0
    let last = index(ofEntryBefore: end).map { $0 + 1 } ?? 0
    return contents.entries[start..<max(start, last)]
  }

  private func index(ofEntryBefore line: Int32) -> Int? {
    let next = contents.entries.partitioningIndex { $0.line >= line }
    return next > 0 ? next - 1 : nil
  }

  /// Returns the line of the page of an entry.
  func line(of entry: EntryIndex) -> Int32? {
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

  /// Goes to a line of the page, with some lines visible above it; closed `<details>` around it are
  /// opened.
  mutating func go(toSource line: Int32, rows: Int) {
    openDetails(hiding: line)
    go(to: page.position(ofSource: Int(line)))
    top = page.position(from: cursor, by: -min(rows / 4, 5))
  }

  /// Opens closed `<details>` around a line of the page; the cursor stays on its line.
  mutating func openDetails(hiding line: Int32) {
    // Each round opens the outermost ones that are still closed.
    for _ in 0..<64 {
      guard let details = page.closedDetails(hiding: Int(line)) else { return }
      var options = page.options
      options.toggledDetails.formSymmetricDifference([details])
      lay(options)
    }
  }

  /// Sets which `<details>` differ from their state in the page.
  mutating func toggle(_ details: Set<Int32>) {
    var options = page.options
    options.toggledDetails = details
    lay(options)
  }

  /// Goes to the target of `#name`, with some lines visible above it; returns false if there is
  /// none.
  mutating func go(toAnchor name: String) -> Bool {
    if let position = page.position(ofAnchor: name) {
      go(to: position)
    } else {
      guard page.isWhole else { return false }
      // It may be inside closed details.
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

  /// Returns the link under the cursor: the one selected with Tab, else the first on the line.
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
    // At the end of the page the screen stays full.
    let last = page.position(from: top, by: rows - 1)
    let missing = rows - 1 - page.distance(from: top, to: last, limit: rows)
    if missing > 0 { top = page.position(from: top, by: -missing) }
    let changes = contents.version?.changes.count ?? 0
    changesTop = min(max(0, changesTop), max(0, changes - rows))
    row = min(max(0, row), max(0, contents.headings.count - 1))
  }

  /// Scrolls by lines; the cursor moves along if it would leave the screen.
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

  /// Takes over the position and the search from another view of the same page.
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
