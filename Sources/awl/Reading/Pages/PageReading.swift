import Browser
import ListLibrary
import ListMarkdown
import ListModel
import PageLayout
import UserFiles

/// Prepares a page for the screen.
struct PageReading {
  private let found: FoundPage
  private let request: PageRequest
  private let list: ListIndex
  private let catalog: Catalog
  /// The page as Markdown, whatever its language.
  private let markdown: [UInt8]

  /// The maximum number of versions read to locate removed entries.
  private static let maxVersions = 300

  init(
    _ found: FoundPage, _ request: PageRequest, _ list: ListIndex, _ catalog: Catalog
  ) throws {
    (self.found, self.request, self.list, self.catalog) = (found, request, list, catalog)
    do throws(PageError) {
      markdown = try PageText(found.bytes, path: found.isMade ? "made.md" : found.path).markdown
    } catch {
      throw Failure(.badData, "\(found.path): \(error)")
    }
  }

  func contents() throws -> PageContents {
    let document: PageDocument
    do throws(PageError) {
      document = try PageDocument(markdown)
    } catch {
      throw Failure(.badData, "\(found.path): \(error)")
    }
    let read = request.file == nil ? entries(of: markdown) : nil
    let entries = read.map {
      PageContents.places(of: list, in: catalog, among: $0.entries, lines: $0.lines)
    }
    var page = LaidOutPage(document, request.options)
    let headings = PageContents.headings(of: &page, entries: entries ?? [])
    var contents = PageContents(
      request: request, title: title, path: found.path, page: page, entries: entries ?? [],
      headings: headings, version: version(read, headings))
    if request.showsRemoved, let read { contents.removals = removals(from: read, headings) }
    contents.identifyRemovals(among: goneEntries.mapValues(\.index))
    return contents
  }

  private var title: String {
    let named = catalog.list(list)
    let title =
      named.title.utf8.elementsEqual(named.id.path.utf8)
      ? named.title : "\(named.title) (\(named.id.path))"
    return found.isMade ? title + ", by its entries" : title
  }

  /// Returns the entries of a version of the page, and the lines of its Markdown on which they
  /// start.
  private func entries(of markdown: [UInt8]) -> ParsedPage? {
    // The path makes it an overview and names the list; the content is always Markdown.
    try? PageReader.read(markdown, path: markdownPath)
  }

  private var markdownPath: String {
    guard !found.isMade, ![".md", ".markdown"].contains(where: found.path.lowercased().hasSuffix)
    else { return found.path }
    let name = found.path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    return found.path.dropLast(name.count) + stem + ".md"
  }

  private func version(_ read: ParsedPage?, _ headings: [PageHeadingRow]) -> PageVersion? {
    guard let version = found.version else { return nil }
    let before = version.previous.flatMap { earlier($0) }
    return PageVersion(
      commit: version.commit, day: version.day, author: version.author, subject: version.subject,
      entries: read?.entries ?? [], lines: read?.lines ?? [], before: before?.entries,
      headings: headings)
  }

  private func earlier(_ bytes: [UInt8]) -> ParsedPage? {
    (try? PageText(bytes, path: found.path)).flatMap { entries(of: $0.markdown) }
  }
}

// MARK: - What left the list

extension PageReading {
  /// The removed entries of the catalog, by their identity.
  private var goneEntries: [String: (index: EntryIndex, entry: Entry)] {
    var gone: [String: (index: EntryIndex, entry: Entry)] = [:]
    for number in catalog.entries(of: list) where catalog.isRemoved(EntryIndex(number)) {
      let entry = catalog.entry(EntryIndex(number))
      gone[RemovalPositions.key(of: entry)] = (EntryIndex(number), entry)
    }
    return gone
  }

  /// Returns the entries removed up to the current version, at their last place.
  private func removals(from read: ParsedPage, _ headings: [PageHeadingRow]) -> [PageRemoval] {
    let places = RemovalPositions(entries: read.entries, lines: read.lines, headings: headings)
    var gone: [(entry: Entry, day: Day?, commit: String)] = []
    for (_, entry) in goneEntries.values where !places.has(entry) {
      let removal = entry.history?.changes.last { $0.kind == .removed }
      if let day = removal?.day, let shown = found.version?.day, day > shown { continue }
      gone.append((entry, removal?.day, removal?.commit ?? ""))
    }
    // Oldest first, with those of one commit together.
    gone.sort {
      ($0.day?.number ?? 0, $0.commit, $0.entry.title) < (
        $1.day?.number ?? 0, $1.commit, $1.entry.title
      )
    }
    var commits = Set<String>()
    for (_, _, commit) in gone.reversed() where commits.count < Self.maxVersions {
      commits.insert(commit)
    }
    let pages = versions(before: commits)
    var removals: [PageRemoval] = []
    var rest = gone[...]
    while let first = rest.first {
      let together = rest.prefix { $0.commit.utf8.elementsEqual(first.commit.utf8) }.map(\.entry)
      rest = rest.dropFirst(together.count)
      removals += self.removals(of: together, at: places, in: pages[first.commit] ?? [])
    }
    return removals.inOrder()
  }

  /// Returns the removals of entries by one commit, in the order of the previous version.
  private func removals(
    of entries: [Entry], at places: RemovalPositions, in before: [Entry]
  ) -> [PageRemoval] {
    let wanted = Set(entries.map { RemovalPositions.key(of: $0) })
    var numbers: [String: Int] = [:]
    for (number, entry) in before.enumerated() {
      let key = RemovalPositions.key(of: entry)
      if wanted.contains(key) { numbers[key] = number }
    }
    // Entries that are not found there go below their heading.
    let lost = entries.filter { numbers[RemovalPositions.key(of: $0)] == nil }
    return places.removals(of: Array(numbers.values), in: before)
      + lost.flatMap { places.removals(of: [0], in: [$0]) }
  }

  private func versions(before commits: Set<String>) -> [String: [Entry]] {
    guard let folders = try? directories(),
      let pages = try? Library(folders).overviews(before: commits, of: request.list)
    else { return [:] }
    return pages.compactMapValues { earlier($0)?.entries }
  }
}
