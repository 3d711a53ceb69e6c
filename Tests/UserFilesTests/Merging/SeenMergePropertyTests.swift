import ListModel
import UserFiles
import TestSupport
import Testing

/// Two machines see and mark entries at random; whichever of them merges, nothing seen is new again.
struct SeenMergePropertyTests {
  @Test func entriesSeenOnEitherSideStaySeen() throws {
    let folder = try TemporaryFolder(inMemory: true)
    for round in 0..<rounds(40, soak: 10_000) {
      var machines = Machines(seed: UInt64(round), folder: folder)
      let base = try machines.use(machine: 0, on: [])
      let ours = try machines.use(machine: 0, on: base)
      let theirs = try machines.use(machine: 1, on: base)

      let merged = try FileMerge.merge(base: base, ours: ours, theirs: theirs)
      #expect(try FileMerge.merge(base: base, ours: theirs, theirs: ours) == merged, "\(round)")
      #expect(try FileMerge.merge(base: base, ours: ours, theirs: merged) == merged, "\(round)")
      #expect(try FileMerge.merge(base: theirs, ours: theirs, theirs: merged) == merged, "\(round)")
      // A conflict copy has no base; a copy of long ago that comes late changes nothing that is seen.
      let withoutBase = try FileMerge.merge(base: [], ours: ours, theirs: theirs)
      let withOld = try FileMerge.merge(base: [], ours: merged, theirs: base)

      for (what, file) in [("merge", merged), ("copy", withoutBase), ("old", withOld)] {
        try machines.check([ours, theirs], against: file, "round \(round): \(what)")
      }
    }
  }
}

/// Two libraries that follow the same lists, each having come to another commit or reading.
private struct Machines {
  private static let entryCount = 12
  private let folder: TemporaryFolder
  private var random: SeededGenerator
  /// Hours since 1970.
  private var clock = 62 * 24
  /// How many changes each machine has taken in.
  private var taken = [3, 3]

  init(seed: UInt64, folder: TemporaryFolder) {
    random = SeededGenerator(seed: seed)
    self.folder = folder
  }

  /// Some use of a machine: syncs, visits, marks; gives the file then.
  mutating func use(machine: Int, on file: [UInt8]) throws -> [UInt8] {
    let path = folder("seen.jsonl")
    try put(file.isEmpty ? Array(#"{"format":"awl-seen","version":1}"#.utf8) : file, into: path)
    let seen = SeenFile(path: path)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      clock += Int.random(in: 1...9, using: &random)
      let now = moment(clock * 3_600_000)
      let entry = entryKey(Int.random(in: 0..<Self.entryCount, using: &random))
      let list = lists.randomElement(using: &random) ?? lists[0]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: taken[machine] = min(Self.entryCount, taken[machine] + 2)
      case 1:
        let state = seen.load().seen
        let catalog = catalog(of: machine)
        let visits = catalog.visits(of: catalog.listIndices, seen: state, at: now)
        try seen.apply([.endVisit(visits, at: now)], now: now)
      case 2:
        let mark = SeenMark(seen: now)
        try seen.apply([.mark([EntryMark(list: list, entry: entry, mark: mark)])], now: now)
      default:
        let mark = SeenMark(unseen: now)
        try seen.apply([.mark([EntryMark(list: list, entry: entry, mark: mark)])], now: now)
      }
    }
    return contents(path) ?? []
  }

  /// Whether all that a side has seen, and no side has marked unseen since, is seen in a merged file.
  func check(_ sides: [[UInt8]], against merged: [UInt8], _ what: String) throws {
    let (states, after) = (try sides.map(read), try read(merged))
    for machine in 0..<2 {
      let catalog = catalog(of: machine)
      let new = NewEntries(in: catalog, seen: after, today: Self.today)
      for (side, state) in states.enumerated() {
        let own = NewEntries(in: catalog, seen: state, today: Self.today)
        for number in 0..<catalog.count where new.contains(EntryIndex(number)) {
          let list = catalog.list(catalog.listIndex(of: EntryIndex(number))).id
          let key = catalog.identity(of: EntryIndex(number))
          // Before the first visit nothing has been seen, but for what was marked.
          let isKnown = state[list].map { !$0.points.isEmpty || $0.marks[key] != nil } ?? false
          guard isKnown else { continue }
          let isMarked = states.contains { $0[list]?.marks[key].map { !$0.isSeen } ?? false }
          #expect(
            own.contains(EntryIndex(number)) || isMarked,
            "\(what): entry \(number) is new again on machine \(machine), side \(side)")
        }
      }
    }
  }

  private static let today = Day(clamping: 100)
  private let lists = [ListID("o/tracked"), ListID("o/page")]

  private func entryKey(_ number: Int) -> LinkKey { LinkKey("https://e.org/\(number)") }

  /// A list that is tracked and one that comes from a page, as far as a machine has taken them in.
  private func catalog(of machine: Int) -> Catalog {
    func entries(_ count: Int, isTracked: Bool) -> [Entry] {
      (0..<count).map { number in
        var entry = Entry(
          title: "E\(number)", url: "https://e.org/\(number)",
          added: Day(clamping: 60 + number))
        guard isTracked else { return entry }
        let change = Change(
          kind: .added, day: Day(clamping: 60 + number), commit: "\(100 + number)c0ffee00000000",
          number: number + 1)
        entry.history = EntryHistory(changes: [change])
        return entry
      }
    }
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: lists[0], title: "T"), entries: entries(taken[machine], isTracked: true))
    var earlier = CatalogBuilder()
    for count in [3, taken[machine]] {
      var page = CatalogBuilder()
      page.append(AwesomeList(id: lists[1], title: "P"), entries: entries(count, isTracked: false))
      page.numberEntries(
        after: earlier.catalog().count == 0 ? nil : earlier.catalog(), now: moment(7 + machine))
      earlier = page
    }
    builder.append(ListIndex(0), of: earlier.catalog())
    return builder.catalog()
  }

  private func read(_ file: [UInt8]) throws -> Seen {
    try put(file, into: folder("read.jsonl"))
    return SeenFile(path: folder("read.jsonl")).load().seen
  }
}
