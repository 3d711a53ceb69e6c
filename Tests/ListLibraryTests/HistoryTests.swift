import Glibc
import ListLibrary
import ListModel
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

  /// `~title added removed in category` of each entry, in the order of the catalog.
  private func lines(_ list: Int = 0) -> [String] {
    let catalog = sample.library.open().catalog
    return catalog.entries(of: ListIndex(list)).map { number in
      let entry = catalog.entry(EntryIndex(number))
      let removed = entry.history?.removed.map { " \($0)" } ?? ""
      return (removed.isEmpty ? "" : "~") + "\(entry.title) \(entry.added?.description ?? "-")"
        + "\(removed) in \(entry.category)"
    }
  }

  private func readme(_ items: String...) -> String {
    "# Awesome Things\n\nWhat is good.\n\n## Tools\n\n" + items.map { "- \($0)\n" }.joined()
  }

  private let one = "[One](https://one.example) - First."
  private let two = "[Two](https://two.example)\n  - [Below](https://below.example)"
  private let three = "[Three](https://three.example)"

  @Test func entriesHaveTheDayOnWhichTheyFirstStoodThere() throws {
    try repository.commit(["README.md": readme(one)], day: 0)
    try repository.commit(["README.md": readme(one, two)], day: 31)
    try repository.commit(["README.md": readme(two)], day: 60)
    let report = try sample.library.follow(repository.path, in: "/")
    #expect(report.read == 1 && report.failures.isEmpty)
    #expect(
      lines() == [
        "Two 2020-02-01 in Tools", "Below 2020-02-01 in Tools / Two",
        "~One 2020-01-01 2020-03-01 in Tools",
      ])
    let catalog = sample.library.open().catalog
    #expect(catalog.list(ListIndex(0)).title == "Awesome Things")
    #expect(catalog.list(ListIndex(0)).description == "What is good.")
    #expect(catalog.standingCount == 2 && catalog.isTracked(ListIndex(0)))
  }

  @Test func aSyncTakesInTheNewCommits() throws {
    try repository.commit(["README.md": readme(one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(try sample.library.sync().unchanged == 1)
    try repository.commit(
      ["README.md": readme(one, three)], day: 9, author: "Ann", subject: "Add three")
    try repository.commit(["other.txt": "no list"], day: 10)
    #expect(try sample.library.sync().read == 1)
    #expect(lines() == ["One 2020-01-01 in Tools", "Three 2020-01-10 in Tools"])
    let change = try #require(
      sample.library.open().catalog.history(of: EntryIndex(1))?.changes.first)
    #expect(change.author == "Ann" && change.subject == "Add three" && !change.isBulk)
  }

  @Test func aHistoryThatWasRewrittenKeepsTheDaysOfWhatIsStillThere() throws {
    try repository.commit(["README.md": readme(one, three)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.git(["checkout", "--quiet", "--orphan", "fresh"])
    try repository.commit(["README.md": readme(one, two)], day: 50)
    try repository.git(["branch", "--quiet", "-M", "fresh", "main"])
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(
      lines() == [
        "One 2020-01-01 in Tools", "Two 2020-02-20 in Tools", "Below 2020-02-20 in Tools / Two",
      ])
  }

  @Test func aReadmeThatIsRenamedStaysTheList() throws {
    try repository.commit(["readme.markdown": readme(one, three)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(
      ["readme.markdown": nil, "README.md": readme(one, three, two)], day: 5)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(
      lines() == [
        "One 2020-01-01 in Tools", "Three 2020-01-01 in Tools", "Two 2020-01-06 in Tools",
        "Below 2020-01-06 in Tools / Two",
      ])
  }

  @Test func anotherReadmeThatGoesBeforeItTakesItsPlace() throws {
    try repository.commit(["docs/README.md": readme(one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(["README.md": readme(one, three)], day: 5)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(lines() == ["One 2020-01-01 in Tools", "Three 2020-01-06 in Tools"])
  }

  @Test func filesThatWereAskedForAreTheList() throws {
    try repository.commit(
      ["README.md": readme(one), "lists/a.md": readme(two), "lists/b.md": readme(three)], day: 0)
    _ = try sample.library.follow(
      repository.path, files: ["lists/a.md", "lists/b.md"], in: "/")
    #expect(lines().map { $0.prefix(5) } == ["Two 2", "Below", "Three"])
    #expect(sample.follows.contains(#""files":["lists/a.md","lists/b.md"]"#))
    _ = try sample.library.follow(repository.path, files: ["lists/b.md"], in: "/")
    #expect(sample.entries() == ["work": ["Three"]])
    #expect(try sample.library.sync().unchanged == 1)
  }

  @Test func aFileThatIsNotThereIsNamed() throws {
    try repository.commit(["README.md": readme(one)], day: 0)
    let error = #expect(throws: LibraryError.self) {
      try sample.library.follow(repository.path, files: ["no.md"], in: "/")
    }
    #expect(error?.description.contains("no.md") == true)
    #expect(sample.library.open().follows.isEmpty)
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

  @Test func ofAListWithAPageItsHistoryCountsAndThePagesDayIsTold() throws {
    try repository.commit(["README.md": readme("[A](https://o/n.example/A) - About A.")], day: 0)
    try repository.git(["remote", "add", "origin", "https://github.com/o/n.git"])
    let catalogue = try SampleFolder(["o/n": ["A", "B"], "o/other": ["C"]])
    _ = try sample.library.follow(catalogue.path, in: "/")
    _ = try sample.library.follow(repository.path, in: "/")
    #expect(sample.entries() == ["o/n": ["A"], "o/other": ["C"]])
    let entry = sample.library.open().catalog.entry(EntryIndex(0))
    #expect(entry.added?.description == "2020-01-01")
    #expect(entry.history?.publishedDay?.description == "2026-08-21")
    _ = try sample.library.unfollow(repository.path, in: "/")
    #expect(sample.entries()["o/n"] == ["A", "B"])
  }

  @Test func aReadmeThatIsALinkEndsInAMessage() throws {
    try repository.commit(["notes.txt": "x"], day: 0)
    symlink("/etc/passwd", repository.path + "/README.md")
    try repository.commit([:], day: 1)
    let error = #expect(throws: LibraryError.self) {
      try sample.library.follow(repository.path, in: "/")
    }
    #expect(error?.description.contains("README.md") == true)
    #expect(sample.library.open().follows.isEmpty)
  }

  @Test func aVersionThatCannotBeReadLeavesTheListAsItWas() throws {
    try repository.commit(["README.md": readme(one)], day: 0)
    _ = try sample.library.follow(repository.path, in: "/")
    try repository.commit(["README.md": "\u{0}\u{1}\u{2}\u{3}PNG\u{0}\u{0}"], day: 3)
    _ = try sample.library.sync()
    try repository.commit(["README.md": readme(one, three)], day: 4)
    #expect(try sample.library.sync().failures.isEmpty)
    #expect(lines() == ["One 2020-01-01 in Tools", "Three 2020-01-05 in Tools"])
  }

  @Test func branchesAndAuthorsOfStrangersDoNoHarm() throws {
    try repository.commit(
      ["README.md": readme(one)], day: 0, author: "A\u{1B}[2J\u{202E}B", subject: "\u{9B}31m bad")
    try repository.git(["update-ref", "refs/heads/--output=canary", "HEAD"])
    try repository.git(["symbolic-ref", "HEAD", "refs/heads/--output=canary"])
    #expect(try sample.library.follow(repository.path, in: "/").failures.isEmpty)
    #expect(lines() == ["One 2020-01-01 in Tools"])
    #expect(access(repository.path + "/canary", F_OK) != 0)
  }

  @Test(
    .enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)),
    arguments: ["awesome-seml", "awesome-tmux"])
  func aBundleOfRealHistoryIsAListWithDays(name: String) throws {
    _ = try sample.library.follow(RealData.path("histories/\(name).bundle"), in: "/")
    let catalog = sample.library.open().catalog
    #expect(catalog.standingCount == (name == "awesome-seml" ? 84 : 205))
    #expect((0..<catalog.count).allSatisfy { catalog.day(of: EntryIndex($0)) != nil })
    #expect((0..<catalog.count).contains { catalog.isRemoved(EntryIndex($0)) })
  }
}
