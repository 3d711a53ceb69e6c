import Glibc
import ListLibrary
import ListModel
import UserFiles
import TestSupport
import Testing

/// Repositories that are one list: their entries are dated by their history.
struct HistoryTests {
  private let repository: SampleRepository
  private let sample: SampleLibrary

  init() throws {
    repository = try SampleRepository()
    sample = try SampleLibrary()
  }

  @Test func entriesHaveTheDayTheyWereFirstListed() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    try repository.commit(["README.md": readme(.one, .two)], day: 31)
    try repository.commit(["README.md": readme(.two)], day: 60)
    let report = try sample.library.follow(repository.path, in: "/")
    #expect(report.read == 1 && report.failures.isEmpty)
    #expect(
      sample.datedLines() == [
        "Two 2020-02-01 in Tools", "Below 2020-02-01 in Tools / Two",
        "~One 2020-01-01 2020-03-01 in Tools",
      ])
    let catalog = sample.library.open().catalog
    #expect(catalog.list(ListIndex(0)).title == "Awesome Things")
    #expect(catalog.list(ListIndex(0)).description == "What is good.")
    #expect(catalog.presentCount == 2 && catalog.isTracked(ListIndex(0)))
  }

  @Test func aSyncTakesInTheNewCommits() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(try sample.library.sync().unchanged == 1)
    try repository.commit(
      ["README.md": readme(.one, .three)], day: 9, author: "Ann", subject: "Add three")
    try repository.commit(["other.txt": "no list"], day: 10)
    #expect(try sample.library.sync().read == 1)
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools", "Three 2020-01-10 in Tools"])
    let change = try #require(
      sample.library.open().catalog.history(of: EntryIndex(1))?.changes.first)
    #expect(change.author == "Ann" && change.subject == "Add three" && !change.isBulk)
  }

  @Test func aRewrittenHistoryKeepsTheDaysOfRemainingEntries() throws {
    try repository.commit(["README.md": readme(.one, .three)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.git(["checkout", "--quiet", "--orphan", "fresh"])
    try repository.commit(["README.md": readme(.one, .two)], day: 50)
    try repository.git(["branch", "--quiet", "-M", "fresh", "main"])
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(
      sample.datedLines() == [
        "One 2020-01-01 in Tools", "Two 2020-02-20 in Tools", "Below 2020-02-20 in Tools / Two",
      ])
  }

  @Test func tipsAreDatedFromTheFirstThoughTheListCameToBeOneLater() throws {
    func tips(_ range: ClosedRange<Int>) -> String {
      "# Tips\n\n## All\n\n" + range.map { "### Tip \($0)\n\nDo \($0).\n\n" }.joined()
    }
    try repository.commit(["README.md": tips(1...9)], day: 0)
    #expect(throws: LibraryError.self) { try sample.library.follow(repository.path, in: "/") }
    try repository.commit(["README.md": tips(1...11)], day: 31)
    _ = try sample.library.follow(repository.path, in: "/")
    let lines = sample.datedLines()
    #expect(lines.count == 11)
    #expect(lines[8] == "Tip 9 2020-01-01 in All" && lines[9] == "Tip 10 2020-02-01 in All")
    try repository.commit(["README.md": tips(2...12)], day: 60)
    #expect(try sample.library.sync().read == 1)
    #expect(sample.datedLines().contains("Tip 12 2020-03-01 in All"))
    #expect(sample.datedLines().contains("~Tip 1 2020-01-01 2020-03-01 in All"))
    // With links it is a list of links, whose days are read again; the previous file is not in it.
    let links = (1...20).map { "- [L\($0)](https://l.org/\($0))\n" }.joined()
    try repository.commit(["README.md": tips(2...12) + "## Links\n\n" + links], day: 61)
    #expect(try sample.library.sync().read == 1)
    #expect(sample.datedLines().count == 20 && sample.datedLines()[0] == "L1 2020-03-02 in Links")
  }

  @Test func aReadmeThatIsRenamedStaysTheList() throws {
    try repository.commit(["readme.markdown": readme(.one, .three)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(
      ["readme.markdown": nil, "README.md": readme(.one, .three, .two)], day: 5)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(
      sample.datedLines() == [
        "One 2020-01-01 in Tools", "Three 2020-01-01 in Tools", "Two 2020-01-06 in Tools",
        "Below 2020-01-06 in Tools / Two",
      ])
  }

  @Test func anotherReadmeThatGoesBeforeItTakesItsPlace() throws {
    try repository.commit(["docs/README.md": readme(.one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(["README.md": readme(.one, .three)], day: 5)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools", "Three 2020-01-06 in Tools"])
  }

  @Test func aCatalogueThatIsCheckedOutIsReadAsItLies() throws {
    try repository.commit(["content/a/one/README.md": dailyPage(of: "a/one", ["A"])], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(sample.entries() == ["a/one": ["A"]])
    #expect(sample.library.open().sources.map(\.kind) == [.catalogue])
    #expect(throws: LibraryError.noRepository(repository.path)) {
      try sample.library.follow(repository.path, files: ["x.md"], in: "/")
    }
  }

  @Test func aReadmeThatIsALinkEndsInAMessage() throws {
    try repository.commit(["notes.txt": "x"], day: 0)
    symlink("/etc/passwd", repository.path + "/README.md")
    try repository.commit([:], day: 1)
    let error = #expect(throws: LibraryError.self) {
      try sample.library.follow(repository.path, in: "/")
    }
    #expect(
      error == .linkLeadsOut(repository.path, link: "README.md", target: "/etc/passwd"))
    #expect(sample.library.open().follows.isEmpty)
  }

  @Test func aRepositoryWithoutAReadmeSuggestsAFix() throws {
    try repository.commit(["notes.txt": "x"], day: 0)
    #expect(throws: LibraryError.noReadme(repository.path)) {
      try sample.library.follow(repository.path, in: "/")
    }
  }

  @Test func aShallowCloneIsReportedAsSuch() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    try repository.commit(["README.md": readme(.one, .two)], day: 1)
    let shallow = repository.folder("shallow")
    try repository.git(
      ["clone", "--quiet", "--depth", "1", "file://" + repository.path, shallow], inside: false)
    let error = #expect(throws: LibraryError.self) {
      try sample.library.follow(shallow, in: "/")
    }
    #expect(error?.description.contains("--unshallow") == true)
  }

  @Test func theGitFolderOfACloneIsTheClone() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    _ = try sample.library.follow(repository.path + "/.git", in: "/")
    #expect(sample.library.open().follows.map(\.source) == [repository.path])
  }

  @Test func aVersionThatCannotBeReadLeavesTheListAsItWas() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(
      ["README.md": String(repeating: "\u{1}", count: 100) + readme(.one)], day: 3)
    #expect(try sample.library.sync().failures == [])
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools"])
    #expect(try sample.library.issues().count == 1)
    try repository.commit(["README.md": readme(.one, .three)], day: 4)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools", "Three 2020-01-05 in Tools"])
  }

  @Test func aListThatIsEmptiedHasLostItsEntries() throws {
    try repository.commit(["README.md": readme(.one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(["README.md": ""], day: 3)
    #expect(try sample.library.sync().failures == [])
    #expect(sample.datedLines() == ["~One 2020-01-01 2020-01-04 in Tools"])
  }

  @Test func hostileBranchAndAuthorNamesAreHarmless() throws {
    try repository.commit(
      ["README.md": readme(.one)], day: 0, author: "A\u{1B}[2J\u{202E}B", subject: "\u{9B}31m bad")
    try repository.git(["update-ref", "refs/heads/--output=canary", "HEAD"])
    try repository.git(["symbolic-ref", "HEAD", "refs/heads/--output=canary"])
    #expect(try sample.library.follow(repository.path, in: "/").failures.isEmpty)
    #expect(sample.datedLines() == ["One 2020-01-01 in Tools"])
    #expect(access(repository.path + "/canary", F_OK) != 0)
  }

  @Test(
    .enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)),
    arguments: ["awesome-seml", "awesome-tmux"])
  func aBundleOfRealHistoryIsAListWithDays(name: String) throws {
    _ = try sample.library.follow(RealData.path("histories/\(name).bundle"), in: "/")
    let catalog = sample.library.open().catalog
    #expect(catalog.presentCount == (name == "awesome-seml" ? 84 : 205))
    #expect((0..<catalog.count).allSatisfy { catalog.day(of: EntryIndex($0)) != nil })
    #expect((0..<catalog.count).contains { catalog.isRemoved(EntryIndex($0)) })
  }
}
