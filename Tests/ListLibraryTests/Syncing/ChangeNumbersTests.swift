import Glibc
import ListLibrary
import ListModel
import TestSupport
import Testing

/// The order in which a library received changes of lists, and the entries that are new by it.
struct ChangeNumbersTests {
  private let today = Day(year: 2026, month: 8, day: 30) ?? .earliest

  private func visited(_ library: SampleLibrary) -> Seen {
    let catalog = library.library.open().catalog
    // A visit on a day after that of the entries, so that only numbers make anything new.
    let moment = Timestamp(milliseconds: today.number * 86_400_000)
    var seen = Seen()
    seen.apply(
      .endVisit(catalog.visits(of: catalog.listIndices, seen: seen, at: moment), at: moment))
    return seen
  }

  private func new(_ library: SampleLibrary, _ seen: Seen) -> [String] {
    let catalog = library.library.open().catalog
    let new = NewEntries(in: catalog, seen: seen, today: today)
    return (0..<catalog.count).filter { new.contains(EntryIndex($0)) }.map { catalog.titles[$0] }
  }

  @Test func entriesOfALaterReadingAreNewWhateverTheirDay() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"]])
    let folder = try #require(sample.folder)
    let seen = visited(sample)
    #expect(new(sample, seen) == [])
    try folder.page(of: "a/one", ["Later", "A"])
    try folder.page(of: "c/three", ["C"])
    _ = try sample.library.sync()
    // Nothing was seen of the list that is new itself: its last seven days are new, and C is older.
    #expect(new(sample, seen) == ["Later"])
    try folder.page(of: "a/one", ["Last", "A", "Later"])
    _ = try sample.library.sync()
    #expect(Set(new(sample, seen)) == ["Later", "Last"])
    #expect(new(sample, visited(sample)) == [])
  }

  @Test func theNumbersOfAPageOutliveASyncOfOtherPagesAndTheProjection() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"], "b/two": ["B"]])
    let folder = try #require(sample.folder)
    try folder.page(of: "a/one", ["Later", "A"])
    _ = try sample.library.sync()
    let seen = visited(sample)
    try folder.page(of: "b/two", ["B", "B2"])
    _ = try sample.library.sync()
    #expect(unlink(sample.cache("catalog.image")) == 0)
    #expect(new(sample, seen) == ["B2"])
    let catalog = sample.library.open().catalog
    let numbers = (0..<catalog.count).map { catalog.number(of: EntryIndex($0)) }
    #expect(numbers == [1, 0, 0, 1])
  }

  @Test func deletingTheCacheMarksNoEntryNewAgain() throws {
    let sample = try SampleLibrary(following: ["a/one": ["A"]])
    let seen = visited(sample)
    for name in ["catalog.sqlite", "catalog.image", "sources.jsonl"] {
      #expect(unlink(sample.cache(name)) == 0)
    }
    _ = try sample.library.sync()
    #expect(new(sample, seen) == [])
  }
}
