import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// Whatever other programs do to the file on whatever day: restoring brings everything back (P23).
struct DamagedDaysTests {
  @Test func nothingSavedIsEverLost() throws {
    for seed in 0..<rounds(6, soak: 2_000) {
      var random = SeededGenerator(seed: UInt64(seed))
      let folder = try TemporaryFolder(inMemory: true)
      let path = folder("bookmarks.jsonl")
      var day = 0
      var kept: Set<LinkKey> = []
      for number in 0..<25 {
        day += random.next(below: 4) == 0 ? 1 + random.next(below: 20) : 0
        let now = moment(day * 86_400_000 + number)
        let link = LinkKey("\(number).org")
        let file = BookmarkFile(path: path)
        _ = try file.apply(
          (0..<5).map { .add(bookmark("\(number)\($0 == 0 ? "" : "-\($0)").org", at: number)) },
          now: now)
        kept.insert(link)
        if random.next(below: 4) == 0, let removed = kept.randomElement(using: &random) {
          _ = try file.apply([.remove(removed, at: now)], now: now)
          kept.remove(removed)
        }
        // Once in a while all is lost, and is only restored at the end.
        switch random.next(below: 12) {
        case 0: try put([], into: path)
        case 1: unlink(path)
        case 2: try put("<<<<<<< HEAD\n".utf8, into: path)
        default: break
        }
      }
      let file = BookmarkFile(path: path)
      for backup in try file.backups() {
        _ = try file.restore(backup.name, now: moment((day + 1) * 86_400_000))
      }
      let found = file.load().bookmarks
      let missing = kept.filter { found[$0] == nil }
      #expect(missing.isEmpty, "seed \(seed): \(missing.map(\.description).sorted())")
      guard missing.isEmpty else { return }
    }
  }
}
