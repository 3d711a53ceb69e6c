import ListModel
import ReaderFiles
import TestSupport
import Testing

struct ConcurrentSavesTests {
  /// None of them pauses, and none waits in vain: after five seconds a writer would give up.
  @Test func eightProcessesLoseNothingOfOneAnother() throws {
    let folder = try TemporaryFolder()
    let path = folder("bookmarks.jsonl")
    let count = rounds(25, soak: 250)
    // Of every two links, each process removes one again.
    let writers = try (0..<8).map { number in
      try ChildProcess(
        BuiltProduct.path("bookmark-writer"), [path, "p\(number)", "\(count)", "2"])
    }
    for writer in writers {
      #expect(writer.wait() == 0)
      let saved = writer.output.split(separator: "\n").filter { $0.hasPrefix("saved ") }
      #expect(saved.count == count)
    }
    let loaded = BookmarkFile(path: path).load()
    #expect(loaded.notices == [])
    let expected = (0..<8).flatMap { process in
      stride(from: 0, to: count, by: 2).map { LinkKey("p\(process).example/\($0)") }
    }
    #expect(loaded.bookmarks.count == expected.count)
    #expect(expected.filter { loaded.bookmarks[$0] == nil } == [])
    // Midnight may have passed meanwhile.
    let backups = folder.names().filter { $0.hasPrefix("bookmarks.jsonl.bak-") }
    #expect([1, 2].contains(backups.count))
    #expect(contents(folder(backups.last ?? "")) == contents(path))
    #expect(folder.names() == [".bookmarks.jsonl.lock", "bookmarks.jsonl"] + backups)
  }
}
