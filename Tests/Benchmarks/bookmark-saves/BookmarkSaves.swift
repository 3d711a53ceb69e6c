import Glibc
import ListModel
import UserFiles

/// How long it takes to load and to save a file of many bookmarks.
///
///     bookmark-saves FOLDER [BOOKMARKS] [ROUNDS]
///
/// writes a file of 10,000 bookmarks into the folder, and 200 times, in turns: saves as many
/// bytes with bare system calls (`BareSave`), loads the file, changes one bookmark in it knowing
/// nothing of it (as the command line does), and changes one knowing what it was last (as the
/// screen does). Prints the median and the slowest of a hundred, in milliseconds: by the clock on
/// the wall, and by that of the processor, which a busy machine disturbs less.
@main
struct BookmarkSaves {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: bookmark-saves FOLDER [BOOKMARKS] [ROUNDS]")
      exit(2)
    }
    let count = arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000
    let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 200 : 200
    let paths = ["first", "next"].map { arguments[1] + "/bookmark-saves-\($0).jsonl" }
    defer { for path in paths { remove(path, in: arguments[1]) } }
    let now = Timestamp.now()
    for path in paths {
      _ = try BookmarkFile(path: path).apply(
        (0..<count).map { .add(sample($0, at: now)) }, now: now)
    }
    try run(rounds, count, folder: arguments[1], first: paths[0], next: paths[1])
  }

  private static func run(
    _ rounds: Int, _ count: Int, folder: String, first: String, next: String
  ) throws {
    let now = Timestamp.now()
    func change(_ round: Int) -> [BookmarkOperation] {
      let key = LinkKey("https://example.org/articles/\(round * 37 % count)")
      return [.set(key, [.note("note \(Int.random(in: 0...999))")], at: now)]
    }
    var status = stat()
    stat(first, &status)
    let bare = BareSave(
      folder: folder, bytes: [UInt8](repeating: 0x61, count: Int(status.st_size)))
    defer { bare.remove() }
    let open = BookmarkFile(path: next)
    // The first of all takes the file in.
    _ = try open.apply(change(0), now: now)
    var times: [[(wall: Double, cpu: Double)]] = [[], [], [], []]
    for round in 0..<rounds {
      times[0].append(measure { if !bare.run() { print("the bare save failed") } })
      times[1].append(measure { _ = BookmarkFile(path: first).load() })
      times[2].append(try timeUntilSaved(BookmarkFile(path: first), change(round), round, now))
      times[3].append(try timeUntilSaved(open, change(round), round, now))
    }
    for (name, times) in zip(["bare save", "load", "first save", "next save"], times) {
      report(name, times)
    }
  }

  private static func sample(_ number: Int, at now: Timestamp) -> Bookmark {
    Bookmark(
      url: "https://example.org/articles/\(number)", title: "An article with number \(number)",
      list: "owner/awesome-things", category: ["Articles", "On things"],
      description: "What one would want to know about thing \(number), by those who know it.",
      day: now.day, stars: Stars(number), tags: ["thing"],
      added: Timestamp(milliseconds: now.milliseconds - number), changed: now)
  }

  private static func measure(_ body: () throws -> Void) rethrows -> (wall: Double, cpu: Double) {
    let (wall, cpu) = (milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_PROCESS_CPUTIME_ID))
    try body()
    return (milliseconds(CLOCK_MONOTONIC) - wall, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }

  /// The time until a change is on the disk, which the screen then calls saved; the backup comes
  /// after that and is not part of it.
  private static func timeUntilSaved(
    _ file: BookmarkFile, _ operations: [BookmarkOperation], _ number: Int, _ now: Timestamp
  ) throws -> (wall: Double, cpu: Double) {
    let (wall, cpu) = (milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_PROCESS_CPUTIME_ID))
    var time = (wall: 0.0, cpu: 0.0)
    try file.carryOut([.make(operations, number: number)], now: now) { _ in
      time = (milliseconds(CLOCK_MONOTONIC) - wall, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
    }
    return time
  }

  /// Removes a file with its backups and its lock.
  private static func remove(_ path: String, in folder: String) {
    let name = path.utf8.dropFirst(folder.utf8.count + 1)
    guard let open = opendir(folder) else { return }
    defer { closedir(open) }
    while let entry = readdir(open) {
      let found = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if found.contains(String(decoding: name, as: UTF8.self)) { unlink(folder + "/" + found) }
    }
  }

  private static func milliseconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func report(_ what: String, _ times: [(wall: Double, cpu: Double)]) {
    print("\(what): \(summary(times.map(\.wall))); processor \(summary(times.map(\.cpu)))")
  }

  private static func summary(_ times: [Double]) -> String {
    let sorted = times.sorted()
    guard let last = sorted.last else { return "nothing" }
    func rounded(_ time: Double) -> Double { (time * 10).rounded() / 10 }
    let slow = sorted[sorted.count * 99 / 100]
    return
      "median \(rounded(sorted[sorted.count / 2])) p99 \(rounded(slow)) most \(rounded(last)) ms"
  }
}
