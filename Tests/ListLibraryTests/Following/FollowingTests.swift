import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport
import Testing

struct FollowingTests {
  @Test func aFolderOfTrackPagesIsAWholeCatalogue() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(["a/one": ["A", "B"], "b/two": ["C"]])
    let report = try sample.library.follow(folder.path, in: "/")
    #expect(report.read == 2 && report.failures.isEmpty && !report.isCancelled)
    #expect(sample.entries() == ["a/one": ["A", "B"], "b/two": ["C"]])
    let snapshot = sample.library.open()
    #expect(snapshot.sources.map(\.kind) == [.catalogue])
    #expect(snapshot.sources.map(\.lists) == [2])
    #expect(snapshot.checked != nil && !snapshot.needsSync && snapshot.notices.isEmpty)
    let list = snapshot.catalog.list(ListIndex(0))
    #expect(list.title == "Awesome a/one" && list.subject == "Testing")
    #expect(list.stars == Stars(1_500) && list.source == "https://github.com/a/one")
    #expect(sample.origin(of: "a/one")?.page == "content/a/one/README.md")
    #expect(sample.origin(of: "a/one")?.source == folder.path)
  }

  @Test func eachFollowIsALine() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(["a/one": ["A"]])
    _ = try sample.library.follow(folder.path, in: "/")
    _ = try sample.library.follow(folder.path + "/", in: "/")
    let lines = sample.follows.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == #"{"format":"awl-follows","version":1}"#)
    #expect(lines[1].hasPrefix(#"{"source":"\#(folder.path)","added":"#))
  }

  @Test func aRelativePathBeginsAtTheWorkingFolder() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder()
    try folder.file("lists/mine.md", "# Mine\n\n- [A](https://a.example)\n")
    _ = try sample.library.follow("lists/../lists/mine.md", in: folder.path)
    #expect(sample.origin(of: "mine")?.source == folder("lists/mine.md"))
    #expect(sample.origin(of: "mine")?.page == "")
    #expect(sample.library.open().sources.map(\.kind) == [.page])
  }

  @Test func anUnreadableSourceIsNotFollowed() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder()
    #expect(throws: LibraryError.unreadable(path: "/nowhere", code: ENOENT)) {
      try sample.library.follow("/nowhere", in: "/")
    }
    #expect(throws: LibraryError.noPages(path: folder.path)) {
      try sample.library.follow(folder.path, in: "/")
    }
    #expect(throws: LibraryError.noSource("--help")) {
      try sample.library.follow("--help", in: "/")
    }
    #expect(sample.follows == "")
    #expect(sample.library.open().follows.isEmpty)
  }

  /// Paths that lead to something other than a list, and the reported error.
  @Test(arguments: [
    ("/bin/ls", "not a text"), ("/dev/zero", "a device"), ("/dev/null", "a device"),
    ("/etc/passwd", "no entry was found: awl reads track pages"),
  ])
  func aFileThatIsNotAPageIsNotFollowed(path: String, words: String) throws {
    let sample = try SampleLibrary()
    let error = #expect(throws: LibraryError.self) { try sample.library.follow(path, in: "/") }
    #expect(error?.description.contains(words) == true)
    #expect(sample.library.open().follows.isEmpty && sample.entries().isEmpty)
    #expect(try sample.library.sync().failures.isEmpty)
  }

  @Test func emptyFilesAndPipesAreNotFollowed() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(["a/one": ["A"]])
    try folder.file("empty.md", "")
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    _ = try sample.library.follow(folder.path, in: "/")
    for name in ["empty.md", "pipe"] {
      #expect(throws: LibraryError.self) { try sample.library.follow(folder(name), in: "/") }
    }
    #expect(sample.library.open().follows.map(\.source) == [folder.path])
    #expect(try sample.library.sync().failures.isEmpty)
  }

  @Test func anEmptyTrackPageIsFollowed() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder([:])
    try folder.file(
      "page.md",
      """
      # Track Awesome One Updates Daily

      [🏠 Home](/README.md) · [🔍 Search](/search/) · [😺 a/one](https://github.com/a/one)

      [ Daily / [Weekly](/content/a/one/week/README.md) / [Overview](/content/a/one/readme/README.md) ]
      """)
    let report = try sample.library.follow(folder("page.md"), in: "/")
    #expect(report.read == 1 && report.failures.isEmpty)
    #expect(sample.entries() == ["a/one": []])
  }

  @Test func unfollowingTakesTheListsAway() throws {
    let sample = try SampleLibrary()
    let one = try SampleFolder(["a/one": ["A"]])
    let other = try SampleFolder(["b/two": ["B"]])
    _ = try sample.library.follow(one.path, in: "/")
    _ = try sample.library.follow(other.path, in: "/")
    #expect(try sample.library.unfollow(one.path, in: "/") == one.path)
    #expect(sample.entries() == ["b/two": ["B"]])
    #expect(sample.library.open().follows.map(\.source) == [other.path])
    #expect(throws: LibraryError.notFollowed("a/one")) {
      try sample.library.unfollow("a/one", in: "/")
    }
  }

  @Test func theOnlyListOfASourceStandsForIt() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"]])
    let folder = try #require(sample.folder)
    #expect(try sample.library.unfollow("A/one", in: "/") == folder.path)
    #expect(sample.library.open().follows.isEmpty && sample.entries().isEmpty)
  }

  @Test func oneOfManyListsIsNotUnfollowedButItsSourceNamed() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"]])
    let folder = try #require(sample.folder)
    let error = #expect(throws: LibraryError.self) {
      try sample.library.unfollow("a/one", in: "/")
    }
    #expect(error?.description.contains("awl unfollow \(folder.path) lets all of them go") == true)
    #expect(sample.entries().count == 2)
  }

  @Test func aSourceThatNeverHadAListIsReported() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"]])
    let path = sample.home(".local/share/awl/follows.jsonl")
    let line = #"{"source":"/nowhere/lists","added":1}"#
    try put((text(path) + line + "\n").utf8, into: path)
    for names in [[], ["lists"]] {
      #expect(try sample.library.sync(names).failures.map(\.subject) == ["/nowhere/lists"])
      #expect(sample.entries() == ["a/one": ["A"], "lists": []])
      #expect(sample.origin(of: "lists")?.failure?.hasPrefix("cannot read /nowhere/lists") == true)
    }
    #expect(try sample.library.unfollow("lists", in: "/") == "/nowhere/lists")
    #expect(sample.entries() == ["a/one": ["A"]])
  }

  @Test func aSourceThatIsGoneCanBeUnfollowed() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(["a/one": ["A"]])
    _ = try sample.library.follow(folder.path, in: "/")
    #expect(rename(folder("content"), folder("away")) == 0)
    #expect(try sample.library.unfollow(folder.path, in: "/") == folder.path)
    #expect(sample.entries().isEmpty)
  }

  @Test func withoutSourcesNothingIsCreated() throws {
    let sample = try SampleLibrary()
    let snapshot = sample.library.open()
    #expect(snapshot.catalog.listCount == 0 && snapshot.follows.isEmpty && !snapshot.needsSync)
    #expect(sample.home.names().isEmpty)
  }
}
