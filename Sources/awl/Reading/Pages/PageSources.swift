import BuiltInList
import Glibc
import ListLibrary
import ListMarkdown
import ListModel

/// The pages named on the command line.
struct PageSources {
  /// The pages in the given order, each with its path.
  private(set) var pages: [(path: String, page: ParsedPage)] = []
  /// The pages that could not be read, with the reasons.
  private(set) var failures: [String] = []

  private static let builtInPath = "awesome-seml.md"

  /// Returns the list that is compiled in.
  static func builtIn() throws -> PageSources { try read([]) }

  /// Reads files, folders and `-` for standard input; without any, the built-in list.
  ///
  /// An unreadable page is an error only if it is the only one.
  static func read(_ paths: [String]) throws -> PageSources {
    var sources = PageSources()
    try forEachFile(paths) { bytes, path, isOnly in
      try sources.read(bytes, path: path, isOnly: isOnly)
    }
    if sources.pages.isEmpty {
      throw Failure(
        .badData, sources.failures.first ?? "nothing to read in \(paths[0]): name a page")
    }
    return sources
  }

  /// Calls `body` with the bytes and the path of each page, in order, and whether it is the only
  /// one.
  static func forEachFile(
    _ paths: [String], _ body: (_ bytes: [UInt8], _ path: String, _ isOnly: Bool) throws -> Void
  ) throws {
    if paths.isEmpty { try body(BuiltInList.page, builtInPath, true) }
    for path in paths {
      if path == "-" {
        let bytes = try reading { () throws(LibraryError) in
          try PageBytes.read(STDIN_FILENO, path: "standard input")
        }
        try body(bytes, path, paths.count == 1)
        continue
      }
      let files = try reading { () throws(LibraryError) in try PageFolder.pages(at: path) }
      for file in files {
        let bytes = try reading { () throws(LibraryError) in try PageBytes.readWaiting(file) }
        try body(bytes, file, paths.count + files.count == 2)
      }
    }
  }

  /// Returns a catalog of all pages; those of one list are merged, and the first one provides its
  /// description.
  func catalog() -> Catalog {
    var builder = CatalogBuilder()
    var order: [ListID] = []
    var lists: [ListID: (list: AwesomeList, entries: [Entry])] = [:]
    for (_, page) in pages {
      if lists[page.list.id] == nil {
        order.append(page.list.id)
        lists[page.list.id] = (page.list, [])
      }
      lists[page.list.id]?.entries += page.entries
    }
    for id in order {
      if let (list, entries) = lists[id] { builder.append(list, entries: entries) }
    }
    return builder.catalog()
  }

  private mutating func read(_ bytes: [UInt8], path: String, isOnly: Bool) throws {
    do {
      pages.append((path, try PageReader.read(bytes, path: path)))
    } catch {
      let words = if case .otherMarkup = error { "\(error)" } else { "\(path): \(error)" }
      if isOnly { throw Failure(.badData, words) }
      failures.append(words)
    }
  }
}

/// Calls the library and converts its errors.
private func reading<Result>(_ call: () throws(LibraryError) -> Result) throws -> Result {
  do throws(LibraryError) {
    return try call()
  } catch {
    throw Failure(error)
  }
}
