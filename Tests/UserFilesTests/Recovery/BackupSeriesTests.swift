import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// The last save of each day is kept for a while, and is never replaced by less (P23).
struct BackupSeriesTests {
  @Test func theLastSaveOfEachDayIsKept() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    var lastOfDay: [String: [UInt8]?] = [:]
    for day in 0..<3 {
      for number in 0..<3 {
        _ = try file.apply([.add(bookmark("\(day)-\(number).org"))], now: at(day))
      }
      lastOfDay["bookmarks.jsonl.bak-1970-01-0\(day + 1)"] = contents(file.path)
    }
    #expect(backups(folder) == lastOfDay.keys.sorted())
    for (name, content) in lastOfDay { #expect(contents(folder(name)) == content) }
  }

  /// Seven days, four weeks, twelve months; the days are those with changes.
  @Test func oldBackupsThinOut() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    // Every second day of 500, from 1970-01-01 on.
    for day in stride(from: 0, to: 500, by: 2) {
      _ = try file.apply([.add(bookmark("a.org"))], now: at(day))
    }
    let names = backups(folder).map { $0.dropFirst("bookmarks.jsonl.bak-".count) }
    let days = ["05-14", "05-12", "05-10", "05-08", "05-06", "05-04", "05-02"]
    // The last days of the week before those, and of the months before.
    let before = ["04-24", "04-30", "03-31", "02-27", "01-30"]
    let lastYear = ["12-31", "11-29", "10-30", "09-30", "08-31", "07-30", "06-30"]
    let expected = (days + before).map { "1971-" + $0 } + lastYear.map { "1970-" + $0 }
    #expect(Set(names.map(String.init)) == Set(expected))
  }

  @Test(arguments: ["emptied", "deleted", "cut", "foreign"])
  func aFileCutDownDoesNotReplaceABackup(how: String) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let path = folder("bookmarks.jsonl")
    _ = try BookmarkFile(path: path).apply(
      (0..<100).map { .add(bookmark("\($0).org", at: $0)) }, now: at(0))
    let full = try #require(contents(path))
    switch how {
    case "emptied": try put([], into: path)
    case "deleted": unlink(path)
    case "cut": try put(full.prefix(full.count * 8 / 10), into: path)
    default: try put("something else".utf8, into: path)
    }
    // The same day, the next days, and more than a year later.
    for day in [0, 0] + Array(1..<10) + Array(stride(from: 20, to: 500, by: 20)) {
      _ = try BookmarkFile(path: path).apply([.add(bookmark("new.org"))], now: at(day))
    }
    #expect(contents(folder("bookmarks.jsonl.bak-1970-01-01")) == full)
    let loss = try #require(BookmarkFile(path: path).load().loss)
    #expect(loss.what.contains(" of 100 bookmarks are lost: awl bookmarks restore"))
  }

  @Test func removalsByTheUserAreNotLosses() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    _ = try file.apply((0..<10).map { .add(bookmark("\($0).org", at: $0)) }, now: at(0))
    for number in 0..<10 {
      let saved = try file.apply([.remove(LinkKey("\(number).org"), at: at(0))], now: at(0))
      #expect(saved.notices == [])
    }
    #expect(BookmarkFile(path: file.path).load().notices == [])
    #expect(contents(folder("bookmarks.jsonl.bak-1970-01-01")) == contents(file.path))
  }

  /// A tenth is let pass: people take lines out of a file with an editor.
  @Test(arguments: [(10, false), (11, true)])
  func moreThanATenthIsALoss(lost: Int, isReported: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    _ = try BookmarkFile(path: path).apply(
      (0..<100).map { .add(bookmark("\($0).org", at: $0)) }, now: at(0))
    let lines = text(path).split(separator: "\n")
    try put((lines.dropLast(lost).joined(separator: "\n") + "\n").utf8, into: path)
    #expect((BookmarkFile(path: path).load().loss != nil) == isReported)
  }

  /// The first day, no backup has it yet: what the program saw last is kept.
  @Test func bookmarksOnTheScreenSurviveATruncatedFile() throws {
    for saves in [false, true] {
      let folder = try TemporaryFolder()
      let path = folder("bookmarks.jsonl")
      try put(DamagedFileTests.sound, into: path)
      let file = BookmarkFile(path: path)
      #expect(file.load().bookmarks.count == 3)
      try put([], into: path)
      let contents =
        saves ? try file.apply([.add(bookmark("new.org"))], now: .now()) : file.load()
      #expect(contents.loss?.what.hasPrefix("3 of 3 bookmarks are lost") == true)
      let newest = try #require(try file.backups().last { $0.bookmarks.count == 3 })
      #expect(newest.missing == 3)
    }
  }

  @Test func theBackupOfEarlierVersionsBelongsToTheSeries() throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    try put(DamagedFileTests.sound, into: path + ".bak")
    var times = [
      timespec(tv_sec: 86_400 * 5, tv_nsec: 0), timespec(tv_sec: 86_400 * 5, tv_nsec: 0),
    ]
    #expect(utimensat(AT_FDCWD, path + ".bak", &times, 0) == 0)
    let saved = try BookmarkFile(path: path).apply([.add(bookmark("new.org"))], now: at(9))
    #expect(saved.loss?.what.hasPrefix("3 of 3 bookmarks are lost") == true)
    #expect(
      backups(folder) == ["bookmarks.jsonl.bak-1970-01-06", "bookmarks.jsonl.bak-1970-01-10"])
    #expect(contents(folder("bookmarks.jsonl.bak-1970-01-06")) == DamagedFileTests.sound)
  }

  @Test func aBackupThatCannotBeMadeIsReportedAndDoesNotStopTheSave() throws {
    let folder = try TemporaryFolder()
    let file = BookmarkFile(path: folder("bookmarks.jsonl"))
    mkdir(folder("bookmarks.jsonl.bak-1970-01-01"), 0o700)
    let saved = try file.apply([.add(bookmark("a.org"))], now: at(0))
    #expect(
      saved.backupFailure?.what
        == "was saved, but not backed up: cannot keep a backup (Is a directory): "
        + "nothing was changed; it will be tried again")
    #expect(file.load().bookmarks.count == 1)
  }

  @Test func followsAreBackedUpAndUnfollowingIsNotALoss() throws {
    let folder = try TemporaryFolder()
    let file = FollowFile(path: folder("follows.jsonl"))
    for number in 0..<5 {
      try file.add(Follow(source: "o/\(number)", added: at(0)), now: at(number))
    }
    try file.remove("o/0", now: at(5))
    try file.remove("o/1", now: at(6))
    #expect(file.load().notices == [])
    let full = contents(file.path)
    try put([], into: file.path)
    let backup = folder("follows.jsonl.bak-1970-01-07")
    #expect(
      file.load().notices.map(\.what) == [
        "3 of 3 sources are lost: cp \(backup) \(file.path)"
      ])
    try file.add(Follow(source: "o/9", added: at(7)), now: at(6))
    #expect(contents(backup) == full)
    try put(full ?? [], into: file.path)
    try file.add(Follow(source: "o/9", added: at(7)), now: at(6))
    #expect(file.load().notices == [])
  }
}

/// A moment of a day, counted from 1970-01-01.
private func at(_ day: Int) -> Timestamp { moment(day * 86_400_000 + 1) }

private func backups(_ folder: TemporaryFolder) -> [String] {
  folder.names().filter { $0.contains(".bak") }
}
