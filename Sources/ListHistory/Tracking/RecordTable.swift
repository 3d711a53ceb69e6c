import ListModel

/// The records of all entries that were ever in the list, with the rules for matching them.
///
/// A commit is applied in these steps, each for the occurrences that no earlier step has matched:
///
/// 1. An unchanged entry at the same position of the changed parts is the same entry.
/// 2. An occurrence with the current or a former link of an entry is that entry.
/// 3. An occurrence with the unique title of an entry that the commit removed is that entry with
///    another link.
/// 4. In one category, a removed and an added repository are the same entry under the conditions of
///    `matchByRepository`.
/// 5. An entry without a link in the place of another one is that one, edited.
/// 6. An occurrence with the title of an entry that was removed earlier is that entry, restored,
///    under the conditions of `matchAbsent`.
/// 7. Everything else is a new entry.
///
/// An entry without any remaining place is removed.
struct RecordTable {
  var records: [EntryRecord] = []
  var byKey: [EntryKey: Int32] = [:]
  /// The removed entries by their last title, in the order of their removal.
  var removedByTitle: [EntryKey: [Int32]] = [:]

  init() {}

  /// Matches each new occurrence with an entry, and returns the changes of each entry.
  ///
  /// `versions` are those after the commit.
  mutating func apply(
    _ difference: inout CommitDifference, to versions: [ReadmeVersions], at commit: CurrentCommit
  ) -> CommitEffect {
    var step = MatchingStep(difference, at: commit)
    step.matchUnchanged()
    for removed in step.openRemoved { records[Int(step.removed[removed].record)].places -= 1 }
    matchByKey(&step)
    if step.openAdded.contains(where: { step.added[$0].record < 0 }) {
      matchByTitle(&step, in: versions)
    }
    step.renames = CategoryRenames(step, in: versions)
    if step.openAdded.contains(where: { step.added[$0].record < 0 }) {
      matchByRepository(&step, in: versions)
      matchInPlace(&step)
      matchAbsent(&step, in: versions)
      for index in step.unsettled { add(index, &step) }
    }
    let effect = settle(step, in: versions)
    difference.added = step.added
    return effect
  }

  /// Records a change of an entry in a commit.
  mutating func append(_ kind: ChangeKind, to record: Int32, commit: Int32) {
    records[Int(record)].events.append(EntryRecord.Event(kind: kind, commit: commit))
  }

  /// Returns the record of an entry that is in the list, by its link or title.
  func record(of entry: Entry) -> Int32? { byKey[EntryKey(entry)] }
}

/// The changes of entries by one commit.
struct CommitEffect {
  /// The changes of each entry, in their order.
  var kinds: [(record: Int32, kind: ChangeKind)] = []
  /// The number of changes as a user would count them: a renamed category is one.
  var touched = 0
}

extension RecordTable {
  private mutating func matchByKey(_ step: inout MatchingStep) {
    for index in step.openAdded {
      let key = EntryKey(step.added[index].entry)
      step.keys[index] = key
      guard let record = byKey[key] else { continue }
      if records[Int(record)].places == 0 || records[Int(record)].key == key {
        attach(index, to: record, &step)
      } else if let own = splitOff(key, from: record) {
        attach(index, to: own, &step)
      }
    }
  }

  /// Returns the record of a link's own days, if the entry that had it has another link now.
  private mutating func splitOff(_ key: EntryKey, from record: Int32) -> Int32? {
    guard let former = records[Int(record)].splitOff(key) else { return nil }
    let number = Int32(records.count)
    for link in former.links where byKey[link.key] == record { byKey[link.key] = number }
    records.append(former)
    return number
  }

  /// Matches a new occurrence with a known entry.
  mutating func attach(_ index: Int, to record: Int32, _ step: inout MatchingStep) {
    step.added[index].record = record
    let number = Int(record)
    records[number].places += 1
    if step.added[index].file >= 0 { records[number].isListed = true }
    guard let key = step.keys[index], records[number].key != key else { return }
    records[number].links.removeAll { $0.key == key }
    records[number].links.append(EntryRecord.KnownLink(key: key, since: step.commit.number))
    byKey[key] = record
  }

  private mutating func add(_ index: Int, _ step: inout MatchingStep) {
    let key = step.keys[index] ?? EntryKey(step.added[index].entry)
    // The same link may occur twice in one commit.
    if let record = byKey[key], records[Int(record)].key == key {
      attach(index, to: record, &step)
      return
    }
    let record = Int32(records.count)
    let link = EntryRecord.KnownLink(key: key, since: step.commit.number)
    records.append(
      EntryRecord(firstKey: key, links: [link], places: 1, isListed: step.added[index].file >= 0))
    byKey[key] = record
    step.added[index].record = record
  }
}

extension RecordTable {
  /// Creates the table of records that were stored.
  init(records: [EntryRecord]) {
    self.records = records
    for (number, record) in records.enumerated() {
      for link in record.links.dropLast() where byKey[link.key] == nil {
        byKey[link.key] = Int32(number)
      }
    }
    for (number, record) in records.enumerated() {
      if let key = record.key, record.last == nil || byKey[key] == nil {
        byKey[key] = Int32(number)
      }
    }
    // In the order of their removal, as in a table that was not stored.
    let removed = records.indices.filter { records[$0].last != nil }.sorted {
      let (left, right) = (records[$0].events.last?.commit, records[$1].events.last?.commit)
      return (left ?? 0, $0) < (right ?? 0, $1)
    }
    for number in removed { noteRemovedTitle(of: Int32(number)) }
  }

  /// Places an entry, when a stored history is resumed.
  mutating func place(_ record: Int32) { records[Int(record)].places += 1 }

  /// Whether every entry either is in the list or was removed.
  var isConsistent: Bool { records.allSatisfy { ($0.places == 0) == ($0.last != nil) } }
}
