import Glibc
import ListLibrary
import TestSupport
import Testing

/// The database of a first sync, which gets its name only when it is complete.
struct NewDatabaseTests {
  private let lists = ["a/one": ["A", "B"], "b/two": ["C"]]

  @Test func aFirstSyncLeavesACompleteDatabase() throws {
    let sample = try SampleLibrary(following: lists)
    #expect(databaseFiles(sample) == ["catalog.sqlite"])
    unlink(sample.cache("catalog.image"))
    #expect(sample.entries() == lists)
    try put([1, 2, 3], into: sample.cache("catalog.sqlite.new"))
    #expect(try sample.library.sync().read == 0)
    // The next sync keeps a log, and leaves nothing of it.
    #expect(databaseFiles(sample) == ["catalog.sqlite"])
  }

  @Test func aFirstFollowThatFailsLeavesNoDatabase() throws {
    let sample = try SampleLibrary()
    let empty = try SampleFolder()
    #expect(throws: LibraryError.self) { try sample.library.follow(empty.path, in: "/") }
    #expect(databaseFiles(sample) == [])
  }

  @Test func aFollowThatCannotBeNotedLeavesNothing() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(lists)
    // A folder where the file of the lock is to be.
    for path in [".local", ".local/share", ".local/share/awl"] { mkdir(sample.home(path), 0o700) }
    mkdir(sample.home(".local/share/awl/.follows.jsonl.lock"), 0o700)
    #expect(throws: LibraryError.self) { try sample.library.follow(folder.path, in: "/") }
    #expect(sample.follows.isEmpty && sample.entries().isEmpty)
    #expect(databaseFiles(sample) == [])
  }

  @Test func aFirstSyncThatIsKilledLeavesACompleteDatabaseOrNone() throws {
    let lists = Dictionary(uniqueKeysWithValues: (0..<40).map { ("o/n\($0)", ["A", "B"]) })
    let folder = try SampleFolder(lists)
    var random = SeededGenerator(seed: seed(1))
    for _ in 0..<rounds(10, soak: 200) {
      let sample = try SampleLibrary()
      let syncer = try syncer(of: sample, folder)
      usleep(UInt32.random(in: 0...40_000, using: &random))
      syncer.send(SIGKILL)
      #expect(syncer.wait() == 128 + SIGKILL)
      if access(sample.cache("catalog.sqlite"), F_OK) == 0 {
        unlink(sample.cache("catalog.image"))
        #expect(sample.entries().count == 40)
      }
      #expect(try sample.library.follow(folder.path, in: "/").notices.isEmpty)
      #expect(sample.entries().count == 40)
      #expect(databaseFiles(sample) == ["catalog.sqlite"])
    }
  }

  @Test func theLogOfADeletedDatabaseIsNotAppliedToTheNextOne() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(lists)
    let log = try logOfKilledSync(sample, folder)
    for name in ["catalog.sqlite", "catalog.image"] { unlink(sample.cache(name)) }
    for name in ["catalog.sqlite-wal", "catalog.sqlite.new-journal", "catalog.sqlite.new"] {
      try put(log, into: sample.cache(name))
    }
    for (list, entries) in lists { try folder.page(of: list, entries) }
    #expect(try sample.library.sync().read == 2)
    #expect(sample.entries() == lists)
    #expect(databaseFiles(sample) == ["catalog.sqlite"])
    #expect(try sample.library.sync().notices.isEmpty)
  }

  /// The log that a sync leaves when it is killed.
  private func logOfKilledSync(_ sample: SampleLibrary, _ folder: SampleFolder) throws -> [UInt8] {
    let path = sample.cache("catalog.sqlite-wal")
    var log: [UInt8] = []
    // A sync may have ended, and removed its log, before it is killed.
    for _ in 0..<50 where log.isEmpty {
      let syncer = try syncer(of: sample, folder)
      _ = wait { contents(path)?.isEmpty == false }
      syncer.send(SIGKILL)
      _ = syncer.wait()
      log = contents(path) ?? []
    }
    guard !log.isEmpty else { throw TestFailure("no killed sync has left its log") }
    return log
  }

  private func syncer(of sample: SampleLibrary, _ folder: SampleFolder) throws -> ChildProcess {
    try ChildProcess(BuiltProduct.path("library-syncer"), [sample.home.path, folder.path])
  }

  /// The files of the database in the cache, in order.
  private func databaseFiles(_ sample: SampleLibrary) -> [String] {
    names(in: sample.home(".cache/awl")).filter { $0.hasPrefix("catalog.sqlite") }
  }
}
