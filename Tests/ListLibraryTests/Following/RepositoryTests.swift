import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport
import Testing

/// Repositories without a working tree: what awl keeps a clone of, wherever they are.
struct RepositoryTests {
  private let work: SampleFolder
  private let origin: TemporaryFolder
  private let sample: SampleLibrary
  private var bare: String { origin("lists.git") }

  init() throws {
    work = try SampleFolder()
    origin = try TemporaryFolder()
    sample = try SampleLibrary()
    try git("init", "--quiet", "--bare", "--initial-branch=main", bare, in: origin.path)
    try git("init", "--quiet", "--initial-branch=main")
    try git("remote", "add", "origin", bare)
  }

  @Test func aRepositoryOfTrackPagesIsAWholeCatalogue() throws {
    try work.page(of: "a/one", ["A"])
    try work.page(of: "b/two", ["B"])
    try work.file("content/2026/08/21/README.md", "# Calendar\n")
    try work.file("content/a/one/week/README.md", "# Week\n")
    try push()
    let report = try sample.library.follow(bare, in: "/")
    #expect(report.read == 2 && report.failures.isEmpty)
    #expect(sample.entries() == ["a/one": ["A"], "b/two": ["B"]])
    #expect(sample.library.open().sources.map(\.kind) == [.catalogue])
    #expect(sample.origin(of: "a/one")?.page == "content/a/one/README.md")
  }

  @Test func onlyWhatAPushChangedIsRead() throws {
    for list in 0..<40 { try work.page(of: "o/n\(list)", ["A"]) }
    try push()
    #expect(try sample.library.follow(bare, in: "/").read == 40)
    #expect(try sample.library.sync().unchanged == 40)
    try work.page(of: "o/n7", ["A", "B"])
    work.remove("content/o/n8/README.md")
    try push()
    let report = try sample.library.sync()
    #expect(report.read == 1 && report.unchanged == 38 && report.removed == 1)
    #expect(sample.entries()["o/n7"] == ["A", "B"])
    #expect(sample.entries()["o/n8"] == nil)
  }

  @Test func aHistoryThatWasRewrittenIsFollowed() throws {
    try work.page(of: "a/one", ["A"])
    try push()
    _ = try sample.library.follow(bare, in: "/")
    try work.page(of: "a/one", ["Other"])
    try git("add", "--all")
    try git("commit", "--quiet", "--amend", "-m", "rewritten")
    try git("push", "--quiet", "--force", "origin", "main")
    #expect(try sample.library.sync().read == 1)
    #expect(sample.entries() == ["a/one": ["Other"]])
  }

  @Test func anyOtherRepositoryIsItsReadme() throws {
    try work.file("readme.md", "# Awesome Things\n\n- [A](https://a.example)\n")
    try work.file("docs/README.md", "# Docs\n\n- [Z](https://z.example)\n")
    try push()
    _ = try sample.library.follow(bare, in: "/")
    #expect(sample.entries() == ["lists": ["A"]])
    #expect(sample.library.open().sources.map(\.kind) == [.repository])
  }

  @Test func aRepositoryThatVanishesKeepsItsLists() throws {
    try work.page(of: "a/one", ["A"])
    try push()
    _ = try sample.library.follow(bare, in: "/")
    #expect(rename(bare, origin("gone")) == 0)
    let report = try sample.library.sync()
    #expect(report.failures.map(\.subject) == [bare])
    #expect(sample.entries() == ["a/one": ["A"]])
    #expect(sample.library.open().sources.first?.failure != nil)
  }

  @Test func aDamagedCloneIsRebuilt() throws {
    try work.page(of: "a/one", ["A"])
    try push()
    _ = try sample.library.follow(bare, in: "/")
    let clone = try #require(clones().first)
    for name in ["HEAD", "packed-refs", "refs/awl/tip"] { unlink(clone + "/" + name) }
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(sample.entries() == ["a/one": ["A"]])
  }

  @Test func unfollowingRemovesTheClone() throws {
    try work.page(of: "a/one", ["A"])
    try push()
    _ = try sample.library.follow(bare, in: "/")
    #expect(clones().count == 1)
    #expect(try sample.library.unfollow(bare, in: "/") == bare)
    #expect(clones().isEmpty && sample.entries().isEmpty)
  }

  @Test func aSymbolicLinkIsNotAPage() throws {
    try work.page(of: "a/one", ["A"])
    try work.file("content/b/two/notes.md", "")
    symlink("/etc/passwd", work("content/b/two/README.md"))
    try push()
    _ = try sample.library.follow(bare, in: "/")
    #expect(sample.entries() == ["a/one": ["A"]])
  }

  @Test func aFailedCloneIsNotFollowed() throws {
    #expect(throws: LibraryError.self) {
      try sample.library.follow("http://127.0.0.1:1/owner/name", in: "/")
    }
    #expect(throws: LibraryError.self) { try sample.library.follow(bare, in: "/") }
    #expect(sample.library.open().follows.isEmpty)
    #expect(clones().isEmpty)
  }

  @Test func anInterruptedCloneIsFollowedAndResumedByTheNextSync() throws {
    try work.page(of: "a/one", ["A"])
    try push()
    let report = try sample.library.follow(bare, in: "/", isCancelled: { true })
    #expect(report.isCancelled && report.read == 0)
    #expect(sample.library.open().follows.map(\.source) == [bare])
    #expect(sample.library.open().needsSync)
    #expect(try sample.library.sync().read == 1)
    #expect(sample.entries() == ["a/one": ["A"]])
  }

  @Test func leftoversOfAKilledCloneAreRemoved() throws {
    try work.page(of: "a/one", ["A"])
    try push()
    _ = try sample.library.follow(bare, in: "/")
    mkdir(clones()[0] + ".new-1f", 0o700)
    _ = try sample.library.sync()
    #expect(clones().count == 1)
  }

  @Test(arguments: [
    "ext::sh -c touch% /tmp/canary", "ssh://-oProxyCommand=x/y", "git@host:owner/name",
    "--upload-pack=x", "fd::17", "http://example.org/o/n", "owner/name/deeper", "nothing", "",
    "https://h/%0ahost=evil",
  ])
  func invalidSourcesAreRefused(text: String) {
    #expect(throws: LibraryError.self) { try sample.library.follow(text, in: "/") }
  }

  private func clones() -> [String] {
    let folder = sample.cache("repositories")
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(folder + "/" + name) }
    }
    return names
  }

  private func push() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "-m", "change")
    try git("push", "--quiet", "origin", "main")
  }

  private func git(_ words: String..., in folder: String? = nil) throws {
    let program = try #require(systemProgram("git"))
    var environment = ChildProcess.environment
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = "A"
      environment["GIT_\(role)_EMAIL"] = "a@example.org"
    }
    let child = try ChildProcess(
      program, ["-C", folder ?? work.path] + words, environment: environment)
    guard child.wait() == 0 else { throw TestFailure("git \(words): \(child.errors)") }
  }
}
