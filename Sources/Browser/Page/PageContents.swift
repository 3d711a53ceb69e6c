import ListMarkdown
package import ListModel
package import PageLayout

/// A request for a page.
package struct PageRequest: Equatable, Sendable {
  /// The version of the page.
  package enum Version: Equatable, Sendable {
    case newest
    /// As it was at the end of a day.
    case day(Day)
    /// This many versions before or after that of a commit; the first or last one if there are
    /// fewer.
    case before(String, steps: Int)
    case after(String, steps: Int)
  }

  package let list: ListID
  /// Another Markdown file of the same clone or folder; nil for the overview.
  package var file: String?
  package var version = Version.newest
  /// Whether removed entries are requested too.
  package var showsRemoved = false
  /// The layout of the page.
  package var options: LayoutOptions
  /// The number of the request, to recognise outdated responses.
  package var generation: Int
}

/// A page with everything that the screen shows about it, computed on another thread.
package struct PageContents: Sendable {
  package let request: PageRequest
  package let title: String
  /// The path of the file; empty if it was generated from the entries.
  package let path: String
  package let page: LaidOutPage
  package let entries: [PageEntry]
  package let headings: [PageHeadingRow]
  /// The version that is shown; nil if there are no others.
  package var version: PageVersion?
  /// The entries that left the list, if they were requested.
  package var removals: [PageRemoval] = []

  package init(
    request: PageRequest, title: String, path: String, page: LaidOutPage, entries: [PageEntry],
    headings: [PageHeadingRow], version: PageVersion? = nil
  ) {
    self.request = request
    self.title = title
    self.path = path
    self.page = page
    self.entries = entries
    self.headings = headings
    self.version = version
  }
}

/// The place of an entry of the catalog in a page.
package struct PageEntry: Equatable, Sendable {
  /// The line of the page on which it starts.
  package let line: Int32
  package let entry: EntryIndex
  /// Its link, which distinguishes it from others on the same line; empty if it has none.
  package let url: String

  package init(line: Int32, entry: EntryIndex, url: String) {
    self.line = line
    self.entry = entry
    self.url = url
  }
}

/// A heading in the contents of a page.
package struct PageHeadingRow: Equatable, Sendable {
  package let level: Int
  package let text: String
  /// The line of the page that it is on.
  package let line: Int32
  /// How many entries are below it and its sub-headings.
  package var count: Int

  package init(level: Int, text: String, line: Int32, count: Int = 0) {
    self.level = level
    self.text = text
    self.line = line
    self.count = count
  }
}

extension PageContents {
  /// The entries shown in the page without being part of it: those the version removed, or on
  /// request all removed ones.
  var shownRemovals: [PageRemoval] {
    request.showsRemoved ? removals : version?.removals ?? []
  }

  /// The number of lines of the page.
  package var lineCount: Int { page.document.lineCount }

  /// The same page without information on its entries.
  var withoutEntries: PageContents {
    var contents = PageContents(
      request: request, title: title, path: path, page: page, entries: [], headings: headings,
      version: version)
    contents.removals = removals
    contents.identifyRemovals(among: [:])
    return contents
  }

  /// Sets which entries of the catalog the removed entries are.
  package mutating func identifyRemovals(among entries: [String: EntryIndex]) {
    if let removals = version?.removals { version?.removals = removals.with(entries) }
    removals = removals.with(entries)
  }

  /// Finds the entries of a catalog's list among those parsed from a page.
  ///
  /// Matches by link and title, then by link, then by title, and repeated ones in order. Linear.
  package static func places(
    of list: ListIndex, in catalog: Catalog, among read: [Entry], lines: [Int]
  ) -> [PageEntry] {
    var byBoth: [String: [Int]] = [:]
    var byLink: [LinkKey: [Int]] = [:]
    var byTitle: [String: [Int]] = [:]
    for (number, entry) in read.enumerated() {
      byBoth["\(entry.url ?? "")\u{0}\(entry.title)", default: []].append(number)
      if let url = entry.url { byLink[LinkKey(url), default: []].append(number) }
      byTitle[entry.title.lowercased(), default: []].append(number)
    }
    var places: [PageEntry] = []
    for number in catalog.entries(of: list) {
      let index = EntryIndex(number)
      guard !catalog.isRemoved(index) else { continue }
      let (title, url) = (catalog.titles[number], catalog.urls[number])
      let found =
        take(&byBoth, "\(url)\u{0}\(title)")
        ?? (url.isEmpty ? nil : take(&byLink, LinkKey(url)))
        ?? take(&byTitle, title.lowercased())
      if let found {
        places.append(PageEntry(line: Int32(clamping: lines[found]), entry: index, url: url))
      }
    }
    return places.sorted { ($0.line, $0.entry.number) < ($1.line, $1.entry.number) }
  }

  /// Takes the next number of a key; the last one is reused.
  private static func take<Key>(_ numbers: inout [Key: [Int]], _ key: Key) -> Int? {
    guard let found = numbers[key], let first = found.first else { return nil }
    if found.count > 1 { numbers[key] = Array(found.dropFirst()) }
    return first
  }

  /// Returns the contents of a page: its headings, each with the number of entries below it.
  package static func headings(
    of page: inout LaidOutPage, entries: [PageEntry]
  ) -> [PageHeadingRow] {
    var rows: [PageHeadingRow]
    if page.isWhole {
      rows = page.headings().map { _, heading in
        PageHeadingRow(level: heading.level, text: heading.text, line: heading.source)
      }
    } else {
      rows = page.document.headings.prefix(5_000).map { heading in
        PageHeadingRow(
          level: heading.level, text: page.document.plainText(of: heading),
          line: Int32(clamping: heading.line))
      }
    }
    for (index, count) in counts(of: entries, under: rows).enumerated() {
      rows[index].count = count
    }
    return rows
  }

  /// Counts the entries below each heading and its subheadings; linear.
  private static func counts(
    of entries: [PageEntry], under rows: [PageHeadingRow]
  ) -> [Int] {
    var counts = Array(repeating: 0, count: rows.count)
    var next = 0
    // An entry counts for all headings that are open above it, at most six.
    var open: [Int] = []
    for entry in entries {
      while next < rows.count, rows[next].line <= entry.line {
        while let last = open.last, rows[last].level >= rows[next].level { open.removeLast() }
        open.append(next)
        next += 1
      }
      for above in open { counts[above] += 1 }
    }
    return counts
  }

  /// Returns how many entries below each heading are new; empty if none are.
  package func newCounts(_ news: NewEntries) -> [Int] {
    let new = entries.filter { news.contains($0.entry) }
    return new.isEmpty ? [] : Self.counts(of: new, under: headings)
  }
}
