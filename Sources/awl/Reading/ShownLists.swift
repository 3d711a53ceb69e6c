import ListLibrary
import ListModel
import UserFiles

/// The lists that a command works on: the pages it names, else what is followed, else the built-in list.
struct ShownLists {
  let catalog: Catalog
  /// The pages that were named; empty if the library or the built-in list is shown.
  let paths: [String]
  /// Notices to show first.
  var notices: [String] = []
  /// Hints for people, which scripts do not get.
  var hints: [String] = []
  /// When what is followed was last looked at; nil if that was never or nothing is followed.
  var checked: Timestamp?

  init(_ paths: [String]) throws {
    self.paths = paths
    guard paths.isEmpty else {
      let read = try PageSources.read(paths)
      catalog = read.catalog()
      notices = read.failures
      return
    }
    // Without a home nothing can be followed, and the built-in list still be read.
    let snapshot = (try? directories()).map { Library($0).open() }
    notices = snapshot?.notices.map(\.description) ?? []
    if let snapshot, !snapshot.follows.isEmpty {
      catalog = snapshot.catalog
      checked = snapshot.checked
      if snapshot.failures > 0 {
        hints.append("\(snapshot.failures) failed at the last sync: awl lists says why")
      }
      if snapshot.needsSync { hints.append("not all that is followed was read yet: R syncs") }
    } else {
      catalog = try PageSources.builtIn().catalog()
      hints = [
        ":tutorial shows how to use awl; awl follow trackawesomelist/trackawesomelist follows all lists"
      ]
    }
  }
}
