import ListLibrary
import ListModel
import TestSupport
import Testing

struct ListIdentityTests {
  private static let readme =
    "# Awesome Things\n\n- [A](https://a.example)\n- [B](https://b.example)\n"

  @Test func aReadmeIsCalledAfterItsFolder() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder()
    try folder.file("things/README.md", Self.readme)
    _ = try sample.library.follow(folder("things"), in: "/")
    #expect(sample.entries() == ["things": ["A", "B"]])
  }

  @Test(arguments: [
    ("https://github.com/owner/things.git", "owner/things"),
    ("https://github.com/owner/things", "owner/things"),
    ("git@github.com:owner/things.git", "owner/things"),
    ("ssh://git@git.example:22/group/owner/things", "owner/things"),
    ("/srv/things.git", "srv"),
    ("/data/of/things.bundle", "srv"),
    ("file:///data/of/things", "srv"),
  ])
  func aReadmeInACloneIsCalledAfterItsOrigin(origin: String, name: String) throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder()
    try folder.file("srv/README.md", Self.readme)
    try folder.file(
      "srv/.git/config",
      "[core]\n\tbare = false\n[remote \"fork\"]\n\turl = https://x.example/fork/fork\n"
        + "[remote \"origin\"]\n\tfetch = +refs\n\turl = \(origin)\n[branch \"main\"]\n")
    _ = try sample.library.follow(folder("srv"), in: "/")
    #expect(sample.entries() == [name: ["A", "B"]])
  }

  @Test func aTrackPageIsCalledAsItSays() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder()
    try folder.file("anything.md", dailyPage(of: "o/n", ["A"]))
    _ = try sample.library.follow(folder("anything.md"), in: "/")
    #expect(sample.entries() == ["o/n": ["A"]])
  }

  @Test func twoPagesOfOneCatalogueAreTwoLists() throws {
    let sample = try SampleLibrary()
    let folder = try SampleFolder(["o/things": ["A"]])
    // One copy comes before the list's own page in the order of paths, the other after it.
    try folder.file("content/a/things/README.md", dailyPage(of: "o/things", ["B"]))
    try folder.file("content/z/things/README.md", dailyPage(of: "o/things", ["C"]))
    _ = try sample.library.follow(folder.path, in: "/")
    #expect(sample.entries() == ["o/things": ["A"], "a/things": ["B"], "z/things": ["C"]])
    try folder.file("content/z/things/README.md", dailyPage(of: "o/things", ["D"]))
    #expect(try sample.library.sync(["z/things"]).read == 1)
    #expect(sample.entries() == ["o/things": ["A"], "a/things": ["B"], "z/things": ["D"]])
  }

  @Test func oneListFromTwoSourcesIsOneList() throws {
    let sample = try SampleLibrary()
    let readme = try SampleFolder()
    try readme.file("README.md", Self.readme)
    try readme.file(".git/config", "[remote \"origin\"]\nurl = https://github.com/O/Things\n")
    let catalogue = try SampleFolder(["o/things": ["A"], "o/other": ["C"]])
    let copy = try SampleFolder(["o/things": ["Copy"]])
    for source in [readme, catalogue, copy] {
      _ = try sample.library.follow(source.path, in: "/")
    }
    // A page that tells the days tells more than a README; of two such the first one counts.
    #expect(sample.entries() == ["o/things": ["A"], "o/other": ["C"]])
    _ = try sample.library.unfollow(catalogue.path, in: "/")
    #expect(sample.entries() == ["o/things": ["Copy"]])
    _ = try sample.library.unfollow(copy.path, in: "/")
    #expect(sample.entries() == ["O/Things": ["A", "B"]])
  }

  @Test func anUnreadablePageIsReplacedByAnotherSource() throws {
    let sample = try SampleLibrary()
    let broken = try SampleFolder(["o/other": ["X"]])
    try broken.file("content/o/things/README.md", "")
    let sound = try SampleFolder(["o/things": ["A"]])
    _ = try sample.library.follow(broken.path, in: "/")
    _ = try sample.library.follow(sound.path, in: "/")
    #expect(sample.entries() == ["o/other": ["X"], "o/things": ["A"]])
    #expect(sample.origin(of: "o/things")?.source == sound.path)
  }
}
