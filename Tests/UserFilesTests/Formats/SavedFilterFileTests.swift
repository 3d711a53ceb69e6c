import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

struct SavedFilterFileTests {
  private let folder: TemporaryFolder
  private let file: SavedFilterFile
  private static let header = #"{"format":"awl-filters","version":1}"# + "\n"

  init() throws {
    folder = try TemporaryFolder()
    mkdir(folder("awl"), 0o700)
    file = SavedFilterFile(path: folder("awl/filters.jsonl"))
  }

  private var path: String { folder("awl/filters.jsonl") }

  private func filter(_ name: String, _ query: String, at time: Int = 5) -> SavedFilter {
    SavedFilter(name: name, query: query, added: moment(time), changed: moment(time))
  }

  @Test func filtersComeBackInTheOrderInWhichTheyWereSaved() throws {
    #expect(file.load().filters.all.isEmpty && file.load().notices.isEmpty)
    for (name, query) in [("b", "kafka | flink"), ("a", "\"two words\""), ("b", "go")] {
      try file.apply(.save(filter(name, query)), now: moment(7))
    }
    #expect(file.load().filters.all.map(\.query) == ["go", "\"two words\""])
    #expect(mode(path) == 0o600)
    #expect(
      text(path) == Self.header
        + #"{"name":"b","filter":"go","added":5,"changed":5}"# + "\n"
        + #"{"name":"a","filter":"\"two words\"","added":5,"changed":5}"# + "\n")
  }

  @Test func aDroppedFilterIsGoneAndComesBackUnlessItIsThereAgain() throws {
    let saved = filter("a", "kafka")
    try file.apply(.save(saved), now: moment(7))
    #expect(try file.apply(.drop(name: "a"), now: moment(8)).outcome.before == saved)
    #expect(file.load().filters.all.isEmpty)
    let back = SavedFilterChange.restore(name: "a", from: nil, to: saved)
    #expect(try file.apply(back, now: moment(9)).outcome.isDone)
    #expect(try !file.apply(back, now: moment(9)).outcome.isDone)
    #expect(file.load().filters["a"] == saved)
  }

  @Test func unknownAndDamagedLinesAreCarriedThrough() throws {
    let lines =
      #"{"name":"a","filter":"x","added":1,"changed":1,"colour":"red"}"# + "\n" + "damaged\n"
      + #"{"name":"","filter":"x"}"# + "\n" + #"{"name":"c","filter":"z"}"# + "\n"
    try put((Self.header + lines).utf8, into: path)
    #expect(file.load().notices.map(\.line) == [3, 4])
    try file.apply(.save(filter("a", "y", at: 9)), now: moment(9))
    #expect(
      text(path) == Self.header
        + #"{"name":"a","filter":"y","added":1,"changed":9,"colour":"red"}"# + "\n" + "damaged\n"
        + #"{"name":"","filter":"x"}"# + "\n" + #"{"name":"c","filter":"z"}"# + "\n")
  }

  @Test func aFileOfANewerVersionIsReadOnly() throws {
    let later =
      #"{"format":"awl-filters","version":2}"# + "\n" + #"{"name":"a","filter":"x"}"# + "\n"
    try put(later.utf8, into: path)
    #expect(file.load().filters.all.map(\.name) == ["a"])
    #expect(throws: UserFileError.newerVersion(path: path, version: 2)) {
      try file.apply(.drop(name: "a"), now: moment(7))
    }
    #expect(text(path) == later)
  }

  @Test func twoMachinesFiltersMerge() throws {
    func lines(_ filters: [(String, String, Int)]) -> [UInt8] {
      let lines = filters.map {
        #"{"name":"\#($0.0)","filter":"\#($0.1)","added":1,"changed":\#($0.2)}"# + "\n"
      }
      return Array((Self.header + lines.joined()).utf8)
    }
    let merged = try FileMerge.merge(
      base: lines([("a", "x", 1), ("b", "y", 1)]),
      ours: lines([("a", "x2", 5), ("b", "y", 1), ("c", "z", 5)]),
      theirs: lines([("a", "x3", 6), ("d", "w", 6)]))
    try put(merged, into: path)
    let filters = file.load().filters
    #expect(filters["a"]?.query == "x3")
    #expect(filters["b"] == nil)
    #expect(filters["c"]?.query == "z" && filters["d"]?.query == "w")
  }
}
