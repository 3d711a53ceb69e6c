import FileWatching
import Glibc
import Synchronization
import TestSupport
import Testing

struct FileWatcherTests {
  /// The reports of a watcher.
  private final class Reports: Sendable {
    private let all = Mutex<[Set<String>]>([])

    func add(_ paths: Set<String>) { all.withLock { $0.append(paths) } }

    var count: Int { all.withLock { $0.count } }

    /// Waits for a report of a path, and forgets all that have come; false if none comes.
    func wait(for path: String) -> Bool {
      guard TestSupport.wait(until: { all.withLock { $0.contains { $0.contains(path) } } }) else {
        return false
      }
      // What belongs together comes within a tenth of a second.
      usleep(250_000)
      all.withLock { $0 = [] }
      return true
    }
  }

  private let folder: TemporaryFolder
  private let reports = Reports()

  init() throws {
    folder = try TemporaryFolder()
  }

  private func watch(_ paths: String...) throws -> FileWatcher {
    try FileWatcher(paths) { [reports] in reports.add($0) }
  }

  @Test func aFileThatIsReplacedOrWrittenToIsReported() throws {
    let path = folder("a.jsonl")
    let watcher = try watch(path, folder("b.jsonl"))
    try put("1".utf8, into: folder("a.tmp"))
    rename(folder("a.tmp"), path)
    #expect(reports.wait(for: path))
    try put("2".utf8, into: path)
    #expect(reports.wait(for: path))
    unlink(path)
    #expect(reports.wait(for: path))
    withExtendedLifetime(watcher) {}
  }

  @Test func otherFilesOfTheFolderAreNoChange() throws {
    let watcher = try watch(folder("a.jsonl"))
    for number in 0..<50 { try put("x".utf8, into: folder("other\(number)")) }
    usleep(300_000)
    #expect(reports.count == 0)
    withExtendedLifetime(watcher) {}
  }

  @Test func manyChangesAtOnceAreOneReport() throws {
    let path = folder("a.jsonl")
    let watcher = try watch(path)
    for _ in 0..<200 { try put("x".utf8, into: path) }
    #expect(wait { reports.count > 0 })
    usleep(400_000)
    #expect(reports.count <= 50)
    withExtendedLifetime(watcher) {}
  }

  @Test func aLinksTargetIsWatchedAndSoIsTheLink() throws {
    mkdir(folder("dotfiles"), 0o700)
    mkdir(folder("other"), 0o700)
    try put("1".utf8, into: folder("dotfiles/real"))
    try put("1".utf8, into: folder("other/real"))
    let path = folder("a.jsonl")
    symlink("dotfiles/real", path)
    let watcher = try watch(path)
    try put("2".utf8, into: folder("dotfiles/new"))
    rename(folder("dotfiles/new"), folder("dotfiles/real"))
    #expect(reports.wait(for: path))
    // The link leads elsewhere from now on, and there it is followed.
    unlink(path)
    symlink("other/real", path)
    #expect(reports.wait(for: path))
    try put("3".utf8, into: folder("other/real"))
    #expect(reports.wait(for: path))
    withExtendedLifetime(watcher) {}
  }

  @Test func foldersThatAreNotThereYetAreWaitedFor() throws {
    let path = folder("share/awl/a.jsonl")
    let watcher = try watch(path)
    mkdir(folder("share"), 0o700)
    #expect(reports.wait(for: path))
    mkdir(folder("share/awl"), 0o700)
    #expect(reports.wait(for: path))
    try put("1".utf8, into: path)
    #expect(reports.wait(for: path))
    withExtendedLifetime(watcher) {}
  }

  /// As a program makes them at its first save: faster than one looks what is there.
  @Test func foldersMadeInQuickSuccessionAreWatched() throws {
    for round in 0..<rounds(5, soak: 500) {
      let (folder, reports) = (try TemporaryFolder(), Reports())
      let path = folder("share/awl/a.jsonl")
      let watcher = try FileWatcher([path]) { reports.add($0) }
      // The watcher has woken up for the first, or not yet.
      mkdir(folder("share"), 0o700)
      usleep(UInt32(round % 10 * 20))
      mkdir(folder("share/awl"), 0o700)
      try put("1".utf8, into: path)
      #expect(wait { reports.count > 0 })
      usleep(250_000)
      let before = reports.count
      try put("2".utf8, into: path)
      #expect(wait { reports.count > before }, "round \(round)")
      withExtendedLifetime(watcher) {}
    }
  }

  @Test func aFolderThatIsDeletedAndMadeAgainIsWatchedAgain() throws {
    mkdir(folder("awl"), 0o700)
    let path = folder("awl/a.jsonl")
    let watcher = try watch(path)
    rmdir(folder("awl"))
    #expect(reports.wait(for: path))
    mkdir(folder("awl"), 0o700)
    #expect(reports.wait(for: path))
    try put("1".utf8, into: path)
    #expect(reports.wait(for: path))
    withExtendedLifetime(watcher) {}
  }

  @Test func linksInACircleEnd() throws {
    symlink(folder("b"), folder("a"))
    symlink(folder("a"), folder("b"))
    let watcher = try watch(folder("a"))
    unlink(folder("b"))
    #expect(reports.wait(for: folder("a")))
    withExtendedLifetime(watcher) {}
  }
}
