import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// Bringing lost bookmarks back, beside what was saved since.
struct RestoreTests {
  private let folder: TemporaryFolder
  private let file: BookmarkFile
  private let first: BackupName

  init() throws {
    first = BackupName(day: try #require(moment(0).day))
    folder = try TemporaryFolder()
    file = BookmarkFile(path: folder("bookmarks.jsonl"))
    try put(DamagedFileTests.sound, into: file.path)
    _ = try file.apply([.add(bookmark("d.org", at: 4, note: "mine"))], now: moment(4))
  }

  @Test func lostBookmarksReturnBesideLaterOnes() throws {
    let full = text(file.path)
    try put([], into: file.path)
    _ = try file.apply([.add(bookmark("new.org", at: 9))], now: moment(9))
    let done = try #require(try file.restore(first, now: moment(10)))
    #expect(done.broughtBack.count == 4)
    #expect(file.load().notices == [])
    #expect(file.load().bookmarks.live.map(\.url).contains("new.org"))
    // Line by line, with what this version does not know of.
    for line in full.split(separator: "\n") { #expect(text(file.path).contains(line)) }
  }

  @Test func laterChangesStay() throws {
    let key = LinkKey("d.org")
    _ = try file.apply(
      [
        .set(key, [.note("newer")], at: moment(20)), .remove(LinkKey("a.org"), at: moment(20)),
      ], now: moment(86_400_000))
    let done = try #require(try file.restore(first, now: moment(86_400_001)))
    #expect(done.keys.isEmpty && done.staysRemoved == 1)
    #expect(file.load().bookmarks[key]?.note == "newer")
    let all = try #require(
      try file.restore(first, includingRemoved: true, now: moment(86_400_001)))
    #expect(all.broughtBack == [LinkKey("a.org")])
    #expect(file.load().bookmarks[key]?.note == "newer")
  }

  /// The file went back to an older version, as `git checkout` does.
  @Test func anOlderStateIsBroughtUpToDate() throws {
    let old = contents(file.path)
    _ = try file.apply(
      [.set(LinkKey("d.org"), [.tags(["x"])], at: moment(20))], now: moment(20))
    try put(old ?? [], into: file.path)
    let done = try #require(try file.restore(first, now: moment(30)))
    #expect(done.completed == [LinkKey("d.org")])
    #expect(file.load().bookmarks[LinkKey("d.org")]?.tags == ["x"])
  }

  @Test func bookmarkingAgainRestoresTheNote() throws {
    unlink(file.path)
    _ = try file.apply([.add(bookmark("d.org", at: 9, note: "again"))], now: moment(9))
    _ = try file.restore(first, now: moment(10))
    #expect(file.load().bookmarks[LinkKey("d.org")]?.note == "again\nmine")
  }

  @Test func undoingARestoreKeepsLaterChanges() throws {
    try put([], into: file.path)
    _ = try file.apply([.add(bookmark("new.org", at: 9))], now: moment(9))
    let before = file.load().bookmarks
    _ = try file.restore(first, now: moment(10))
    let all = file.load().bookmarks
    _ = try file.apply([.set(LinkKey("b.org"), [.note("after")], at: moment(11))], now: moment(11))
    // One that finds nothing missing leaves it to be undone.
    _ = try file.restore(first, now: moment(12))
    #expect(try file.undoRestoration(now: moment(13)) == 3)
    #expect(file.load().bookmarks.live.map(\.url) == ["https://b.org", "new.org"])
    #expect(file.load().bookmarks[LinkKey("b.org")]?.note == "after")
    #expect(file.load().bookmarks.count == before.count + 1)
    // What was restored is in a backup still, and can be restored again.
    #expect(try file.backups().contains { $0.bookmarks.count == all.count })
    #expect(file.load().loss != nil)
  }

  @Test func aLossThatIsMeantIsAcceptedAndKeepsTheBackup() throws {
    let full = contents(file.path)
    try put([], into: file.path)
    #expect(file.load().loss != nil)
    try file.acceptLosses(now: moment(20))
    #expect(file.load().loss == nil)
    _ = try file.apply([.add(bookmark("new.org"))], now: moment(21))
    #expect(BookmarkFile(path: file.path).load().notices == [])
    #expect(contents(folder("bookmarks.jsonl.bak-1970-01-01")) == full)
  }

  @Test func thereIsNoBackupOfADayWithoutSaves() throws {
    let other = BackupName(day: first.day, number: 7)
    #expect(try file.restore(other, now: moment(9)) == nil)
    #expect(try BookmarkFile(path: folder("other.jsonl")).undoRestoration(now: moment(9)) == nil)
  }

  @Test func unreadableFilesAreReported() throws {
    let lost = BookmarkFile(path: "no-absolute-path")
    #expect(throws: UserFileError.self) { try lost.backups() }
    #expect(throws: UserFileError.self) { try lost.restore(first, now: moment(1)) }
    #expect(throws: UserFileError.self) { try lost.undoRestoration(now: moment(1)) }
    #expect(throws: UserFileError.self) { try lost.acceptLosses(now: moment(1)) }
    #expect(truncate(folder("bookmarks.jsonl.bak-1970-01-01"), 1 << 30) == 0)
    let reported = "its backups cannot be compared: has 1073741824 bytes"
    #expect(file.load().backupFailure?.what.hasPrefix(reported) == true)
    #expect(throws: UserFileError.self) { try file.backups() }
  }

  @Test(arguments: [
    ("2026-11-27", "2026-11-27"), ("2026-11-27.2", "2026-11-27.2"), ("2026-11-27.1", nil),
    ("2026-02-30", nil), ("2026-11-27.", nil), ("2026-11-27.x", nil), ("", nil), ("../x", nil),
    ("2026-11-27.2.3", nil), ("2026-11-27.99999999999999999999", nil),
  ])
  func aBackupIsNamedByItsDay(text: String, name: String?) {
    #expect(BackupName(text)?.description == name)
  }
}
