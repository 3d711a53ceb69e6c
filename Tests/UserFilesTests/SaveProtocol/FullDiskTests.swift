import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

/// Saves on a file system that has no room, no names left, or no longer takes anything.
@Suite(.enabled(if: SmallDisk.canBeMade, "skipped: only root can mount a small file system"))
struct FullDiskTests {
  @Test(arguments: SavedFile.all) func aFullDiskIsReportedAndLosesNothing(file: SavedFile) throws {
    let folder = try SmallDisk("size=32k")
    let path = folder(file.name)
    let writer = try ChildProcess(BuiltProduct.path("file-writer"), [path, "new", "1000"])
    #expect(writer.wait() == 1)
    let said = writer.output.split(separator: "\n")
    let saved = said.filter { $0.hasPrefix("saved") }.count
    #expect(saved > 20 && saved < 1000)
    #expect(said.contains { $0.hasSuffix("(No space left on device): free some space") })
    let items = (0..<saved).map { file.item("new", $0) }
    #expect(file.missing(items, in: path) == [])
    #expect(file.load(path).items.filter { $0.hasPrefix("new") }.count == saved)
    #expect(file.load(path).notices == [])
    #expect(folder.names().filter { $0.contains(".tmp.") } == [])
  }

  /// The lock, the file and the folder are there: for the new file no name is left.
  @Test(arguments: SavedFile.all) func aDiskWithoutFreeNamesIsReported(file: SavedFile) throws {
    let folder = try SmallDisk("size=1m,nr_inodes=3")
    let path = folder(file.name)
    try put(file.sound, into: path)
    let writer = try ChildProcess(BuiltProduct.path("file-writer"), [path, "new", "1"])
    #expect(writer.wait() == 1)
    #expect(
      writer.output
        == "failed 0: \(path): cannot make a new file (No space left on device): free some space\n")
    #expect(contents(path) == file.sound)
    #expect(folder.names() == [".\(file.name).lock", file.name])
  }

  @Test(arguments: SavedFile.all) func aDiskThatBecameReadOnlyIsReportedAndRead(
    file: SavedFile
  ) throws {
    let folder = try SmallDisk("size=1m")
    let path = folder(file.name)
    try put(file.sound, into: path)
    try #require(folder.makeReadOnly())
    let writer = try ChildProcess(BuiltProduct.path("file-writer"), [path, "new", "1"])
    #expect(writer.wait() == 1)
    #expect(
      writer.output
        == "failed 0: \(path): cannot lock the file (Read-only file system): make the file system writable\n"
    )
    #expect(file.load(path).items.count >= 3)
  }
}

/// A file system in memory with little room, mounted for as long as this lives.
private final class SmallDisk {
  private let folder: TemporaryFolder

  init(_ options: String) throws {
    folder = try TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, options) == 0 else {
      throw TestFailure("mount: errno \(errno)")
    }
  }

  deinit { umount2(folder.path, Int32(MNT_DETACH)) }

  func callAsFunction(_ name: String) -> String { folder(name) }

  func names() -> [String] { folder.names() }

  func makeReadOnly() -> Bool {
    mount("tmpfs", folder.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
  }

  static let canBeMade = geteuid() == 0 && (try? SmallDisk("size=64k")) != nil
}
