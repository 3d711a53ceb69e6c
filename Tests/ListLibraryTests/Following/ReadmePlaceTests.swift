import Glibc
import ListLibrary
import ListModel
import TestSupport
import Testing

/// Which file of a repository is its list: links, and READMEs in several folders.
struct ReadmePlaceTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
  }

  private func follow(_ files: String...) throws {
    _ = try sample.library.follow(repository.path, files: files, in: "/")
  }

  private func link(_ name: String, to target: String, day: Int) throws {
    unlink(repository.path + "/" + name)
    symlink(target, repository.path + "/" + name)
    try repository.commit([:], day: day)
  }

  @Test func aLinkInsideCountsAsItsTarget() throws {
    try repository.commit(["docs/list.md": readme(.one)], day: 0)
    try link("README.md", to: "./docs/../docs/list.md", day: 1)
    try follow()
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools"])
    try repository.commit(["docs/list.md": readme(.one, .three)], day: 2)
    #expect(try sample.library.sync().read == 1)
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools", "Three 2020-01-03 in Tools"])
    try follow("README.md")
    #expect(sample.datedLines().count == 2)
  }

  @Test func aReadmeThatBecomesALinkKeepsItsDays() throws {
    try repository.commit(["README.md": readme(.one, .three)], day: 0)
    try follow()
    try repository.commit(["README.md": nil, "docs/list.md": readme(.one, .three)], day: 5)
    try link("README.md", to: "docs/list.md", day: 6)
    _ = try sample.library.sync()
    let days = ["One 2020-01-01 in Tools", "Three 2020-01-01 in Tools"]
    #expect(sample.datedLines() == days)
    _ = try sample.library.unfollow(repository.path, in: "/")
    try follow()
    #expect(sample.datedLines() == days)
  }

  @Test func aLinkOfALinkIsFollowed() throws {
    try repository.commit(["a.md": readme(.one)], day: 0)
    try link("b.md", to: "a.md", day: 1)
    try link("README.md", to: "b.md", day: 2)
    try follow()
    #expect(sample.entries() == ["work": ["One"]])
  }

  @Test(arguments: [
    "../x.md", "/etc/passwd", "docs/../../x.md", "nothing.md", "README.md", ".git/config",
  ])
  func aLinkThatLeadsOutIsNamedAndRefused(target: String) throws {
    try repository.commit(["notes.txt": "x"], day: 0)
    try link("README.md", to: target, day: 1)
    let error = #expect(throws: LibraryError.self) { try follow() }
    #expect(error?.description.contains("README.md is a link to \(target)") == true)
    #expect(sample.library.open().follows.isEmpty)
  }

  @Test func theTopFolderIsPreferredIfItHasEntries() throws {
    try repository.commit(
      [
        "README.md": readme(.one), ".github/README.md": readme(.two),
        "docs/README.md": readme(.three),
      ], day: 0)
    try follow()
    #expect(sample.entries() == ["work": ["One"]])
  }

  @Test(arguments: [
    (["README.md": "# Us\n", ".github/README.md": readme(.one)], ["One"]),
    (["README.md": "# Us\n", "docs/README.md": readme(.one)], ["One"]),
    (
      ["README.md": "# Us\n", ".github/README.md": "# Org\n", "docs/README.md": readme(.one)],
      ["One"]
    ),
    ([".github/README.md": readme(.three), "docs/README.md": readme(.one)], ["Three"]),
  ])
  func aReadmeWithoutEntriesIsPassedOver(files: [String: String], titles: [String]) throws {
    try repository.commit(files, day: 0)
    try follow()
    #expect(sample.entries() == ["work": titles])
  }

  @Test func missingVersionsAreIssuesAndStopNothing() throws {
    for (day, items) in [[SampleItem.one], [.one, .two], [.one, .two, .three]].enumerated() {
      let text = "# L\n\n## Tools\n\n" + items.map { "- \($0.rawValue)\n" }.joined()
      try repository.commit(["README.md": text, "p.png": "picture \(day)"], day: day)
    }
    for name in ["HEAD~1:README.md", "HEAD:p.png"] {
      let id = try repository.git(["rev-parse", name]).trimmed
      unlink("\(repository.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    }
    try follow()
    #expect(
      sample.datedLines() == [
        "One 2020-01-01 in Tools", "Two 2020-01-03 in Tools", "Below 2020-01-03 in Tools / Two",
        "Three 2020-01-03 in Tools",
      ])
    let issues = try sample.library.issues()
    #expect(issues.count == 1)
    #expect(issues[0].message.contains("README.md was skipped: the repository is partial"))
  }
}
