import Glibc
import ListLibrary
import UserFiles

/// Follows a folder and syncs it over and over, for tests that kill it.
///
/// It is called `library-syncer HOME FOLDER`. Between two syncs a line is added to each page, so that each sync reads all of them again. Says
/// `synced N` after each, and goes on until it is killed.
@main
struct LibrarySyncer {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      say("usage: library-syncer HOME FOLDER")
      exit(2)
    }
    let library = Library(try Directories(environment: ["HOME": arguments[1]], passwordHome: nil))
    let pages = try PageFolder.pages(at: arguments[2])
    _ = try library.follow(arguments[2], in: "/")
    say("synced 0")
    for number in 1... {
      for page in pages {
        try add("*   [New \(number)](https://new.example/\(number))\n", to: page)
      }
      _ = try library.sync()
      say("synced \(number)")
    }
  }

  private static func add(_ line: String, to page: String) throws {
    let descriptor = open(page, O_WRONLY | O_APPEND | O_CLOEXEC)
    defer { close(descriptor) }
    let bytes = Array(line.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else { exit(1) }
  }

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
