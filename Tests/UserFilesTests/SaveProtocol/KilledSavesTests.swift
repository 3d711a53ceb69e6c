import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// A save that is killed leaves the old file or the new one, and what was reported as saved is there.
struct KilledSavesTests {
  @Test(arguments: SavedFile.all) func savedBookmarksSurviveAKill(file: SavedFile) throws {
    let folder = try TemporaryFolder()
    let path = folder(file.name)
    var random = SeededGenerator(seed: seed(1))
    var acknowledged: [String] = []
    for round in 0..<rounds(40, soak: 1_000) {
      let writer = try ChildProcess(BuiltProduct.path("file-writer"), [path, "r\(round)", "0"])
      // A busy machine takes its time to start a program; the kill is to fall among the saves.
      wait { writer.output.contains("saved 0\n") }
      usleep(UInt32(random.next(below: 30_000)))
      writer.send(SIGKILL)
      #expect(writer.wait() == 128 + SIGKILL)
      for line in writer.output.split(separator: "\n") where line.hasPrefix("saved ") {
        acknowledged.append(file.item("r\(round)", Int(line.dropFirst(6)) ?? -1))
      }
    }
    #expect(acknowledged.count >= 40)
    #expect(file.load(path).notices == [])
    #expect(file.missing(acknowledged, in: path) == [])
    // The next save works and tidies up.
    _ = try file.add("a.org", path, moment(1))
    #expect(folder.names().filter { $0.contains(".tmp.") } == [])
  }

  @Test(
    .enabled(
      if: TracedSave.obstacle == nil, Comment(rawValue: "skipped: \(TracedSave.obstacle ?? "")")),
    arguments: SavedFile.damageable)
  func killedAtAnySystemCallItLeavesTheOldFileOrTheNew(file: SavedFile, before: [UInt8]) throws {
    let save = try TracedSave(file, before: before)
    let calls = try save.calls()
    let after = try #require(contents(save.path))
    #expect(calls.count > 20)
    #expect(after != before)
    var seen = (old: 0, new: 0)
    for call in calls {
      try save.reset()
      let (said, status) = try save.save(call, "signal=KILL")
      #expect(status == 128 + SIGKILL, "\(call)")
      #expect(said == "", "\(call)")
      let left = contents(save.path)
      #expect(left == before || left == after, "\(call)")
      if left == before { seen.old += 1 } else { seen.new += 1 }
      if left == after, after.count > before.count, before.suffix(7).elementsEqual("damage\n".utf8)
      {
        #expect(save.folder.names().contains { $0.contains(".corrupt-") }, "\(call)")
      }
      // Nothing that is left after hinders the next save.
      #expect(try save.save() == ("saved 0\n", 0), "\(call)")
      #expect(contents(save.path) == after, "\(call)")
      #expect(save.folder.names().filter { $0.contains(".tmp.") } == [], "\(call)")
    }
    #expect(seen.old > 10 && seen.new > 0)
  }
}
