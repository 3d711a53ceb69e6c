import ListModel

/// The records of all entries that ever stood in the list, and how they are found again.
///
/// A commit is taken in by these steps, each for those occurrences that no step before has
/// settled:
///
/// 1. What stands before and after at the same place in the order of what changed, unchanged, is
///    the same entry.
/// 2. What has the link of an entry that stands in the list, or once stood there, is that entry.
/// 3. What has the title of an entry that the commit took away, is that entry with another link.
/// 4. What has the title of an entry that was removed before, is that entry, and comes back.
/// 5. All else is a new entry.
///
/// An entry that stands in no place any more is removed.
struct RecordTable {
  private(set) var records: [EntryRecord] = []
  private var byKey: [EntryKey: Int32] = [:]
  /// The removed entries by their last title.
  private var removedByTitle: [EntryKey: Int32] = [:]

  init() {}

  /// Settles which entry each new occurrence is, and returns what happened to each entry.
  ///
  /// `versions` are those after the commit.
  mutating func apply(
    _ difference: inout CommitDifference, to versions: [ReadmeVersions]
  ) -> [(record: Int32, kind: ChangeKind)] {
    var step = MatchingStep(difference)
    step.matchUnchanged()
    for gone in step.openGone { records[Int(step.gone[gone].record)].places -= 1 }
    matchByKey(&step)
    matchByTitle(&step)
    for index in step.openCome where step.come[index].record < 0 { add(index, &step) }
    let kinds = settle(step, in: versions)
    difference.come = step.come
    return kinds
  }

  /// Notes what happened to an entry in a commit.
  mutating func append(_ kind: ChangeKind, to record: Int32, commit: Int32) {
    records[Int(record)].events.append(EntryRecord.Event(kind: kind, commit: commit))
  }

  /// The record of an entry that stands in the list, by its link or title.
  func record(of entry: Entry) -> Int32? { byKey[EntryKey(entry)] }
}

extension RecordTable {
  private mutating func matchByKey(_ step: inout MatchingStep) {
    for index in step.openCome {
      let key = EntryKey(step.come[index].entry)
      step.keys[index] = key
      guard let record = byKey[key] else { continue }
      let known = records[Int(record)]
      // A link that the entry had once may be another entry's now, as long as it stands there itself.
      if known.places > 0, known.keys.last != key { continue }
      attach(index, to: record, &step)
    }
  }

  private mutating func matchByTitle(_ step: inout MatchingStep) {
    // In reverse, for the first one is taken from the end, however many share a title.
    var vanished: [EntryKey: [Int32]] = [:]
    for index in step.openGone.reversed() {
      let gone = step.gone[index]
      guard records[Int(gone.record)].places == 0, !gone.entry.title.isEmpty else { continue }
      vanished[EntryKey(title: gone.entry.title), default: []].append(gone.record)
    }
    guard !vanished.isEmpty || !removedByTitle.isEmpty else { return }
    for index in step.openCome where step.come[index].record < 0 {
      let title = EntryKey(title: step.come[index].entry.title)
      guard !title.bytes.isEmpty else { continue }
      while let record = vanished[title]?.popLast() {
        guard records[Int(record)].places == 0 else { continue }
        attach(index, to: record, &step)
        break
      }
      guard step.come[index].record < 0, let record = removedByTitle[title],
        records[Int(record)].places == 0
      else { continue }
      attach(index, to: record, &step)
    }
  }

  private mutating func attach(_ index: Int, to record: Int32, _ step: inout MatchingStep) {
    step.come[index].record = record
    let number = Int(record)
    records[number].places += 1
    guard let key = step.keys[index], records[number].keys.last != key else { return }
    records[number].keys.removeAll { $0 == key }
    records[number].keys.append(key)
    byKey[key] = record
  }

  private mutating func add(_ index: Int, _ step: inout MatchingStep) {
    let key = step.keys[index] ?? EntryKey(step.come[index].entry)
    // The same link may come twice in one commit.
    if let record = byKey[key], records[Int(record)].keys.last == key {
      attach(index, to: record, &step)
      return
    }
    let record = Int32(records.count)
    records.append(EntryRecord(firstKey: key, keys: [key], places: 1))
    byKey[key] = record
    step.come[index].record = record
  }

  /// What happened to each entry that a commit touched, in the order in which they stand.
  private mutating func settle(
    _ step: MatchingStep, in versions: [ReadmeVersions]
  ) -> [(record: Int32, kind: ChangeKind)] {
    var gone: [Int32: [Occurrence]] = [:]
    for index in step.openGone {
      gone[step.gone[index].record, default: []].append(step.gone[index])
    }
    var come: [Int32: [Occurrence]] = [:]
    for index in step.openCome {
      come[step.come[index].record, default: []].append(step.come[index])
    }
    var touched = Set(gone.keys)
    touched.formUnion(come.keys)
    let moving = touched.filter {
      records[Int($0)].needsOtherPlaces(before: gone[$0] ?? [], after: come[$0] ?? [])
    }
    let untouched = UntouchedPlaces(of: moving, in: versions, step)
    var kinds: [(record: Int32, kind: ChangeKind)] = []
    let order =
      step.openCome.map { step.come[$0].record } + step.openGone.map { step.gone[$0].record }
    for record in order where touched.remove(record) != nil {
      let (before, after) = (gone[record] ?? [], come[record] ?? [])
      let hasLeft = records[Int(record)].settle(
        before: before, after: after, others: untouched.of(record))
      var found: [ChangeKind] = []
      if !after.isEmpty {
        found = arrival(of: record, before: before, after: after)
      } else if records[Int(record)].places == 0, let last = before.first {
        remove(record, as: last)
        found = [.removed]
      }
      if hasLeft, !found.contains(.moved) { found.append(.moved) }
      kinds += found.map { (record, $0) }
    }
    return kinds
  }

  /// What happened to an entry that stands in new places.
  private mutating func arrival(
    of record: Int32, before: [Occurrence], after: [Occurrence]
  ) -> [ChangeKind] {
    let number = Int(record)
    if records[number].places == after.count, before.isEmpty {
      if records[number].events.isEmpty { return [.added] }
      guard let last = records[number].last else { return [] }
      removedByTitle[EntryKey(title: last.title)] = nil
      records[number].last = nil
      let wasAt = Occurrence(
        file: records[number].lastFile, part: -1, index: 0, entry: last, record: record)
      return [.restored] + difference(pairs: after.map { (wasAt, $0) }, isAny: false)
    }
    // A second place, or one place less, is no change of the entry; that none of the places says
    // what any of them said before, is one.
    guard before.count != after.count else {
      return difference(pairs: Array(zip(before, after)), isAny: true)
    }
    let pairs = before.flatMap { old in after.map { (old, $0) } }
    return pairs.isEmpty ? [] : difference(pairs: pairs, isAny: false)
  }

  /// How places differ from what they were: in any of the pairs, or in all of them.
  private func difference(
    pairs: [(old: Occurrence, new: Occurrence)], isAny: Bool
  ) -> [ChangeKind] {
    func differs(_ isOther: ((old: Occurrence, new: Occurrence)) -> Bool) -> Bool {
      isAny ? pairs.contains(where: isOther) : pairs.allSatisfy(isOther)
    }
    var kinds: [ChangeKind] = []
    if differs({ !$0.old.entry.saysTheSame(as: $0.new.entry) }) { kinds.append(.edited) }
    if differs({ !$0.old.entry.standsBeside($0.new.entry) || $0.old.file != $0.new.file }) {
      kinds.append(.moved)
    }
    return kinds
  }

  private mutating func remove(_ record: Int32, as last: Occurrence) {
    records[Int(record)].last = last.entry
    records[Int(record)].lastFile = last.file
    if !last.entry.title.isEmpty {
      removedByTitle[EntryKey(title: last.entry.title)] = record
    }
  }
}

extension RecordTable {
  /// The table of records that were stored.
  init(records: [EntryRecord]) {
    self.records = records
    for (number, record) in records.enumerated() {
      for key in record.keys.dropLast() where byKey[key] == nil { byKey[key] = Int32(number) }
      if let last = record.last { removedByTitle[EntryKey(title: last.title)] = Int32(number) }
    }
    for (number, record) in records.enumerated() {
      if let key = record.keys.last, record.last == nil || byKey[key] == nil {
        byKey[key] = Int32(number)
      }
    }
  }

  /// Notes that an entry stands in a place, when a stored history is gone on with.
  mutating func place(_ record: Int32) { records[Int(record)].places += 1 }

  /// Whether every entry either stands in the list or was removed.
  var isConsistent: Bool { records.allSatisfy { ($0.places == 0) == ($0.last != nil) } }
}
