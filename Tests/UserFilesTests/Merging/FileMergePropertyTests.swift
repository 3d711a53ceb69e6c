import ListModel
import UserFiles
import TestSupport
import Testing

/// Two clones change their bookmarks at random; whichever of them merges, nothing is lost.
struct FileMergePropertyTests {
  @Test func randomChangesOnBothSidesAreAllInTheMerge() throws {
    let folder = try TemporaryFolder(inMemory: true)
    for round in 0..<rounds(150, soak: 10_000) {
      var clones = Clones(seed: UInt64(round))
      let base = try clones.write([], into: folder("base.jsonl"))
      let start = clones.bookmarks
      let (one, other) = (clones.changes(of: 0), clones.changes(of: 1))
      let ours = try clones.write(one.operations, on: base, into: folder("ours.jsonl"))
      let theirs = try clones.write(other.operations, on: base, into: folder("theirs.jsonl"))

      let merged = try FileMerge.merge(base: base, ours: ours, theirs: theirs)
      #expect(try FileMerge.merge(base: base, ours: theirs, theirs: ours) == merged, "\(round)")
      #expect(try FileMerge.merge(base: base, ours: ours, theirs: merged) == merged, "\(round)")
      #expect(try FileMerge.merge(base: theirs, ours: theirs, theirs: merged) == merged, "\(round)")

      let path = folder("merged.jsonl")
      try put(merged, into: path)
      let contents = BookmarkFile(path: path).load()
      #expect(contents.notices.isEmpty, "\(round)")
      check(contents.bookmarks, from: start, one, other, round)
    }
  }

  /// Compares a merge with what either side meant, link by link.
  private func check(
    _ merged: Bookmarks, from start: Bookmarks, _ one: SideChanges, _ other: SideChanges,
    _ round: Int
  ) {
    for number in 0..<Clones.linkCount {
      let key = LinkKey(Clones.url(number))
      let (left, right) = (one.intents[number] ?? .init(), other.intents[number] ?? .init())
      let isThere = start.record(of: key) != nil || left.isAdded || right.isAdded
      guard let record = merged.record(of: key) else {
        #expect(!isThere, "round \(round): link \(number) is lost")
        continue
      }
      let tags = Set(record.tags)
      for (intent, others) in [(left, right), (right, left)] {
        #expect(tags.isSuperset(of: intent.tagged.subtracting(others.untagged)), "round \(round)")
        #expect(tags.isDisjoint(with: intent.untagged.subtracting(others.tagged)), "round \(round)")
        for note in intent.notes { #expect(record.note.contains(note), "round \(round)") }
        if intent.isRemoved, !others.isAdded, !intent.isAdded {
          #expect(record.isRemoved, "round \(round): link \(number) came back")
        }
        if intent.isAdded, !intent.isRemoved, !others.isRemoved {
          #expect(!record.isRemoved, "round \(round): link \(number) is removed")
        }
      }
    }
  }
}

/// What one side wants of a link at the end.
private struct Intent {
  var isAdded = false
  var isRemoved = false
  var tagged: Set<String> = []
  var untagged: Set<String> = []
  var notes: Set<String> = []
}

private struct SideChanges {
  var operations: [BookmarkOperation] = []
  var intents: [Int: Intent] = [:]
}

/// A file of bookmarks that two clones change.
private struct Clones {
  static let linkCount = 8
  private(set) var bookmarks = Bookmarks()
  private var random: SeededGenerator
  private var clock = 1_000

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for number in 0..<Self.linkCount where Bool.random(using: &random) {
      clock += 1
      bookmarks.apply(
        .add(
          Bookmark(
            id: "id\(number)", url: Self.url(number), title: "T", tags: ["a", "b"],
            added: moment(clock), changed: moment(clock))))
    }
  }

  static func url(_ number: Int) -> String { "https://example.org/\(number)" }

  /// Random changes of a side, each of a link at most once of a kind, so that what is meant is plain.
  mutating func changes(of side: Int) -> SideChanges {
    var changes = SideChanges()
    var present = bookmarks
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let number = Int.random(in: 0..<Self.linkCount, using: &random)
      guard changes.intents[number] == nil else { continue }
      var intent = Intent()
      clock += Int.random(in: 0...2, using: &random)
      let key = LinkKey(Self.url(number))
      let operations = operations(number, present[key], side, &intent)
      present.apply(operations)
      changes.operations += operations
      changes.intents[number] = intent
    }
    return changes
  }

  private mutating func operations(
    _ number: Int, _ bookmark: Bookmark?, _ side: Int, _ intent: inout Intent
  ) -> [BookmarkOperation] {
    let moment = moment(clock)
    guard let bookmark else {
      intent.isAdded = true
      intent.tagged = ["side\(side)"]
      return [
        .add(
          Bookmark(
            id: "new\(number)of\(side)", url: Self.url(number), title: "T\(side)",
            tags: ["side\(side)"], added: moment, changed: moment))
      ]
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      intent.isRemoved = true
      return [.remove(bookmark.key, at: moment)]
    case 1:
      intent.tagged = ["side\(side)", "both"]
      return [.set(bookmark.key, [.tags(bookmark.tags + ["side\(side)", "both"])], at: moment)]
    case 2:
      intent.untagged = [side == 0 ? "a" : "b"]
      let tags = bookmark.tags.filter { !intent.untagged.contains($0) }
      return [.set(bookmark.key, [.tags(tags)], at: moment)]
    default:
      intent.notes = ["note of \(side)"]
      return [.set(bookmark.key, [.note("note of \(side)")], at: moment)]
    }
  }

  /// Writes changes on top of a file and gives what is then in it.
  func write(
    _ operations: [BookmarkOperation], on base: [UInt8]? = nil, into path: String
  ) throws -> [UInt8] {
    try put(base ?? [], into: path)
    let file = BookmarkFile(path: path)
    let all = base == nil ? bookmarks.records.map { BookmarkOperation.add($0) } : operations
    _ = try file.apply(all, now: moment(clock))
    return contents(path) ?? []
  }
}
