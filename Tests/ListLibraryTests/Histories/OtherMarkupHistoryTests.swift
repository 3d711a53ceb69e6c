import ListLibrary
import ListModel
import TestSupport
import Testing

/// Repositories whose README is, or was, in a language other than Markdown.
struct OtherMarkupHistoryTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
  }

  private func markdown(_ names: [String]) -> String {
    "# Things\n\n## Tools\n\n"
      + names.map { "- [\($0)](https://ex.org/\($0)) - A thing called so.\n" }.joined()
  }

  private func org(_ names: [String]) -> String {
    "#+TITLE: Things\n\n* Tools\n"
      + names.map { "- [[https://ex.org/\($0)][\($0)]] - A thing called so.\n" }.joined()
  }

  @Test func entriesOfAnOrgReadmeAreDated() throws {
    try repository.commit(["README.org": org(["One"])], day: 0)
    try repository.commit(["README.org": org(["One", "Two"])], day: 31)
    let report = try sample.library.follow(repository.path, in: "/")
    #expect(report.failures.isEmpty)
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools", "Two 2020-02-01 in Tools"])
    #expect(sample.library.open().catalog.list(ListIndex(0)).title == "Things")
  }

  @Test func aListConvertedToAnotherMarkupKeepsItsDays() throws {
    try repository.commit(["README.md": markdown(["One", "Two"])], day: 0)
    try repository.commit(["README.org": markdown(["One", "Two"]), "README.md": nil], day: 1)
    try repository.commit(["README.org": org(["One", "Two", "Three"])], day: 31)
    let report = try sample.library.follow(repository.path, in: "/")
    #expect(report.failures.isEmpty)
    #expect(
      sample.datedLines() == [
        "One 2020-01-01 in Tools", "Two 2020-01-01 in Tools", "Three 2020-02-01 in Tools",
      ])
  }

  @Test func aReadmeThatIsNotReadIsRefusedByName() throws {
    try repository.commit(["README.textile": "h1. Things\n\n* \"One\":https://ex.org/One\n"])
    let error = #expect(throws: LibraryError.self) {
      try sample.library.follow(repository.path, in: "/")
    }
    #expect(error?.description.contains("README.textile is Textile: give a list in") == true)
  }
}
