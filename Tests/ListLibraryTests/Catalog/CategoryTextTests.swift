import ListLibrary
import ListModel
import TestSupport
import Testing

/// What followed lists say of their categories is in the library's catalog.
struct CategoryTextTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
  }

  private func text(_ headings: String...) -> String? {
    sample.library.open().catalog.text(of: CategoryPath(headings), in: ListIndex(0))
  }

  private func readme(_ prose: String) -> String {
    "# L\n\n## T\n\n\(prose)\n\n- [A](https://a.example)\n"
  }

  @Test func theNewestVersionOfAHistoryTellsIt() throws {
    try repository.commit(["README.md": readme("Good ones.")], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(text("T") == "Good ones.")
    try repository.commit(["README.md": readme("See [b](https://b.example).")], day: 1)
    _ = try sample.library.sync()
    #expect(text("T") == "See b <https://b.example>.")
  }

  @Test func theTitleOfOneOfSeveralFilesIsPartOfTheCategory() throws {
    try repository.commit(
      ["README.md": readme("Of all."), "more.md": readme("Of more.")], day: 0)
    _ = try sample.library.follow(repository.path, files: ["README.md", "more.md"], in: "/")
    #expect(text("T") == "Of all.")
    #expect(text("L", "T") == "Of more.")
  }

  @Test func aReadmeOnDiskNamesIt() throws {
    let folder = try SampleFolder()
    try folder.file("README.md", readme("Good ones."))
    _ = try sample.library.follow(folder("README.md"), in: "/")
    #expect(text("T") == "Good ones.")
    try folder.file("README.md", readme("Better ones."))
    _ = try sample.library.sync()
    #expect(text("T") == "Better ones.")
  }

  @Test func linksToTheListsOwnPageAreItsContents() throws {
    try repository.git(["remote", "add", "origin", "https://github.com/o/n.git"])
    try repository.commit(
      [
        "README.md":
          "# L\n\n| Parts |\n|---|\n| [T](https://github.com/o/n#t) |\n\n" + readme("Good ones.")
      ], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    let catalog = sample.library.open().catalog
    #expect((0..<catalog.count).map { catalog.titles[$0] } == ["A"])
  }
}
