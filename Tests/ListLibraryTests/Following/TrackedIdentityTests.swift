import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport
import Testing

/// A tracked list, along with other sources of it and others of its name.
struct TrackedIdentityTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
  }

  @Test func ofAListWithAPageItsHistoryCountsAndThePagesDayIsReported() throws {
    try repository.commit(["README.md": "- [A](https://o/n.example/A) - About A.\n"], day: 0)
    try repository.git(["remote", "add", "origin", "https://github.com/o/n.git"])
    let catalogue = try SampleFolder(["o/n": ["A", "B"], "o/other": ["C"]])
    _ = try sample.library.follow(catalogue.path, in: "/")
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(sample.entries() == ["o/n": ["A"], "o/other": ["C"]])
    let catalog = sample.library.open().catalog
    #expect(catalog.entry(EntryIndex(0)).added?.description == "2020-01-01")
    #expect(catalog.history(of: EntryIndex(0))?.publishedDay?.description == "2026-08-21")
    #expect(catalog.list(ListIndex(0)).subject == "Testing")
    #expect(catalog.list(ListIndex(0)).stars == Stars(1_500))
    _ = try sample.library.unfollow(repository.path, in: "/")
    #expect(sample.entries()["o/n"] == ["A", "B"])
  }

  @Test func twoFoldersOfOneNameAreTwoLists() throws {
    let other = try SampleRepository()
    try repository.commit(["README.md": readme(.one)], day: 0)
    try other.commit(["README.md": readme(.three)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    _ = try sample.library.follow(other.path, in: "/")
    let parent = other.folder.path.split(separator: "/").last ?? ""
    #expect(sample.entries() == ["work": ["One"], "\(parent)/work": ["Three"]])
  }

  @Test func aTransientReadFailureIsRetried() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    let folder = try TemporaryFolder()
    let program =
      "#!/bin/sh\ncase \"$*\" in *cat-file*) [ -e \(folder("bad")) ] && exit 128;; esac\n"
    try putProgram((program + "exec /usr/bin/git \"$@\"\n").utf8, into: folder("git"))
    try put([], into: folder("bad"))
    let library = Library(
      try Directories(environment: ["HOME": sample.home.path], passwordHome: nil),
      environment: ["PATH": folder.path + ":/usr/bin:/bin"])
    #expect(try library.follow(repository.path, in: "/").failures.count == 1)
    unlink(folder("bad"))
    #expect(try library.sync().read == 1)
    #expect(sample.entries() == ["work": ["One"]])
  }

  @Test func aRepositoryWithoutAnyEntrySaysSo() throws {
    try repository.commit(["README.md": "# A program\n\nIt does things.\n"], day: 0)
    let error = #expect(throws: LibraryError.self) {
      try sample.library.follow(repository.path, in: "/")
    }
    #expect(error?.description.contains("no entry was found in README.md") == true)
    #expect(sample.library.open().follows.isEmpty)
  }
}
