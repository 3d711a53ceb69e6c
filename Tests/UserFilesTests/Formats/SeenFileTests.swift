import ListModel
import UserFiles
import TestSupport
import Testing

struct SeenFileTests {
  private let folder: TemporaryFolder
  private let file: SeenFile

  init() throws {
    folder = try TemporaryFolder(inMemory: true)
    file = SeenFile(path: folder("seen.jsonl"))
  }

  private func mark(_ list: String, _ entry: String, seen: Int = 0, unseen: Int = 0) -> EntryMark {
    EntryMark(
      list: ListID(list), entry: LinkKey(entry),
      mark: SeenMark(
        seen: seen == 0 ? nil : moment(seen), unseen: unseen == 0 ? nil : moment(unseen)))
  }

  private func visit(_ list: String, _ number: Int, _ origin: String = "0f3a9c1b4d5e") -> ListVisit
  {
    ListVisit(list: ListID(list), origin: ChangeOrigin(origin), number: number)
  }

  @Test func eachListHasALineWithItsSeenPointAndMarks() throws {
    #expect(file.load().seen.lists.isEmpty && file.load().notices.isEmpty)
    try file.apply(
      [.endVisit([visit("o/b", 3), visit("o/a", 7)], at: moment(50))], now: moment(50))
    try file.apply([.mark([mark("o/a", "https://www.A.org/", seen: 60)])], now: moment(60))
    #expect(
      text(file.path) == """
        {"format":"awl-seen","version":1}
        {"list":"o/a","upto":{"0f3a9c1b4d5e":[7,50]},"marks":{"a.org":[60,0]}}
        {"list":"o/b","upto":{"0f3a9c1b4d5e":[3,50]}}

        """)
    #expect(mode(file.path) == 0o600)
    #expect(file.load().seen[ListID("O/A")]?.visited == moment(50))
  }

  @Test func aWindowThatKnewLessUnseesNothing() throws {
    try file.apply([.endVisit([visit("o/a", 7)], at: moment(50))], now: moment(50))
    let before = text(file.path)
    try file.apply([.endVisit([visit("o/a", 5)], at: moment(40))], now: moment(60))
    #expect(text(file.path) == before)
    try file.apply([.mark([mark("o/a", "a.org", seen: 9)])], now: moment(60))
    try file.apply([.mark([mark("o/a", "a.org", unseen: 8)])], now: moment(60))
    #expect(file.load().seen[ListID("o/a")]?.marks[LinkKey("a.org")]?.isSeen == true)
  }

  @Test func aMarkIsUndoneUnlessAnotherWindowMarkedSince() throws {
    let first = mark("o/a", "a.org", seen: 5)
    try file.apply([.mark([first])], now: moment(5))
    try file.apply([.unmark([first])], now: moment(6))
    #expect(file.load().seen[ListID("o/a")]?.marks.isEmpty == true)
    try file.apply([.mark([first])], now: moment(7))
    try file.apply([.mark([mark("o/a", "a.org", unseen: 9)])], now: moment(9))
    try file.apply([.unmark([first])], now: moment(10))
    #expect(
      file.load().seen[ListID("o/a")]?.marks[LinkKey("a.org")]
        == SeenMark(seen: moment(5), unseen: moment(9)))
  }

  @Test func unknownMembersAreCarriedThroughAndListLinesMerged() throws {
    let lines = [
      #"{"format":"awl-seen","version":1,"by":"hand"}"#, #"{"list":"o/a","y":[1, 2]}"#, "torn",
      #"{"list":"O/A","upto":{"abcdefabcdef":[2,3]},"z":null}"#, #"{ "list":"o/b" , "x":1}"#,
    ]
    try put((lines.joined(separator: "\n") + "\n").utf8, into: file.path)
    #expect(file.load().notices.map(\.line) == [3])
    try file.apply([.mark([mark("o/c", "c.org", seen: 1)])], now: moment(0))
    #expect(
      text(file.path) == """
        \(lines[0])
        {"list":"o/a","upto":{"abcdefabcdef":[2,3]},"y":[1, 2],"z":null}
        torn
        \(lines[4])
        {"list":"o/c","upto":{},"marks":{"c.org":[1,0]}}

        """)
  }

  @Test func conflictsOfGitAreMergedAndReported() throws {
    let conflict = """
      {"format":"awl-seen","version":1}
      <<<<<<< ours
      {"list":"o/a","upto":{"0f3a9c1b4d5e":[7,50]},"marks":{"a.org":[60,0]}}
      =======
      {"list":"o/a","upto":{"0f3a9c1b4d5e":[9,40],"@5":[1,2]},"marks":{"a.org":[0,70]}}
      >>>>>>> theirs

      """
    try put(conflict.utf8, into: file.path)
    let contents = file.load()
    #expect(contents.notices.count == 1)
    let list = contents.seen[ListID("o/a")]
    #expect(
      list?.points == [
        ChangeOrigin("0f3a9c1b4d5e"): SeenPoint(number: 9, visited: moment(50)),
        ChangeOrigin("@5"): SeenPoint(number: 1, visited: moment(2)),
      ])
    #expect(list?.marks[LinkKey("a.org")]?.isSeen == false)
    try file.apply([.endVisit([visit("o/b", 1)], at: moment(80))], now: moment(80))
    #expect(file.load().notices.isEmpty)
    #expect(folder.names().contains { $0.contains(".corrupt-") })
  }

  /// 700 lists of 150,000 entries after a visit, whose commits have names of usual length.
  @Test func theSizeDependsOnTheListsNotTheEntries() throws {
    let visits = (0..<700).map { number in
      visit("some-owner-\(number)/awesome-something", 214, "0f3a9c1b4d\(10 + number % 90)")
    }
    let now = moment(1_800_000_000_000)
    try file.apply([.endVisit(visits, at: now)], now: now)
    try file.apply([.endVisit(visits, at: moment(now.milliseconds + 1))], now: now)
    let size = contents(file.path)?.count ?? 0
    #expect(size > 50_000 && size < 200_000)
  }
}
