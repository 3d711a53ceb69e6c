import Browser
import CursesTerminal
import Dispatch
import ListLibrary
import ListMarkdown
import ListModel
import PageLayout

/// Reads pages for the screen on threads of its own.
final class PageWorker: Sendable {
  /// Pages that are on the screen in place of the library.
  private let pages: [String]
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on other threads.
  init(pages: [String], report: @escaping @Sendable (BrowserReport) -> Void) {
    self.pages = pages
    self.report = report
  }

  /// Reads a page and finds the entries of the catalog in it.
  func read(_ request: PageRequest, in catalog: Catalog) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      Terminal.coverThread()
      do {
        report(.page(try contents(request, catalog)))
      } catch {
        let reason = (error as? Failure)?.message ?? "\(error)"
        report(.noPage(reason, generation: request.generation))
      }
    }
  }

  private func contents(_ request: PageRequest, _ catalog: Catalog) throws -> PageContents {
    guard let list = catalog.index(of: request.list) else {
      throw Failure(.usage, "there is no list \(request.list.path) any more")
    }
    let found = try find(request, list, catalog)
    let document: PageDocument
    do throws(PageError) {
      document = try PageDocument(found.bytes)
    } catch {
      throw Failure(.badData, "\(found.path): \(error)")
    }
    var entries: [PageEntry] = []
    if request.file == nil, let page = try? PageReader.read(found.bytes, path: found.path) {
      entries = PageContents.places(
        of: list, in: catalog, among: page.entries, lines: page.lines)
    }
    let version = found.version.map { PageVersion($0, path: found.path) }
    var page = LaidPage(document, request.options)
    let headings = PageContents.headings(of: &page, entries: entries)
    let named = catalog.list(list)
    let title =
      named.title.utf8.elementsEqual(named.id.path.utf8)
      ? named.title : "\(named.title) (\(named.id.path))"
    return PageContents(
      request: request, title: found.isMade ? title + ", by its entries" : title,
      path: found.path, page: page, entries: entries, headings: headings, version: version)
  }

  private func find(
    _ request: PageRequest, _ list: ListIndex, _ catalog: Catalog
  ) throws -> FoundPage {
    if let file = request.file {
      return try PageLookup.file(file, of: list, in: catalog, pages: pages)
    }
    let choice: OverviewVersionChoice
    switch request.version {
    case .newest:
      // The newest version tells its commit, so that the ones before can be asked for.
      let newest =
        pages.isEmpty ? try? PageLookup.overview(of: list, in: catalog, version: .newest) : nil
      return try newest ?? PageLookup.overview(of: list, in: catalog, pages: pages)
    case .day(let day): choice = .day(day)
    case .before(let commit): choice = .before(commit: commit)
    case .after(let commit): choice = .after(commit: commit)
    }
    guard pages.isEmpty else {
      throw Failure(.nothingMatched, "pages named on the command line have no versions")
    }
    return try PageLookup.overview(of: list, in: catalog, version: choice)
  }
}

extension PageVersion {
  /// A version with what it changed: entries are told apart by their links, or else their titles.
  fileprivate init(_ version: OverviewVersion, path: String) {
    let now = try? PageReader.read(version.overview.bytes, path: path)
    let before = version.previous.flatMap { try? PageReader.read($0, path: path) }
    var known: [String: Entry] = [:]
    for entry in before?.entries ?? [] { known[Self.key(of: entry)] = entry }
    var seen: Set<String> = []
    var changes: [String] = []
    var lines: Set<Int32> = []
    for (entry, line) in zip(now?.entries ?? [], now?.lines ?? []) {
      let key = Self.key(of: entry)
      seen.insert(key)
      if let old = known[key] {
        if old.title != entry.title || old.description != entry.description {
          changes.append("~ \(entry.title)  edited, in \(entry.category)")
        } else if old.category != entry.category {
          changes.append("> \(entry.title)  moved from \(old.category) to \(entry.category)")
        }
      } else {
        changes.append("+ \(entry.title)  in \(entry.category)")
        lines.insert(Int32(clamping: line))
      }
    }
    for entry in before?.entries ?? [] where !seen.contains(Self.key(of: entry)) {
      changes.append("- \(entry.title)  in \(entry.category)")
    }
    self.init(
      commit: version.commit, day: version.day, author: version.author,
      subject: version.subject, changes: changes, addedLines: before == nil ? [] : lines)
  }

  private static func key(of entry: Entry) -> String { entry.url ?? "\u{0}" + entry.title }
}
