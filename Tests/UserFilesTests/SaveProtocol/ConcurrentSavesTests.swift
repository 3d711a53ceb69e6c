import ListModel
import UserFiles
import TestSupport
import Testing

struct ConcurrentSavesTests {
  /// None of them pauses, and none waits in vain: after five seconds a writer would give up.
  @Test(arguments: SavedFile.all)
  func eightProcessesLoseNoneOfTheirChanges(file: SavedFile) throws {
    let folder = try TemporaryFolder()
    let path = folder(file.name)
    let count = rounds(25, soak: 250)
    // Of every two links, each process removes one again.
    let writers = try (0..<8).map { number in
      try ChildProcess(
        BuiltProduct.path("file-writer"), [path, "p\(number)", "\(count)", "2"])
    }
    for writer in writers {
      #expect(writer.wait() == 0)
      let saved = writer.output.split(separator: "\n").filter { $0.hasPrefix("saved ") }
      #expect(saved.count == count)
    }
    #expect(file.load(path).notices == [])
    func items(from first: Int) -> [String] {
      (0..<8).flatMap { process in
        stride(from: first, to: count, by: 2).map { file.item("p\(process)", $0) }
      }
    }
    #expect(file.missing(items(from: 0), in: path) == [])
    #expect(file.missing(items(from: 1), in: path) == items(from: 1))
    // Midnight may have passed meanwhile.
    let backups = folder.names().filter { $0.hasPrefix("\(file.name).bak-") }
    #expect([1, 2].contains(backups.count))
    #expect(contents(folder(backups.last ?? "")) == contents(path))
    #expect(folder.names() == [".\(file.name).lock", file.name] + backups)
  }
}
