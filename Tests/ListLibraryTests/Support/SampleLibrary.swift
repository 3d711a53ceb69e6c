import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport

/// The library of a user who has followed nothing yet, in a folder of its own.
final class SampleLibrary {
  let home: TemporaryFolder
  let library: Library
  /// The followed folders, which exist for as long as the library does.
  let folder: SampleFolder?

  /// A library that follows a folder with the daily pages of some lists.
  convenience init(following lists: [String: [String]]) throws {
    try self.init(try SampleFolder(lists))
    if let folder { _ = try library.follow(folder.path, in: "/") }
  }

  init(_ folder: SampleFolder? = nil) throws {
    self.folder = folder
    home = try TemporaryFolder()
    library = Library(
      try Directories(environment: ["HOME": home.path], passwordHome: nil),
      environment: ["PATH": "/usr/bin:/bin"])
  }

  func cache(_ name: String) -> String { home(".cache/awl/" + name) }

  var follows: String { text(home(".local/share/awl/follows.jsonl")) }

  /// Titles of all entries as the screen gets them, by the identity of their list.
  func entries() -> [String: [String]] {
    let catalog = library.open().catalog
    var entries: [String: [String]] = [:]
    for list in 0..<catalog.listCount {
      let id = catalog.list(ListIndex(list)).id.path
      entries[id] = catalog.entries(of: ListIndex(list))
        .filter { !catalog.isRemoved(EntryIndex($0)) }.map { catalog.titles[$0] }
    }
    return entries
  }

  func origin(of list: String) -> ListOrigin? {
    let catalog = library.open().catalog
    return (0..<catalog.listCount).map { ListIndex($0) }
      .first { catalog.list($0).id == ListID(list) }
      .flatMap { catalog.origin(of: $0) }
  }
}

/// A folder of pages that a test writes.
struct SampleFolder {
  private let folder: TemporaryFolder
  var path: String { folder.path }

  /// The daily pages of some lists, each with these entries.
  init(_ lists: [String: [String]] = [:]) throws {
    folder = try TemporaryFolder()
    for (list, entries) in lists { try page(of: list, entries) }
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Puts the daily page of a list where the site has it.
  func page(of list: String, _ entries: [String]) throws {
    try file("content/\(list)/README.md", dailyPage(of: list, entries))
  }

  /// Puts a file, with the folders above it.
  func file(_ name: String, _ text: String) throws {
    var above = path
    for part in name.split(separator: "/").dropLast() {
      above += "/" + part
      mkdir(above, 0o700)
    }
    try put(text.utf8, into: self(name))
  }

  func remove(_ name: String) { unlink(self(name)) }
}

/// A daily page as the site writes them.
func dailyPage(of list: String, _ entries: [String]) -> String {
  let items = entries.map { "*   [\($0)](https://\(list).example/\($0)) - About \($0).\n" }.joined()
  return """
    # Track Awesome \(list) Updates Daily

    The best of \(list)

    [🏠 Home](/README.md) · [🔍 Search](https://s.example) · [🔥 Feed](https://f.example) · \
    [😺 \(list)](https://github.com/\(list)) · ⭐ 1.5k · 🏷️ Testing

    [ Daily / [Weekly](/content/\(list)/week/README.md) / [Overview](/content/\(list)/readme/README.md) ]

    ## [Aug 21, 2026](/content/2026/08/21/README.md)

    ### Things

    \(items)
    """
}
