import Glibc
import ListModel
import ReaderFiles

/// Saves bookmarks one by one and says so, for tests that kill, starve and crowd it.
///
///     bookmark-writer FILE NAME COUNT [KEEP]
///
/// keeps `https://NAME.example/0` to COUNT - 1, one save each, and writes `saved N` or
/// `failed N: why` after each, and `warning: why` where there is no backup of it. With KEEP, it removes each link but every KEEPth again, in a save
/// of its own. COUNT 0 goes on until it is killed. Ends with 1 if anything failed.
@main
struct BookmarkWriter {
  static func main() {
    prepareProcessForFiles()
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let count = Int(arguments[3]) else {
      say("usage: bookmark-writer FILE NAME COUNT [KEEP]")
      exit(2)
    }
    let keep = arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1
    let file = BookmarkFile(path: arguments[1])
    var failed = false
    var number = 0
    while count == 0 || number < count {
      let url = "https://\(arguments[2]).example/\(number)"
      // The same bytes in each run, so that what is on the disk can be compared.
      let moment = Timestamp(milliseconds: number)
      let bookmark = Bookmark(
        id: "\(arguments[2])-\(number)", url: url, title: "N", added: moment, changed: moment)
      var operations = [[BookmarkOperation.add(bookmark)]]
      if number % keep != 0 { operations.append([.remove(LinkKey(url), at: .now())]) }
      var warnings: [FileNotice] = []
      do {
        // Marks in a trace where the save begins and ends.
        access("/begin-of-save", F_OK)
        for operation in operations {
          warnings += try file.apply(operation, now: .now()).notices.filter { $0.kind == .backup }
        }
        access("/end-of-save", F_OK)
        say("saved \(number)")
        for warning in warnings { say("warning: \(warning)") }
      } catch {
        access("/end-of-save", F_OK)
        say("failed \(number): \(error)")
        failed = true
      }
      number += 1
    }
    exit(failed ? 1 : 0)
  }

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
