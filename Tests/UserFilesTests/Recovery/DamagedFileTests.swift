import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// A damaged file costs what is damaged, is reported, and is kept whole as it was found.
struct DamagedFileTests {
  static let lines = [
    #"{"format":"awl-bookmarks","version":1}"#,
    #"{"id":"1","url":"https://a.org","title":"A","kept":true,"later":false,"added":1,"changed":1}"#,
    #"{"id":"2","url":"https://b.org","title":"Bé","kept":false,"later":true,"tags":["x"],"added":2,"x":[1]}"#,
    #"{"id":"3","url":"https://c.org","title":"C","note":"n","kept":true,"later":true,"added":3}"#,
  ]
  static let sound = Array((lines.joined(separator: "\n") + "\n").utf8)

  @Test(arguments: SavedFile.all)
  func aFileCutAnywhereLosesOnlyWhatIsCutOff(file: SavedFile) throws {
    for length in 0...file.sound.count {
      try check(Array(file.sound[..<length]), of: file, "cut at \(length)")
    }
  }

  @Test(arguments: SavedFile.all) func flippedBitsCostNoOtherLine(file: SavedFile) throws {
    for seed in 0..<500 {
      var random = SeededGenerator(seed: UInt64(seed))
      var bytes = file.sound
      for _ in 0..<8 { bytes[random.next(below: bytes.count)] ^= 1 << UInt8(random.next(below: 8)) }
      try check(bytes, of: file, "seed \(seed)")
    }
  }

  @Test(
    arguments: SavedFile.all,
    [
      ("4 KiB of zeros", [UInt8](repeating: 0, count: 4_096)),
      ("UTF-16", [0xFF, 0xFE, 0x7B, 0x00, 0x22, 0x00, 0x0A, 0x00]),
      ("gzip", [0x1F, 0x8B, 0x08, 0x00, 0x0A, 0x00, 0xFF]),
      ("JSON of something else", Array(#"{"a":1}"#.utf8)),
      ("one JSON array", Array("[\n1,\n2\n]\n".utf8)),
    ])
  func aForeignFileIsSetAsideWhole(file: SavedFile, foreign: (name: String, bytes: [UInt8])) throws
  {
    let folder = try TemporaryFolder(inMemory: true)
    let path = folder(file.name)
    try put(foreign.bytes, into: path)
    #expect(file.load(path).notices.map(\.what) == [file.foreign])
    let notices = try file.add("new.org", path, moment(0))
    #expect(notices.last?.what == "is a copy of the damaged file")
    #expect(notices.last?.path == path + ".corrupt-19700101T000000Z")
    #expect(contents(path + ".corrupt-19700101T000000Z") == foreign.bytes)
    #expect(file.missing(["new.org"], in: path) == [])
    #expect(file.load(path).notices == [])
  }

  @Test(arguments: SavedFile.all) func zerosBehindGoodLinesAreReported(file: SavedFile) throws {
    try check(file.sound + [UInt8](repeating: 0, count: 4_096), of: file, "zeros at the end")
  }

  @Test func damageIsSetAsideOnceAndCarriedThrough() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let damaged = ["<html>", Self.lines[2], "torn", Self.lines[3], "\0\0"]
    let before = [Self.lines[0], Self.lines[1]] + damaged
    try put((before.joined(separator: "\n") + "\n").utf8, into: file.path)
    let loaded = file.load()
    #expect(loaded.bookmarks.count == 3)
    #expect(loaded.notices.map(\.line) == [3, 5, 7])
    #expect(
      loaded.notices.first?.description
        == "\(file.path):3: not readable (a value of another kind at column 1)")
    for second in 0..<3 {
      _ = try file.apply([.add(bookmark("n\(second).org", at: 10))], now: moment(second * 1_000))
    }
    #expect(folder.names().filter { $0.contains(".corrupt-") }.count == 1)
    #expect(
      text(folder("bookmarks.jsonl.corrupt-19700101T000000Z")) == before.joined(separator: "\n")
        + "\n")
    #expect(text(file.path).hasSuffix("<html>\ntorn\n\0\0\n"))
    #expect(file.load().bookmarks.count == 6)
    // New damage, a new copy; within the same second too.
    try put((text(file.path) + "more damage\n").utf8, into: file.path)
    _ = try file.apply([.add(bookmark("z.org"))], now: moment(0))
    #expect(folder.names().filter { $0.contains(".corrupt-") }.count == 2)
  }

  @Test(arguments: SavedFile.all) func aFileWithoutAHeaderGetsOne(file: SavedFile) throws {
    let folder = try TemporaryFolder()
    let path = folder(file.name)
    try put((file.lines[1] + "\n").utf8, into: path)
    #expect(file.load(path).notices.map(\.what) == ["the header is missing"])
    _ = try file.add("n.org", path, moment(0))
    #expect(file.load(path).notices == [])
    #expect(
      Set(text(path).split(separator: "\n")).isSuperset(of: file.lines[0...1].map { $0[...] }))
    #expect(contents(path + ".corrupt-19700101T000000Z") == Array((file.lines[1] + "\n").utf8))
  }

  @Test func endingsAndMarksOfOtherSystemsAreRead() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let windows = "\u{FEFF}" + Self.lines.joined(separator: "\r\n")
    try put(windows.utf8, into: file.path)
    #expect(file.load().notices == [])
    #expect(file.load().bookmarks.count == 3)
    _ = try file.apply([.set(LinkKey("a.org"), [.note("n")], at: moment(5))], now: moment(5))
    #expect(text(file.path).utf8.starts(with: ("\u{FEFF}" + Self.lines[0] + "\r\n").utf8))
    #expect(file.load().bookmarks.count == 3)
  }

  @Test func anOverlongLineIsSkippedAndManyLinesStayBounded() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let long =
      #"{"url":"https://long.org","note":""# + String(repeating: "x", count: 10 << 20) + #""}"#
    try put((Self.lines[0] + "\n" + long + "\n" + Self.lines[1] + "\n").utf8, into: file.path)
    let loaded = file.load()
    #expect(loaded.bookmarks.count == 1)
    #expect(loaded.notices.map(\.what) == ["longer than any bookmark"])
    let lines = rounds(100_000, soak: 1_000_000)
    try put((Self.lines[0] + "\n" + String(repeating: "x\n", count: lines)).utf8, into: file.path)
    let notices = BookmarkFile(path: file.path).load().notices
    #expect(notices.count == 101)
    #expect(notices.last?.what == "\(lines - 100) more lines are not readable")
  }

  @Test func twoLinesOfOneLinkAreOneBookmark() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    let twice = [
      Self.lines[0], Self.lines[1], #"{"id":"9","url":"http://www.a.org/","tags":["t"],"y":2}"#,
    ]
    try put(twice.joined(separator: "\n").utf8, into: file.path)
    #expect(file.load().bookmarks.count == 1)
    _ = try file.apply([.add(bookmark("n.org", at: 9))], now: moment(9))
    #expect(text(file.path).split(separator: "\n").count == 3)
    #expect(text(file.path).contains(#""tags":["t"]"#) && text(file.path).contains(#""y":2"#))
  }

  @Test(arguments: SavedFile.all.flatMap { file in file.oddLines.map { (file, $0) } })
  func anUnknownLineIsCarriedThrough(file: SavedFile, line: String) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let path = folder(file.name)
    try put((file.lines[0] + "\n" + line + "\n" + file.lines[1] + "\n").utf8, into: path)
    #expect(file.load(path).notices.map(\.line) == [2])
    _ = try file.add("n.org", path, moment(9))
    #expect(text(path).contains("\n" + line + "\n"))
  }

  /// Whatever the bytes are: they can be loaded and saved to; lines that are whole are there
  /// afterwards; what is missing is reported; and if anything was, the bytes are kept.
  private func check(_ bytes: [UInt8], of file: SavedFile, _ what: String) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let path = folder(file.name)
    try put(bytes, into: path)
    let loaded = file.load(path)
    guard !loaded.isReadOnly else {
      #expect(throws: UserFileError.self) { try file.add("n.org", path, moment(5)) }
      #expect(contents(path) == bytes, "\(what)")
      return
    }
    let whole = bytes.split(separator: 0x0A).filter { line in
      file.lines.dropFirst().contains { $0.utf8.elementsEqual(line) }
    }
    let count = bytes.split(separator: 0x0A).count
    if loaded.count < count - 1 { #expect(loaded.notices != [], "\(what)") }
    _ = try file.add("n.org", path, moment(9))
    let after = contents(path)?.split(separator: 0x0A) ?? []
    for line in whole { #expect(after.contains(line), "\(what)") }
    #expect(file.missing(["n.org"], in: path) == [], "\(what)")
    let copies = folder.names().filter { $0.contains(".corrupt-") }
    #expect(copies.count == (loaded.notices.isEmpty ? 0 : 1), "\(what)")
    for copy in copies { #expect(contents(folder(copy)) == bytes, "\(what)") }
  }
}
