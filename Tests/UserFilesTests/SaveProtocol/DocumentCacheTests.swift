import ListModel
import UserFiles
import TestSupport
import Testing

/// A file that is remembered from the last save and one that is read again are the same.
struct DocumentCacheTests {
  @Test(arguments: 0..<20)
  func theCachedDocumentEqualsTheFile(seed: Int) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let open = BookmarkFile(path: folder("open.jsonl"))
    // What is opened for each save has nothing to remember.
    func fresh() -> BookmarkFile { BookmarkFile(path: folder("fresh.jsonl")) }
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<40 {
      if random.next(below: 8) == 0 {
        let bytes = damaged(contents(open.path) ?? DamagedFileTests.sound, &random)
        try put(bytes, into: open.path)
        try put(bytes, into: fresh().path)
      }
      let operations = (0...random.next(below: 3)).map { _ in operation(round, &random) }
      let now = moment(round * 86_400_000 * random.next(below: 5))
      let one = try? open.apply(operations, now: now)
      let other = try? fresh().apply(operations, now: now)
      #expect(contents(open.path) == contents(fresh().path))
      #expect(one?.bookmarks == other?.bookmarks)
      #expect(one?.bookmarks.count == other?.bookmarks.count)
      #expect(reported(open.load().notices) == reported(fresh().load().notices))
      #expect(open.load().bookmarks == fresh().load().bookmarks)
    }
  }

  @Test func aChangeFromOutsideThatKeepsSizeAndDateIsSeen() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    _ = try file.apply([.add(bookmark("a.org", note: "one"))], now: moment(1))
    let before = text(file.path)
    try put(before.replacing("one", with: "two").utf8, into: file.path)
    #expect(file.load().bookmarks[LinkKey("a.org")]?.note == "two")
    let saved = try file.apply(
      [.set(LinkKey("a.org"), [.later(true)], at: moment(2))], now: moment(2))
    #expect(saved.bookmarks[LinkKey("a.org")]?.note == "two")
  }

  private func operation(_ round: Int, _ random: inout SeededGenerator) -> BookmarkOperation {
    let url = ["a.org", "www.a.org/", "b.org", "c.org", "new\(round).org"][random.next(below: 5)]
    let at = moment(random.next(below: 20))
    switch random.next(below: 4) {
    case 0: return .remove(LinkKey(url), at: at)
    case 1: return .set(LinkKey(url), [.note("note \(round)"), .later(true)], at: at)
    default:
      var new = bookmark(url, at: random.next(below: 20), note: "n\(random.next(below: 3))")
      // Without an id, each file would give one of its own.
      new.id = "\(round)-\(random.next(below: 100))"
      return .add(new)
    }
  }

  /// A file as other programs leave it: lines twice, out of order, broken.
  private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A).map(Array.init)
    for _ in 0...random.next(below: 3) where lines.count > 1 {
      let place = 1 + random.next(below: lines.count - 1)
      switch random.next(below: 4) {
      case 0: lines.append(Array(lines[place].dropLast(random.next(below: 40))))
      case 1: lines.swapAt(place, lines.count - 1)
      case 2:
        lines.insert(Array(#"{"id":"7","url":"http://b.org/","x":[\#(place)]}"#.utf8), at: place)
      default: lines.insert(Array("=======".utf8), at: place)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func reported(_ notices: [FileNotice]) -> [String] {
    notices.map { "\($0.line): \($0.what)" }
  }
}
