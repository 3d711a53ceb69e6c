import Glibc
import ListModel
import ReaderFiles

/// How long it takes to load and to save a file of many bookmarks.
///
///     bookmark-saves FOLDER [BOOKMARKS] [SAVES]
///
/// writes a file of 10,000 bookmarks into the folder, then changes one bookmark 200 times, a save
/// each, and prints what the median and the slowest of a hundred took, in milliseconds.
@main
struct BookmarkSaves {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: bookmark-saves FOLDER [BOOKMARKS] [SAVES]")
      exit(2)
    }
    let count = arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000
    let saves = arguments.count > 3 ? Int(arguments[3]) ?? 200 : 200
    let file = BookmarkFile(path: arguments[1] + "/bookmark-saves.jsonl")
    defer { unlink(file.path) }
    let now = Timestamp.now()
    _ = try file.apply((0..<count).map { .add(sample($0, at: now)) }, now: now)

    report("load", (0..<saves).map { _ in measure { _ = file.load() } })
    report(
      "save",
      try (0..<saves).map { number in
        let key = LinkKey("https://example.org/articles/\(number * 37 % count)")
        return try measure {
          _ = try file.apply([.set(key, [.note("note \(number)")], at: now)], now: now)
        }
      })
  }

  private static func sample(_ number: Int, at now: Timestamp) -> Bookmark {
    Bookmark(
      url: "https://example.org/articles/\(number)", title: "An article with number \(number)",
      list: "owner/awesome-things", category: ["Articles", "On things"],
      description: "What one would want to know about thing \(number), told by those who know it.",
      day: now.day, stars: Stars(number), tags: ["thing"],
      added: Timestamp(milliseconds: now.milliseconds - number), changed: now)
  }

  private static func measure(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let taken = start.duration(to: .now).components
    return Double(taken.seconds) * 1_000 + Double(taken.attoseconds) / 1e15
  }

  private static func report(_ what: String, _ times: [Double]) {
    let sorted = times.sorted()
    guard let last = sorted.last else { return }
    func rounded(_ time: Double) -> Double { (time * 10).rounded() / 10 }
    let slow = sorted[sorted.count * 99 / 100]
    print(
      "\(what): median \(rounded(sorted[sorted.count / 2])), p99 \(rounded(slow)), most \(rounded(last)) ms"
    )
  }
}
