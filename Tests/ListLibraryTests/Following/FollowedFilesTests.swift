import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport
import Testing

/// Lists that are other files of their repository than its README.
struct FollowedFilesTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
    try repository.commit(
      ["README.md": readme(.one), "lists/a.md": readme(.two), "lists/b.md": readme(.three)], day: 0)
  }

  private func follow(_ files: String...) throws {
    _ = try sample.library.follow(repository.path, files: files, in: "/")
  }

  @Test func filesThatWereAskedForAreTheList() throws {
    try follow("./lists/a.md", "lists//b.md", "lists/b.md")
    #expect(sample.entries() == ["work": ["Two", "Below", "Three"]])
    #expect(sample.follows.contains(#""files":["lists/a.md","lists/b.md"]"#))
    #expect(try sample.library.sync().unchanged == 1)
  }

  @Test func theTitleOfAFileIsACategoryAndTheReadmeNamesTheList() throws {
    try repository.commit(
      [
        "README.md": "# My list\n\n[Databases](docs/databases.md)\n",
        "docs/databases.md":
          "# Databases\n\n- [a](https://a.org)\n\n## Graphs\n\n- [b](https://b.org)\n",
        "docs/web.md": "# Web\n\n- [c](https://c.org)\n",
      ], day: 3)
    try follow("docs/databases.md", "docs/web.md")
    #expect(
      sample.datedLines() == [
        "a 2020-01-04 in Databases", "b 2020-01-04 in Databases / Graphs", "c 2020-01-04 in Web",
      ])
    #expect(sample.library.open().catalog.list(ListIndex(0)).title == "My list")
    #expect(try sample.library.sync().unchanged == 1)
  }

  @Test func otherFilesTakeTheirPlaceAndTheLineStaysWhereItWas() throws {
    let other = try SampleFolder(["a/one": ["A"]])
    try follow("lists/a.md")
    _ = try sample.library.follow(other.path, in: "/")
    let before = sample.library.open().follows
    try follow("lists/b.md")
    #expect(sample.entries()["work"] == ["Three"])
    var expected = before
    expected[0].files = ["lists/b.md"]
    #expect(sample.library.open().follows == expected)
  }

  @Test func aFileThatIsRenamedStaysTheList() throws {
    try follow("lists/b.md")
    try repository.git(["mv", "lists/b.md", "lists/c.md"])
    try repository.commit([:], day: 3)
    #expect(try sample.library.sync().failures.isEmpty)
    try repository.commit(["lists/c.md": readme(.three, .one)], day: 4)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(
      sample.datedLines() == ["Three 2020-01-01 in Tools", "One 2020-01-05 in Tools"])
  }

  @Test func aDeletedFileLeavesTheListUnchanged() throws {
    try follow("lists/b.md")
    try repository.commit(["lists/b.md": nil], day: 3)
    #expect(try sample.library.sync().failures.first?.message.contains("lists/b.md") == true)
    #expect(sample.entries() == ["work": ["Three"]])
  }

  @Test(arguments: ["no.md", "", "/etc/passwd", "../x.md", "lists"])
  func aMissingFileIsRefused(path: String) throws {
    let error = #expect(throws: LibraryError.self) { try follow(path) }
    #expect(error?.description.contains(path) == true)
    #expect(sample.library.open().follows.isEmpty)
  }
}
