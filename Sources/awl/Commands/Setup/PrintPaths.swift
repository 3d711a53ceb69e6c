import ArgumentParser
import Glibc
import UserFiles

/// `awl paths`: prints the paths of awl's files.
struct PrintPaths: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Print the paths of awl's files.",
    discussion: """
        awl paths
        less "$(awl paths | sed -n 's/^bookmarks *//p')"
      """)

  func run() throws {
    let directories = try directories()
    let rows = [
      ("config", directories.config), ("bookmarks", directories.bookmarks),
      ("seen", directories.seen), ("state", directories.state), ("cache", directories.cache),
    ]
    for (name, path) in rows {
      let padding = String(repeating: " ", count: 11 - name.utf8.count)
      awl.print(name + padding + safeLine(path) + "\n", to: STDOUT_FILENO)
    }
  }
}
