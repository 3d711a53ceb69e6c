import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport
import Testing

struct DamageTests {
  private let lists = ["a/one": ["A", "B"], "b/two": ["C"]]

  @Test func withoutAProjectionItIsRebuiltFromTheDatabase() throws {
    let sample = try SampleLibrary(following: lists)
    unlink(sample.cache("catalog.image"))
    #expect(sample.entries() == lists)
    #expect(sample.library.open().notices.isEmpty)
  }

  @Test func aProjectionThatWasCutShortIsRebuilt() throws {
    let sample = try SampleLibrary(following: lists)
    let path = sample.cache("catalog.image")
    let whole = try #require(contents(path))
    for length in [0, 1, 15, 16, 500, whole.count / 2, whole.count - 1] {
      try put(whole[..<length], into: path)
      #expect(sample.entries() == lists)
      _ = try sample.library.sync()
      let isAsBefore = contents(path) == whole
      #expect(isAsBefore)
    }
  }

  @Test func aProjectionWithoutTheIndexOfTheSearchServes() throws {
    let sample = try SampleLibrary(following: lists)
    var builder = CatalogBuilder()
    builder.append(AwesomeList(id: ListID("x/y"), title: "X"), entries: [Entry(title: "T")])
    try put(builder.image(), into: sample.cache("catalog.image"))
    #expect(sample.entries() == ["x/y": ["T"]])
  }

  @Test func withoutACacheASyncReadsAllAgain() throws {
    let sample = try SampleLibrary(following: lists)
    for name in ["catalog.image", "catalog.sqlite", "sources.jsonl"] { unlink(sample.cache(name)) }
    let snapshot = sample.library.open()
    #expect(snapshot.catalog.count == 0 && snapshot.needsSync)
    #expect(snapshot.catalog.origin(of: ListIndex(0))?.failure?.contains("awl sync") == true)
    #expect(try sample.library.sync().read == 2)
    #expect(sample.entries() == lists)
  }

  @Test func aDatabaseOfRubbishIsSetAsideAndRebuilt() throws {
    let sample = try SampleLibrary(following: lists)
    let path = sample.cache("catalog.sqlite")
    try put(repeatElement(UInt8(ascii: "x"), count: 10_000), into: path)
    // The screen needs no database.
    #expect(sample.entries() == lists)
    let report = try sample.library.sync()
    #expect(report.read == 2)
    #expect(report.notices.map(\.path) == [path])
    #expect(report.notices.first?.what.contains("damaged") == true)
    #expect(contents(path + ".corrupt")?.count == 10_000)
    #expect(sample.entries() == lists)
    #expect(try sample.library.sync().notices.isEmpty)
  }

  @Test func aDatabaseOfANewerAwlIsSetAside() throws {
    let sample = try SampleLibrary(following: lists)
    let path = sample.cache("catalog.sqlite")
    try sqlite(path, "INSERT INTO grdb_migrations VALUES ('99')")
    let report = try sample.library.sync()
    #expect(report.read == 2)
    #expect(report.notices.first?.what.contains("newer") == true)
    #expect(contents(path + ".newer") != nil)
    #expect(sample.entries() == lists)
  }

  @Test func aDatabaseWithoutATableIsSetAside() throws {
    let sample = try SampleLibrary(following: lists)
    try sqlite(sample.cache("catalog.sqlite"), "DROP TABLE columns")
    let report = try sample.library.sync()
    #expect(report.notices.first?.what.contains("damaged") == true)
    #expect(sample.entries() == lists)
  }

  @Test func pagesThatAnotherAwlHasReadAreReadAgain() throws {
    let sample = try SampleLibrary(following: lists)
    try sqlite(sample.cache("catalog.sqlite"), "UPDATE reading SET reader = 1")
    #expect(try sample.library.sync().read == 2)
    #expect(try sample.library.sync().read == 0)
  }

  @Test func noFlippedByteLosesMoreThanTheCache() throws {
    let sample = try SampleLibrary(following: lists)
    let folder = try #require(sample.folder)
    let database = sample.cache("catalog.sqlite")
    let image = sample.cache("catalog.image")
    let whole = try #require(contents(database))
    let seed = seed(1)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<rounds(60, soak: 2_000) {
      var damaged = whole
      for _ in 0..<8 {
        let place = Int.random(in: damaged.indices, using: &generator)
        damaged[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      for name in ["-wal", "-shm"] { unlink(database + name) }
      try put(damaged, into: database)
      unlink(image)
      _ = sample.library.open()
      // A flip that hits a text goes unseen until the page is read again; nothing may be lost.
      do {
        let report = try sample.library.sync()
        #expect(report.failures.isEmpty, "seed \(seed), round \(round)")
        #expect(sample.entries().count == 2, "seed \(seed), round \(round)")
      } catch {
        Issue.record("\(error): seed \(seed), round \(round)")
      }
    }
    #expect(sample.library.open().follows.map(\.source) == [folder.path])
  }

  @Test func followsOutliveTheCache() throws {
    let sample = try SampleLibrary(following: lists)
    let folder = try #require(sample.folder)
    let before = sample.follows
    try put([1, 2, 3], into: sample.cache("catalog.sqlite"))
    try put([1, 2, 3], into: sample.cache("catalog.image"))
    try put([1, 2, 3], into: sample.cache("sources.jsonl"))
    _ = sample.library.open()
    _ = try sample.library.sync()
    #expect(sample.follows == before)
    #expect(sample.library.open().sources.map(\.name) == [folder.path])
  }

  @Test func anUnreadableFollowsFileRemovesNothing() throws {
    let sample = try SampleLibrary(following: lists)
    let path = sample.home(".local/share/awl/follows.jsonl")
    unlink(path)
    mkdir(path, 0o700)
    #expect(throws: LibraryError.follows(.file(.notAFile(path: path)))) {
      try sample.library.sync()
    }
    let snapshot = sample.library.open()
    #expect(snapshot.catalog.listCount == 2)
    #expect(snapshot.notices.map(\.path) == [path])
  }

  private func sqlite(_ path: String, _ statement: String) throws {
    let program = try #require(systemProgram("sqlite3") ?? systemProgram("python3"))
    let script =
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
    let words =
      program.hasSuffix("python3") ? ["-c", script, path, statement] : [path, statement]
    let child = try ChildProcess(program, words)
    guard child.wait() == 0 else { throw TestFailure("\(statement): \(child.errors)") }
  }
}
