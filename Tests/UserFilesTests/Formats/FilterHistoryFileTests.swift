import Glibc
import ListModel
import UserFiles
import TestSupport
import Testing

struct FilterHistoryFileTests {
  private let folder: TemporaryFolder
  private let file: FilterHistoryFile
  private let former: String
  private static let header = #"{"format":"awl-filter-history","version":1}"# + "\n"

  init() throws {
    folder = try TemporaryFolder()
    mkdir(folder("awl"), 0o700)
    former = folder("awl/filters.jsonl")
    file = FilterHistoryFile(path: folder("awl/filter-history.jsonl"), former: former)
  }

  private var path: String { folder("awl/filter-history.jsonl") }

  @Test func aMissingFileHasNoFilters() throws {
    mkdir(path, 0o700)
    #expect(file.load().isEmpty)
    #expect(throws: UserFileError.file(.notAFile(path: path))) {
      try file.add("kafka", now: moment(7))
    }
  }

  @Test func filtersComeBackOldestFirstEachOnce() throws {
    #expect(file.load().isEmpty)
    for filter in ["kafka go", "stars:>1k \"data\"", "kafka go"] {
      try file.add(filter, now: moment(7))
    }
    #expect(file.load() == ["stars:>1k \"data\"", "kafka go"])
    #expect(mode(path) == 0o600)
  }

  @Test func theOldestAreDroppedIfThereAreTooMany() throws {
    let lines = (0..<250).map { "{\"filter\":\"f\($0)\"}\n" }
    try put((Self.header + lines.joined()).utf8, into: path)
    try file.add("new", now: moment(7))
    let filters = file.load()
    #expect(filters.count == FilterHistoryFile.most)
    #expect(filters.first == "f51" && filters.last == "new")
  }

  @Test(arguments: [
    "", "garbage", "\u{0}\u{0}\u{0}", "{\"filter\":\n{}\n[1]\n\n",
    "{\"filter\":7}\n{\"filter\":\"\"}",
  ])
  func damageCostsOnlyTheDamagedPart(damage: String) throws {
    try put(
      (Self.header + "{\"filter\":\"a\"}\n" + damage + "\n{\"filter\":\"b\"}\n").utf8, into: path)
    #expect(file.load() == ["a", "b"])
    try file.add("c", now: moment(7))
    #expect(file.load() == ["a", "b", "c"])
  }

  @Test func aFileOfANewerVersionIsLeftAlone() throws {
    let later =
      #"{"format":"awl-filter-history","version":2}"# + "\n" + #"{"filter":"a","more":1}"# + "\n"
    try put(later.utf8, into: path)
    #expect(file.load().isEmpty)
    try file.add("b", now: moment(7))
    #expect(text(path) == later)
  }

  @Test func anEarlierVersionsFileMovesSilently() throws {
    let lines = #"{"format":"awl-filters","version":1}"# + "\n" + #"{"filter":"kafka"}"# + "\n"
    try put(lines.utf8, into: former)
    #expect(file.load() == ["kafka"])
    try file.add("go", now: moment(7))
    #expect(file.load() == ["kafka", "go"])
    #expect(text(path).hasPrefix(Self.header))
    #expect(access(former, F_OK) != 0)
  }
}
