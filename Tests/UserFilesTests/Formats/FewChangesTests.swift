import ListModel
import UserFiles
import TestSupport
import Testing

/// `change`, which reads only the lines of the links it is given, leaves the file that `apply` leaves.
struct FewChangesTests {
  private static let now = moment(100 * 86_400_000)
  private static let urls = [
    "https://a.org", "http://www.A.org/", "https://a.org/b", "https://github.com/O/N",
    "https://github.com/o/n.git", "https://github.com/o/n/?tab=readme-ov-file", "ftp://a.org",
    "https://WWW.c.org/x?utm_source=y", "https://c.org/x?y", "https://d.org/ü",
    "https://d.org/#readme",
  ]

  @Test func aChangeLeavesTheSameFile() throws {
    let folder = try TemporaryFolder(inMemory: true)
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      let bytes = Self.file(&random, hasTwins: seed % 4 == 0)
      let operations = (0...random.next(below: 2)).map { _ in Self.operation(&random) }
      let whole = BookmarkFile(path: folder("\(seed)/whole.jsonl"))
      let few = BookmarkFile(path: folder("\(seed)/few.jsonl"))
      for file in [whole, few] {
        _ = try file.apply([.add(bookmark("x.org"))], now: Self.now)
        try put(bytes, into: file.path)
      }
      let expected = try whole.apply(operations, now: Self.now)
      let contents = try few.change(operations, now: Self.now)
      if seed % 4 == 0 {
        // Of other links, lines for the same link stay; they are joined whenever they are read.
        let reread = [few, whole].map { BookmarkFile(path: $0.path).load().bookmarks }
        #expect(reread[0] == reread[1], "seed \(seed)")
      } else {
        #expect(text(few.path) == text(whole.path), "seed \(seed)")
      }
      for key in operations.map(\.key) {
        #expect(contents.bookmarks.record(of: key) == expected.bookmarks.record(of: key))
      }
      #expect(
        contents.notices.map(\.what)
          == expected.notices.map {
            $0.what.replacing("whole.jsonl", with: "few.jsonl")
          }, "seed \(seed)")
      #expect(contents.isReadOnly == expected.isReadOnly)
    }
  }

  @Test func aNewerFileIsNotChanged() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    try put(#"{"format":"awl-bookmarks","version":99}"#.utf8, into: file.path)
    #expect(throws: UserFileError.newerVersion(path: file.path, version: 99)) {
      try file.change([.add(bookmark("a.org"))], now: moment(2))
    }
  }

  @Test func aBookmarkAddedOutsideTheCalendarIsReported() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let lines = [
      #"{"format":"awl-bookmarks","version":1}"#,
      #"{"id":"1","url":"https://a.org","added":253402300800000}"#,
      #"{"id":"2","url":"https://b.org","added":253402300799999}"#,
      #"{"id":"3","url":"https://c.org","added":-62135596800001}"#,
    ]
    try put((lines.joined(separator: "\n") + "\n").utf8, into: file.path)
    let what = "added outside the years 1 to 9999; shown without a date"
    let loaded = file.load()
    #expect(loaded.notices.map(\.description) == [2, 4].map { "\(file.path):\($0): \(what)" })
    #expect(loaded.bookmarks.count == 3)
    #expect(!loaded.isReadOnly)
    _ = try file.change([.set(LinkKey("b.org"), [.note("n")], at: moment(9))], now: moment(9))
    // A save puts the lines in the order of their dates.
    #expect(file.load().notices.map(\.line) == [2, 4])
    #expect(BookmarkFile(path: file.path).load() == file.load())
    #expect(text(file.path).contains(lines[1]) && text(file.path).contains(lines[3]))
  }
}

extension FewChangesTests {
  /// A file as awl writes it, mostly; a few have something that a save puts right or reports.
  private static func file(_ random: inout SeededGenerator, hasTwins: Bool) -> [UInt8] {
    var added = (0..<random.next(below: 12)).map { _ in random.next(below: 8) * 86_400_000 }
    if random.next(below: 8) > 0 { added.sort() }
    var seen: Set<LinkKey> = []
    var lines = added.enumerated().compactMap { number, added -> String? in
      let url =
        random.next(below: 3) == 0
        ? urls[random.next(below: urls.count)] : "https://\(number).org/\(random.next(below: 9))"
      guard seen.insert(LinkKey(url)).inserted || hasTwins else { return nil }
      return line(number, url, added: added, &random)
    }
    switch random.next(below: 12) {
    case 0: lines.insert("<<<<<<< HEAD", at: random.next(below: lines.count + 1))
    case 1: lines.insert(" ", at: random.next(below: lines.count + 1))
    default: break
    }
    if random.next(below: 16) > 0 {
      lines.insert(#"{"format":"awl-bookmarks","version":1}"#, at: 0)
    }
    return Array((lines.joined(separator: "\n") + (random.next(below: 4) == 0 ? "" : "\n")).utf8)
  }

  private static func line(
    _ number: Int, _ url: String, added: Int, _ random: inout SeededGenerator
  ) -> String {
    let id = #""id":"\#(random.next(below: 4))\#(number)","url":"\#(url)""#
    let title = ["Title", "A \\\"title\\\"", "Größe", "\\u00e9", "\\\\", "\\x"][
      random.next(below: random.next(below: 30) == 0 ? 6 : 5)]
    let isOld = random.next(below: 40) == 0
    let marks =
      isOld
      ? #""kept":false,"later":false"#
      : #""kept":\#(random.next(below: 9) > 0),"later":\#(random.next(below: 3) == 0)"#
    let day = ["null", "\"2022-02-28\"", "\"2022-02-29\""][
      random.next(below: random.next(below: 30) == 0 ? 3 : 2)]
    let changed = isOld ? added : now.milliseconds - random.next(below: 9)
    let end = [
      "}", #","x":[1,{}]}"#, "}\r", "}  ", #","note":"twice"}"#,
    ][
      random.next(below: random.next(below: 3) == 0 ? 4 : 1) + (random.next(below: 60) == 0 ? 1 : 0)
    ]
    return "{" + id + #","title":"\#(title)","list":"o/n","category":["A","B"],"description":"","#
      + #""day":\#(day),"stars":\#(random.next(below: 2) == 0 ? "null" : "5"),"# + marks
      + #","read":null,"tags":[],"note":"n","added":\#(added),"changed":\#(changed)"# + end
  }

  private static func operation(_ random: inout SeededGenerator) -> BookmarkOperation {
    let url = urls[random.next(below: urls.count)]
    var known = bookmark(url, at: random.next(below: 9) * 86_400_000, note: "m")
    known.id = "k"
    switch random.next(below: 4) {
    case 0: return .remove(LinkKey(url), at: now)
    case 1: return .set(LinkKey(url), [.note("other"), .later(true)], at: now)
    case 2: return .edit(known, [.tags(["t"])], at: now)
    default: return .add(known)
    }
  }
}
