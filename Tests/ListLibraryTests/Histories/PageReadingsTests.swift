import ListLibrary
import ListModel
import UserFiles
import Synchronization
import TestSupport
import Testing

/// The days of entries of a file that is followed for itself: those of the syncs that found them.
struct PageReadingsTests {
  private let home: TemporaryFolder
  private let pages: SampleFolder
  private let library: Library
  private let clock = Clock()

  /// A clock stopped at noon of a day of March 2026.
  private final class Clock: Sendable {
    let day = Mutex(1)
    var now: Timestamp {
      let midnight = Day(year: 2026, month: 3, day: day.withLock { $0 })?.number ?? 0
      return Timestamp(milliseconds: midnight * 86_400_000 + 43_200_000)
    }
  }

  init() throws {
    home = try TemporaryFolder()
    pages = try SampleFolder()
    library = Library(
      try Directories(environment: ["HOME": home.path], passwordHome: nil),
      environment: ["PATH": "/usr/bin:/bin"], clock: { [clock] in clock.now })
  }

  private func write(_ lines: String..., to file: String = "one.md") throws {
    let text = "# One\n\n## Tools\n\n" + lines.map { "- \($0)\n" }.joined()
    try pages.file(file, text)
  }

  private func sync(on day: Int) throws {
    clock.day.withLock { $0 = day }
    _ = try library.sync()
  }

  /// Each entry with its changes: `A: added 2026-03-02`.
  private func lines() -> [String] {
    let catalog = library.open().catalog
    return (0..<catalog.count).map { number in
      let entry = catalog.entry(EntryIndex(number))
      let changes = entry.history?.changes ?? []
      #expect(entry.added == changes.first { $0.kind == .added }?.day)
      #expect((entry.history?.isRemoved ?? false) == catalog.isRemoved(EntryIndex(number)))
      return entry.title + ":" + changes.map { " \($0.kind.rawValue) \($0.day)" }.joined()
    }
  }

  @Test func laterEntriesHaveTheDayOfTheSync() throws {
    try write("[A](https://a.example) - About a.")
    _ = try library.follow(pages("one.md"), in: "/")
    #expect(lines() == ["A:"])
    try write("[B](https://b.example)", "[A](https://a.example) - About a.")
    try sync(on: 2)
    try write("[B](https://b.example)", "[A](https://a.example) - All about a.")
    try sync(on: 3)
    try write("[A](https://a.example) - All about a.")
    try sync(on: 4)
    let days = ["A: edited 2026-03-03", "B: added 2026-03-02 removed 2026-03-04"]
    #expect(lines() == days)
    try sync(on: 5)
    #expect(lines() == days)
    let catalog = library.open().catalog
    let news = catalog.news(of: ListIndex(0), since: .earliest)
    #expect(news.map { catalog.titles[$0.entry.number] } == ["B", "B"])
    #expect(news.map(\.kind) == [.removed, .added])
  }

  @Test func eachReadmeOfAFolderHasItsOwnDays() throws {
    try write("[A](https://a.example)", to: "x/README.md")
    try write("[A](https://a.example)", to: "y/README.md")
    _ = try library.follow(pages.path, in: "/")
    try write("[A](https://a.example)", "[X](https://x.example)", to: "x/README.md")
    try sync(on: 2)
    try write("[A](https://a.example)", "[X](https://x.example)", to: "y/README.md")
    try sync(on: 7)
    #expect(lines() == ["A:", "X: added 2026-03-02", "A:", "X: added 2026-03-07"])
  }

  @Test func aPageDamagedInBetweenKeepsItsDays() throws {
    try write("[A](https://a.example)")
    _ = try library.follow(pages("one.md"), in: "/")
    try write("[A](https://a.example)", "[B](https://b.example)")
    try sync(on: 2)
    try pages.file("one.md", "# One\n")
    try sync(on: 3)
    try write("[A](https://a.example)", "[B](https://b.example)", "[C](https://c.example)")
    try sync(on: 4)
    #expect(lines() == ["A:", "B: added 2026-03-02", "C: added 2026-03-04"])
  }

  @Test func anotherFormKeepsTheDays() throws {
    try write("[A](https://a.example)")
    _ = try library.follow(pages("one.md"), in: "/")
    try write("[A](https://a.example)", "[B](https://b.example)")
    try sync(on: 2)
    let tip = "Keep the text of a tip long enough that it is one, and say why.\n\n"
    try pages.file(
      "one.md",
      "# One\n\n"
        + (1...12).map { "## Tip \($0)\n\n\(tip)" }.joined()
        + "## [B](https://b.example)\n\n\(tip)")
    try sync(on: 3)
    #expect(lines().contains("B: added 2026-03-02"), "\(lines())")
  }

  @Test func otherMarkupHasDaysAsWell() throws {
    try pages.file("one.org", "* Tools\n\n- [[https://a.example][A]] - About a.\n")
    _ = try library.follow(pages("one.org"), in: "/")
    try pages.file(
      "one.org",
      "* Tools\n\n- [[https://a.example][A]] - About a.\n- [[https://b.example][B]] - About b.\n")
    try sync(on: 2)
    #expect(lines() == ["A:", "B: added 2026-03-02"])
  }
}
