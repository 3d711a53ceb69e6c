import Glibc
import ListLibrary
import ListModel
import Synchronization
import TestSupport
import Testing

struct SyncTests {
  @Test func onlyWhatChangedIsRead() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"], "c/three": ["C"]])
    let folder = try #require(sample.folder)
    try folder.page(of: "b/two", ["B", "B2"])
    try folder.page(of: "d/four", ["D"])
    folder.remove("content/c/three/README.md")
    let report = try sample.library.sync()
    #expect(report.read == 2 && report.unchanged == 1 && report.removed == 1)
    #expect(sample.entries() == ["a/one": ["A"], "b/two": ["B", "B2"], "d/four": ["D"]])
  }

  @Test func withNothingNewTheCatalogIsUnchanged() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"]])
    let folder = try #require(sample.folder)
    let image = sample.cache("catalog.image")
    let before = try #require(inode(image))
    // The same bytes in a file of its own: another time and another inode, nothing new.
    try folder.page(of: "a/one", ["A"])
    let report = try sample.library.sync()
    #expect(report.read == 0 && report.unchanged == 2)
    #expect(inode(image) == before)
  }

  @Test func anUnreadablePageKeepsItsEntriesAndIsReported() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"]])
    let folder = try #require(sample.folder)
    try folder.file("content/a/one/README.md", "")
    try folder.file("content/c/three/README.md", "\n\n")
    try folder.page(of: "b/two", ["B", "B2"])
    let report = try sample.library.sync()
    #expect(Set(report.failures.map(\.subject)) == ["a/one", "c/three"])
    #expect(report.read == 1)
    #expect(sample.entries() == ["a/one": ["A"], "b/two": ["B", "B2"], "c/three": []])
    let origin = try #require(sample.origin(of: "a/one"))
    #expect(origin.failure?.contains("empty") == true && origin.read != nil)
    #expect(sample.origin(of: "c/three")?.read == nil)
    #expect(sample.origin(of: "b/two")?.failure == nil)
  }

  @Test(arguments: ["# One\n\nMoved.\n", "\u{FFFE}\u{0}bad"])
  func anEmptiedPageKeepsItsPreviousEntries(text: String) throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder()
    try folder.file("one.md", "# One\n\n- [A](https://a.example)\n- [B](https://b.example)\n")
    _ = try sample.library.follow(folder("one.md"), in: "/")
    try folder.file("one.md", text)
    for _ in 0..<2 {
      let report = try sample.library.sync()
      #expect(report.read == 0 && report.failures.map(\.subject) == ["one"])
      #expect(sample.entries() == ["one": ["A", "B"]])
      #expect(sample.origin(of: "one")?.failure?.contains("no entry is left") == true)
    }
    try folder.file("one.md", "# One\n\n- [C](https://c.example)\n")
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(sample.entries() == ["one": ["C"]])
    #expect(sample.origin(of: "one")?.failure == nil)
  }

  @Test func aPageThatIsRepairedIsReadAgain() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"]])
    let folder = try #require(sample.folder)
    try folder.file("content/a/one/README.md", "")
    _ = try sample.library.sync()
    try folder.page(of: "a/one", ["A"])
    #expect(try sample.library.sync().read == 1)
    #expect(sample.entries() == ["a/one": ["A"]])
    #expect(sample.origin(of: "a/one")?.failure == nil)
  }

  @Test func anUnreachableSourceKeepsItsLists() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"]])
    let folder = try #require(sample.folder)
    #expect(rename(folder("content"), folder("away")) == 0)
    let report = try sample.library.sync()
    #expect(report.failures.map(\.subject) == [folder.path])
    #expect(report.removed == 0)
    #expect(sample.entries() == ["a/one": ["A"]])
    let source = try #require(sample.library.open().sources.first)
    #expect(source.failure != nil && source.checked != nil)
    #expect(sample.origin(of: "a/one")?.failure == source.failure)
    #expect(rename(folder("away"), folder("content")) == 0)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(sample.library.open().sources.first?.failure == nil)
    #expect(sample.origin(of: "a/one")?.failure == nil)
  }

  @Test func listsAreChosenByTheirNames() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"]])
    let folder = try #require(sample.folder)
    try folder.page(of: "a/one", ["A2"])
    try folder.page(of: "b/two", ["B2"])
    #expect(try sample.library.sync(["A/One"]).read == 1)
    #expect(sample.entries() == ["a/one": ["A2"], "b/two": ["B"]])
    #expect(try sample.library.sync([folder.path]).read == 1)
    #expect(sample.entries() == ["a/one": ["A2"], "b/two": ["B2"]])
    #expect(throws: LibraryError.noSuchList("c/three")) { try sample.library.sync(["c/three"]) }
  }

  @Test func progressCountsToTheEnd() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(["a/one": ["A"], "b/two": ["B"], "c/three": ["C"]])
    let reported = Mutex<[SyncProgress]>([])
    _ = try sample.library.follow(
      folder.path, in: "/",
      progress: { step in
        reported.withLock { $0.append(step) }
      })
    let steps = reported.withLock { $0 }
    #expect(steps.map(\.description) == ["0/3", "1/3", "2/3", "3/3"])
    #expect(Set(steps.dropFirst().map(\.subject)) == ["a/one", "b/two", "c/three"])
  }

  @Test func anInterruptedSyncKeepsItsResultsAndResumes() throws {
    let sample = try SampleLibrary()
    let lists = Dictionary(uniqueKeysWithValues: (0..<200).map { ("a/n\($0)", ["A"]) })
    let folder = try SampleFolder(lists)
    let flag = Flag()
    let report = try sample.library.follow(
      folder.path, in: "/", progress: { if $0.done == 10 { flag.raise() } },
      isCancelled: { flag.isRaised })
    #expect(report.isCancelled)
    #expect(report.read >= 10 && report.read < 200)
    #expect(sample.entries().count == report.read)
    #expect(sample.library.open().needsSync)
    let rest = try sample.library.sync()
    #expect(rest.read == 200 - report.read && !rest.isCancelled)
    #expect(sample.entries() == lists)
  }

  @Test func twoDoNotSyncAtOnce() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"]])
    let lock = open(sample.cache("catalog.lock"), O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    #expect(throws: LibraryError.busy) { try sample.library.sync() }
    #expect(sample.entries() == ["a/one": ["A"]])
  }
}

/// Something that one thread raises and others see.
final class Flag: Sendable {
  private let value = Atomic(false)
  var isRaised: Bool { value.load(ordering: .relaxed) }
  func raise() { value.store(true, ordering: .relaxed) }
}

func inode(_ path: String) -> UInt? {
  var status = stat()
  return stat(path, &status) == 0 ? UInt(status.st_ino) : nil
}
