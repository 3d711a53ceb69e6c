import Glibc
import ListLibrary
import TestSupport
import Testing

struct PageFolderTests {
  @Test(arguments: [
    ("content/owner/name/README.md", true),
    ("content/owner/name/readme.md", true),
    ("content/matiassingers/awesome-readme/README.md", true),
    ("content/owner/week/README.md", true),
    ("content/owner/readme/README.md", true),
    ("content/owner/name/books/langs/README.md", true),
    ("content/2048/awesome-puzzles/README.md", true),
    ("content/owner/content/README.md", true),
    ("content/owner/name/week/README.md", false),
    ("content/owner/name/readme/README.md", false),
    ("content/matiassingers/awesome-readme/week/README.md", false),
    ("content/week/README.md", false),
    ("content/2022/02/11/README.md", false),
    ("content/2022/6/README.md", false),
    ("content/README.md", false),
    ("README.md", false),
    ("content/owner/name/notes.md", false),
  ])
  func aListsPageIsReportedByItsPath(path: String, isList: Bool) throws {
    let folder = try SampleFolder(["always/there": ["A"]])
    try folder.file(path, "# Page\n")
    let pages = try PageFolder.pages(at: folder.path)
    #expect(pages.contains(folder(path)) == isList)
    #expect(pages.contains(folder("content/always/there/README.md")))
  }

  @Test func pagesComeInTheOrderOfTheirPaths() throws {
    let folder = try SampleFolder(["b/x": [], "a/z": [], "a/y": []])
    #expect(
      try PageFolder.pages(at: folder.path)
        == ["a/y", "a/z", "b/x"].map { folder("content/\($0)/README.md") })
  }

  @Test func aWideFolderIsReadCompletely() throws {
    let names = (100..<330).map { "o\($0)/n\($0 % 7)" }
    let folder = try SampleFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, []) }))
    for name in names { try folder.file("content/\(name)/week/README.md", "# Week\n") }
    #expect(
      try PageFolder.pages(at: folder.path) == names.map { folder("content/\($0)/README.md") })
  }

  @Test func foldersAreReadEightDeep() throws {
    let folder = try SampleFolder()
    let path = (1...8).map { "d\($0)/" }.joined()
    try folder.file(path + "README.md", "# Deep\n")
    try folder.file(path + "d9/README.md", "# Too deep\n")
    #expect(try PageFolder.pages(at: folder.path) == [folder(path + "README.md")])
  }

  @Test func aFolderInsideACatalogueHasItsLists() throws {
    let folder = try SampleFolder(["a/one": [], "a/two": [], "b/three": []])
    try folder.file("content/a/one/week/README.md", "# Week\n")
    #expect(
      try PageFolder.pages(at: folder("content/a"))
        == ["one", "two"].map { folder("content/a/\($0)/README.md") })
    #expect(
      try PageFolder.pages(at: folder("content/a/one")) == [folder("content/a/one/README.md")])
  }

  @Test func anyOtherFolderIsItsReadmeOrElseAllBelow() throws {
    let folder = try SampleFolder()
    try folder.file("one/README.md", "# One\n")
    try folder.file("two/Readme.md", "# Two\n")
    try folder.file("two/other.md", "# Other\n")
    #expect(
      try PageFolder.pages(at: folder.path) == [folder("one/README.md"), folder("two/Readme.md")])
    try folder.file("README.md", "# Own\n")
    #expect(try PageFolder.pages(at: folder.path) == [folder("README.md")])
    #expect(try PageFolder.pages(at: folder("two/other.md")) == [folder("two/other.md")])
  }

  @Test func linksAndHiddenFoldersAreNotFollowed() throws {
    let folder = try SampleFolder(["a/one": []])
    try folder.file(".git/content/b/two/README.md", "# Hidden\n")
    symlink(folder("content/a"), folder("content/c"))
    symlink("..", folder("content/a/one/loop"))
    #expect(try PageFolder.pages(at: folder.path) == [folder("content/a/one/README.md")])
  }

  /// A sync must not wait for a writer, which may never come.
  @Test func aPipeInTheLibraryIsRefusedWithoutWaiting() throws {
    let folder = try SampleFolder()
    let path = folder("page.md")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: LibraryError.notAFile(path: path)) { try PageBytes.read(path) }
  }

  @Test func aSocketGivenByItsDescriptorIsReadToItsEnd() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #expect(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    defer { close(ends[0]) }
    #expect(write(ends[1], "# A", 3) == 3)
    close(ends[1])
    #expect(try PageBytes.readWaiting("/dev/fd/\(ends[0])") == Array("# A".utf8))
  }
}
