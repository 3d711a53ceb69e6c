import BuiltInList
import Glibc
import ListLibrary
import ListMarkdown
import ListModel
import ListPublishing
import UserFiles

/// A page and its origin.
struct FoundPage: Sendable {
  var bytes: [UInt8]
  /// The path or name of the page; empty if it was generated from the entries.
  var path: String
  /// The list of the page, if known.
  var list: ListID?
  /// Whether it was generated from the list's entries, because the list's own page is unavailable.
  var isMade = false
  /// The version, for a list with a history.
  var version: OverviewVersion?
}

/// Finds the page that a user names, without fetching anything.
struct PageLookup {
  /// Returns a list's overview: out of its clone or file, the built-in one, else made from its
  /// entries.
  static func overview(
    of list: ListIndex, in catalog: Catalog, pages: [String]
  ) throws -> FoundPage {
    let id = catalog.list(list).id
    if let found = namedPage(of: id, among: pages) { return found }
    if pages.isEmpty {
      if let folders = try? directories() {
        let library = Library(folders)
        do throws(LibraryError) {
          if let found = try library.overview(of: id) {
            return FoundPage(bytes: found.bytes, path: found.path, list: id)
          }
        } catch {
          throw Failure(error)
        }
      }
      if id == ListID("SE-ML/awesome-seml") {
        return FoundPage(
          bytes: BuiltInList.readme, path: "/SE-ML/awesome-seml/readme.md", list: id)
      }
    }
    var writer = ListPageWriter(catalog, list: list)
    return FoundPage(
      bytes: Array(writer.entriesByCategory().utf8), path: "", list: id, isMade: true)
  }

  /// Returns the overview of a list among the pages named on the command line.
  private static func namedPage(of id: ListID, among paths: [String]) -> FoundPage? {
    for path in paths where path != "-" {
      for file in (try? PageFolder.pages(at: path)) ?? [] {
        guard let bytes = try? PageBytes.read(file),
          let page = try? PageReader.pack(bytes, path: file), page.list.id == id
        else { continue }
        if page.kind == .overview { return FoundPage(bytes: bytes, path: file, list: id) }
        let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? "."
        let beside = folder + "/readme/README.md"
        if let bytes = try? PageBytes.read(beside) {
          return FoundPage(bytes: bytes, path: beside, list: id)
        }
      }
    }
    return nil
  }

  /// Returns a version of a list's overview; throws if its history is unavailable, or has no such
  /// version.
  static func overview(
    of list: ListIndex, in catalog: Catalog, version: OverviewVersionChoice
  ) throws -> FoundPage {
    let id = catalog.list(list).id
    var found: OverviewVersion?
    if let folders = try? directories() {
      do throws(LibraryError) {
        found = try Library(folders).overview(of: id, version: version)
      } catch {
        throw Failure(error)
      }
    }
    guard let found else {
      throw Failure(
        .nothingMatched,
        "\(id.path) has no such version: only a list whose repository is followed has")
    }
    return FoundPage(
      bytes: found.overview.bytes, path: found.overview.path, list: id, version: found)
  }

  /// Returns another Markdown file of the clone or folder that contains a list's overview.
  static func file(
    _ name: String, of list: ListIndex, in catalog: Catalog, pages: [String]
  ) throws -> FoundPage {
    let id = catalog.list(list).id
    if pages.isEmpty, let folders = try? directories(),
      let found = Library(folders).file(name, of: id)
    {
      return FoundPage(bytes: found.bytes, path: found.path, list: id)
    }
    let overview = try overview(of: list, in: catalog, pages: pages)
    let folder = overview.path.utf8.lastIndex(of: UInt8(ascii: "/"))
    if !overview.isMade, !pages.isEmpty, let folder {
      let path = overview.path[..<folder] + "/" + name
      if let bytes = try? PageBytes.read(String(path)) {
        return FoundPage(bytes: bytes, path: String(path), list: id)
      }
    }
    throw Failure(.badData, "\(name) is not available: o opens it in the browser")
  }

  /// Returns the page of a file, or of the first README in a folder; `-` is standard input.
  static func file(_ path: String) throws -> FoundPage {
    do throws(LibraryError) {
      if path == "-" {
        return FoundPage(
          bytes: try PageBytes.read(STDIN_FILENO, path: "standard input"), path: path)
      }
      let file = try PageFolder.pages(at: path).first ?? path
      return FoundPage(bytes: try PageBytes.readWaiting(file), path: file)
    } catch {
      throw Failure(error)
    }
  }
}
