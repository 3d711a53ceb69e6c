import Glibc
import ListModel
import UserFiles

/// Saves changes of one of the user's files one by one and says so, for tests that kill, starve and
/// crowd it.
///
///     file-writer FILE NAME COUNT [KEEP]
///
/// FILE is a bookmarks file, or by its prefix one of `seen` entries or of saved
/// `filters`. It saves `https://NAME.example/0` to COUNT - 1, one save each, and writes `saved N`
/// or `failed N: why` after each, and `warning: why` if there is no backup of it. With KEEP, it
/// takes each link but every KEEPth out again, in a save of its own. COUNT 0 goes on until it is
/// killed. Ends with 1 if anything failed.
@main
struct FileWriter {
  static func main() {
    prepareProcessForFiles()
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let count = Int(arguments[3]) else {
      say("usage: file-writer FILE NAME COUNT [KEEP]")
      exit(2)
    }
    let keep = arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1
    let saves = saver(of: arguments[1], named: arguments[2])
    var failed = false
    var number = 0
    while count == 0 || number < count {
      do {
        // Marks in a trace where the save begins and ends.
        access("/begin-of-save", F_OK)
        let warnings = try saves(number, number % keep == 0).filter { $0.kind == .backup }
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

  private typealias Saver = (_ number: Int, _ staysIn: Bool) throws -> [FileNotice]

  /// What saves the link of a number, and takes it out again unless it stays in.
  private static func saver(of path: String, named name: String) -> Saver {
    let file = path.split(separator: "/").last ?? ""
    if file.hasPrefix("filters") { return filterSaver(path, name) }
    return file.hasPrefix("seen") ? seenSaver(path, name) : bookmarkSaver(path, name)
  }

  private static func filterSaver(_ path: String, _ name: String) -> Saver {
    let file = SavedFilterFile(path: path)
    return { number, staysIn in
      let moment = Timestamp(milliseconds: number)
      let filter = SavedFilter(
        name: "\(name).example/\(number)", query: "kafka", added: moment, changed: moment)
      let notices = try file.apply(.save(filter), now: .now()).contents.notices
      return staysIn
        ? notices
        : notices + (try file.apply(.drop(name: filter.name), now: .now())).contents.notices
    }
  }

  private static func bookmarkSaver(_ path: String, _ name: String) -> Saver {
    let file = BookmarkFile(path: path)
    return { number, staysIn in
      let url = "https://\(name).example/\(number)"
      // The same bytes in each run, so that what is on the disk can be compared.
      let moment = Timestamp(milliseconds: number)
      let bookmark = Bookmark(
        id: "\(name)-\(number)", url: url, title: "N", added: moment, changed: moment)
      let notices = try file.apply([.add(bookmark)], now: .now()).notices
      return staysIn
        ? notices
        : notices + (try file.apply([.remove(LinkKey(url), at: .now())], now: .now())).notices
    }
  }

  private static func seenSaver(_ path: String, _ name: String) -> Saver {
    let file = SeenFile(path: path)
    return { number, staysIn in
      let mark = EntryMark(
        list: ListID("lists/\(name)"), entry: LinkKey("https://\(name).example/\(number)"),
        mark: SeenMark(seen: Timestamp(milliseconds: number + 1)))
      let notices = try file.apply([.mark([mark])], now: .now()).notices
      return staysIn
        ? notices : notices + (try file.apply([.unmark([mark])], now: .now())).notices
    }
  }

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
