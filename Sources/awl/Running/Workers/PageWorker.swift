import Browser
import Dispatch
import ListLibrary
import ListModel

/// Reads pages for the screen on background threads.
final class PageWorker: Sendable {
  /// The pages shown instead of the library.
  private let pages: [String]
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on other threads.
  init(pages: [String], report: @escaping @Sendable (BrowserReport) -> Void) {
    self.pages = pages
    self.report = report
  }

  /// Reads a page and finds the entries of the catalog in it.
  func read(_ request: PageRequest, in catalog: Catalog) {
    DispatchQueue(label: "page", qos: .userInitiated).perform { [self] in
      do {
        report(.page(try contents(request, catalog)))
      } catch {
        let reason = Failure.words(of: error)
        report(.noPage(reason, generation: request.generation))
      }
    }
  }

  /// Reads a page on the calling thread.
  func contents(_ request: PageRequest, _ catalog: Catalog) throws -> PageContents {
    guard let list = catalog.index(of: request.list) else {
      throw Failure(.usage, "there is no list \(request.list.path) any more")
    }
    return try PageReading(try find(request, list, catalog), request, list, catalog).contents()
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
      // The newest version has a commit, before which earlier ones can be found.
      let newest =
        pages.isEmpty ? try? PageLookup.overview(of: list, in: catalog, version: .newest) : nil
      return try newest ?? PageLookup.overview(of: list, in: catalog, pages: pages)
    case .day(let day): choice = .day(day)
    case .before(let commit, let steps): choice = .before(commit: commit, steps: steps)
    case .after(let commit, let steps): choice = .after(commit: commit, steps: steps)
    }
    guard pages.isEmpty else {
      throw Failure(.nothingMatched, "pages named on the command line have no versions")
    }
    return try PageLookup.overview(of: list, in: catalog, version: choice)
  }
}
