import Glibc
import ListLibrary
import ListModel
import TestSupport
import Testing

/// No entry gets another day because of changes to its files.
///
/// Each history has the entries `E0` to `E5`, one of which was added on each of the first six days;
/// whatever the test does, all of them must keep their days.
struct LastingDaysTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
  }

  private func item(_ number: Int) -> String {
    "- [E\(number)](https://e\(number).example/\(number)) - Does the thing of number \(number).\n"
  }

  private func list(_ numbers: some Sequence<Int>, title: String = "Things") -> String {
    "# Awesome \(title)\n\nWhat is good.\n\n## Tools\n\n" + numbers.map { item($0) }.joined()
  }

  /// Fills a file entry by entry, a day each.
  private func fill(_ path: String = "README.md", _ numbers: Range<Int> = 0..<6) throws {
    for end in numbers {
      try repository.commit([path: list(numbers.lowerBound...end)], day: end, subject: "E\(end)")
    }
  }

  private func expectDays(
    _ files: [String] = [], _ comment: Comment? = nil, location: SourceLocation = #_sourceLocation
  ) throws {
    _ = try sample.library.follow(repository.path, files: files, in: "/")
    expectDaysAsTheyAre(comment, location: location)
  }

  private func expectDaysAsTheyAre(
    _ comment: Comment? = nil, location: SourceLocation = #_sourceLocation
  ) {
    let catalog = sample.library.open().catalog
    let days = (0..<catalog.count).map { catalog.entry(EntryIndex($0)) }
      .filter { $0.history?.isRemoved == false }
      .map { "\($0.title) \($0.added?.description ?? "-")" }
    #expect(
      Set(days) == Set((0..<6).map { "E\($0) 2020-01-0\($0 + 1)" }), comment,
      sourceLocation: location)
  }

  @Test func rename() throws {
    try fill("awesome.md")
    try repository.commit(["awesome.md": nil, "README.md": list(0..<6)], day: 20)
    try expectDays()
  }

  @Test(arguments: ["docs/README.md", ".github/README.md"])
  func move(path: String) throws {
    try fill()
    try repository.commit(["README.md": nil, path: list(0..<6)], day: 20)
    try expectDays()
  }

  @Test func moveWhileTheReadmeStays() throws {
    try fill()
    try repository.commit(
      ["README.md": "# Awesome\n\nSee [the list](LIST.md).\n", "LIST.md": list(0..<6)], day: 20)
    try expectDays(["LIST.md"])
    let catalog = sample.library.open().catalog
    let history = catalog.history(of: EntryIndex(0))
    #expect(history?.changes.map(\.kind) == [.added])
  }

  @Test func split() throws {
    try fill()
    try repository.commit(
      ["README.md": "# Index\n", "docs/a.md": list(0..<3), "docs/b.md": list(3..<6)], day: 20)
    try expectDays(["docs/a.md", "docs/b.md"])
  }

  @Test func merge() throws {
    try fill("a.md", 0..<3)
    try fill("b.md", 3..<6)
    try repository.commit(["a.md": nil, "b.md": nil, "README.md": list(0..<6)], day: 20)
    try expectDays()
  }

  @Test func mergeIntoAFileThatIsThere() throws {
    try fill("README.md", 0..<3)
    try fill("b.md", 3..<6)
    try repository.commit(["b.md": nil, "README.md": list(0..<6)], day: 20)
    try expectDays()
  }

  @Test func mergeOfABranch() throws {
    try fill("README.md", 0..<4)
    try repository.git(["checkout", "--quiet", "-b", "side"])
    try repository.commit(["README.md": list([0, 1, 2, 3, 4])], day: 4)
    try repository.git(["checkout", "--quiet", "main"])
    try repository.git(
      ["merge", "--quiet", "--no-ff", "-m", "merge", "side"], time: "@1578182400 +0000")
    try repository.commit(["README.md": list(0..<6)], day: 5)
    try expectDays()
  }

  @Test func revert() throws {
    try fill()
    try repository.commit(["README.md": "# Vandalised\n"], day: 20)
    try repository.commit(["README.md": list(0..<6)], day: 21)
    try expectDays()
  }

  @Test func forcePush() throws {
    try fill()
    try expectDays()
    try repository.git(["checkout", "--quiet", "--orphan", "fresh"])
    try repository.commit(["README.md": list(0..<6)], day: 30)
    try repository.git(["branch", "--quiet", "-M", "main"])
    _ = try sample.library.sync()
    expectDaysAsTheyAre()
  }

  @Test func sortOfAllLines() throws {
    try fill()
    try repository.commit(["README.md": list((0..<6).reversed())], day: 20)
    try expectDays()
  }

  @Test func otherBullets() throws {
    try fill()
    let stars = list(0..<6).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("- ") ? "* " + $0.dropFirst(2) : $0 }.joined(separator: "\n")
    try repository.commit(["README.md": stars], day: 20)
    try expectDays()
  }

  @Test func aColumnAddedToATable() throws {
    func table(_ end: Int, _ column: String) -> String {
      let rows = (0...end).map {
        "| [E\($0)](https://e\($0).example/\($0)) | Does it.\(column) |\n"
      }
      let (more, rule) = column.isEmpty ? ("", "") : (" Licence |", "---|")
      return "# L\n\n## T\n\n| Name | Text |\(more)\n|---|---|\(rule)\n" + rows.joined()
    }
    for end in 0..<6 { try repository.commit(["README.md": table(end, "")], day: end) }
    try repository.commit(["README.md": table(5, " | MIT")], day: 20)
    try expectDays()
  }

  @Test func otherLineEnds() throws {
    try fill()
    let text = list(0..<6).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    try repository.commit(["README.md": text], day: 20)
    try expectDays()
  }

  @Test func translatedAndSwapped() throws {
    try fill()
    let other = list(0..<6, title: "物").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing("Does the thing of number", with: "做") }.joined(separator: "\n")
    try repository.commit(["README-zh.md": other], day: 18)
    try repository.commit(
      ["README.md": other, "README-zh.md": nil, "README-en.md": list(0..<6)], day: 20)
    try expectDays()
    try expectDays(["README-en.md"], "the file that the text went to")
  }

  @Test func aMovedPaneLeavesNoResidue() throws {
    try fill()
    try repository.commit(["README.md": list(0..<4), "docs/b.md": list(4..<6)], day: 20)
    _ = try sample.library.follow(repository.path, files: ["docs/b.md"], in: "/")
    #expect(sample.datedLines() == ["E4 2020-01-05 in Tools", "E5 2020-01-06 in Tools"])
  }

  @Test func entriesRemovedBeforeAMoveAreRemembered() throws {
    try fill()
    try repository.commit(["README.md": list([0, 1, 2, 3, 5])], day: 10)
    try repository.commit(["README.md": "# Moved\n", "LIST.md": list([0, 1, 2, 3, 5])], day: 20)
    _ = try sample.library.follow(repository.path, files: ["LIST.md"], in: "/")
    #expect(sample.datedLines().last == "~E4 2020-01-05 2020-01-11 in Tools")
  }
}
