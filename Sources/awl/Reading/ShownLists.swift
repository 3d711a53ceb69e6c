import ListLibrary
import ListModel
import UserFiles

/// The lists that a command works on: the pages it names, else the followed lists, else the
/// built-in list.
struct ShownLists {
  let catalog: Catalog
  /// The named pages; empty if the library or the built-in list is shown.
  let paths: [String]
  /// Notices to show first.
  var notices: [String] = []
  /// Hints for people, which scripts do not get.
  var hints: [String] = []
  /// The time of the last sync; nil if there was none or nothing is followed.
  var checked: Timestamp?

  init(_ paths: [String]) throws {
    self.paths = paths
    guard paths.isEmpty else {
      let read = try PageSources.read(paths)
      catalog = read.catalog()
      notices = read.failures
      return
    }
    // Without a home directory nothing can be followed, but the built-in list can be shown.
    let snapshot = (try? directories()).map { Library($0).open() }
    notices = snapshot?.notices.map(\.description) ?? []
    if let snapshot, !snapshot.follows.isEmpty {
      catalog = snapshot.catalog
      checked = snapshot.checked
      if snapshot.failures > 0 {
        hints.append("\(snapshot.failures) failed at the last sync: awl lists says why")
      }
      if snapshot.needsSync { hints.append("some followed lists have not been read yet: R syncs") }
    } else {
      catalog = try PageSources.builtIn().catalog()
      hints = [
        ":tutorial shows how to use awl; awl follow trackawesomelist/trackawesomelist follows all lists"
      ]
    }
  }
}
