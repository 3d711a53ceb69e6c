import ListModel
import TestSupport
import Testing

@testable import ListLibrary

/// The bases of the relative links of a followed list.
struct RelativeLinkTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
    let text = "# L\n\n## T\n\n- [Rel](file.md)\n- [A](https://a.example)\n"
    try repository.commit(["docs/README.md": text], day: 0)
  }

  private func target() throws -> RelativeLinks.Target? {
    let catalog = sample.library.open().catalog
    #expect(catalog.urls[0] == "file.md", "the model keeps what was written")
    return catalog.relativeLinks(of: ListIndex(0))?.target(of: catalog.urls[0])
  }

  @Test(arguments: [
    "https://github.com/o/n.git", "git@github.com:o/n.git", "ssh://git@github.com/o/n",
    "https://user:secret@github.com/o/n",
  ])
  func aCloneOfAHostLeadsThere(origin: String) throws {
    try repository.git(["remote", "add", "origin", origin])
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(try target() == .page("https://github.com/o/n/blob/main/docs/file.md"))
  }

  @Test func aRepositoryOfNoHostLeadsToItsFiles() throws {
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(try target() == .file(repository.path + "/docs/file.md"))
  }

  @Test func aReadmeFromDiskLinksToNeighbouringFiles() throws {
    let folder = try SampleFolder()
    try folder.file("README.md", "# L\n\n## T\n\n- [Rel](file.md)\n")
    _ = try sample.library.follow(folder("README.md"), in: "/")
    #expect(try target() == .file(folder("file.md")))
  }
}
