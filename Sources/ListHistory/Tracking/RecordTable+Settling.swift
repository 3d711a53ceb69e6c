import ListModel

extension RecordTable {
  /// Returns the changes of each entry that a commit touched, in their order.
  mutating func settle(_ step: MatchingStep, in versions: [ReadmeVersions]) -> CommitEffect {
    // A heading renamed above an entry has not moved it.
    var removed: [Int32: [Occurrence]] = [:]
    var isRenamed: Set<Int32> = []
    for index in step.openRemoved {
      let occurrence = step.renames.renamed(step.removed[index])
      removed[occurrence.record, default: []].append(occurrence)
      if step.renames.name(of: step.removed[index]) != nil { isRenamed.insert(occurrence.record) }
    }
    var added: [Int32: [Occurrence]] = [:]
    for index in step.openAdded {
      added[step.added[index].record, default: []].append(step.added[index])
    }
    for record in isRenamed { renameHome(of: record, step.renames) }
    var touched = Set(removed.keys)
    touched.formUnion(added.keys)
    let moving = touched.filter {
      records[Int($0)].needsOtherPlaces(before: removed[$0] ?? [], after: added[$0] ?? [])
    }
    let untouched = UnchangedPlaces(of: moving, in: versions, step)
    var effect = CommitEffect(touched: step.renames.count)
    let order =
      step.openAdded.map { step.added[$0].record }
      + step.openRemoved.map { step.removed[$0].record }
    for record in order where touched.remove(record) != nil {
      let kinds = kinds(
        of: record, before: removed[record] ?? [], after: added[record] ?? [],
        others: untouched.of(record), step.commit)
      if !kinds.isEmpty { effect.touched += 1 }
      effect.kinds += kinds.map { (record, $0) }
      if isRenamed.contains(record), !kinds.contains(.moved), !kinds.contains(.removed) {
        effect.kinds.append((record, .categoryRenamed))
      }
    }
    return effect
  }

  private mutating func kinds(
    of record: Int32, before: [Occurrence], after: [Occurrence], others: [EntryPlace],
    _ commit: CurrentCommit
  ) -> [ChangeKind] {
    let hasLeft = records[Int(record)].settle(before: before, after: after, others: others)
    var found: [ChangeKind] = []
    if !after.isEmpty {
      found = arrival(of: record, before: before, after: after)
    } else if records[Int(record)].places == 0, let last = before.first {
      remove(record, as: last, on: commit.day)
      found = [.removed]
    }
    if hasLeft, !found.contains(.moved) { found.append(.moved) }
    return found
  }

  private mutating func renameHome(of record: Int32, _ renames: CategoryRenames) {
    guard let home = records[Int(record)].home,
      let name = renames.name(of: home)
    else { return }
    records[Int(record)].home = EntryPlace(file: home.file, category: name)
  }

  /// Returns the changes of an entry that is in new places.
  private mutating func arrival(
    of record: Int32, before: [Occurrence], after: [Occurrence]
  ) -> [ChangeKind] {
    let number = Int(record)
    if records[number].places == after.count, before.isEmpty {
      if records[number].events.isEmpty { return [.added] }
      guard let last = records[number].last else {
        // An entry split off from another record was removed; its text at that time is unknown.
        return records[number].events.last?.kind == .removed ? [.restored] : []
      }
      forgetRemovedTitle(of: record)
      records[number].last = nil
      records[number].removedOn = nil
      let wasAt = Occurrence(
        file: records[number].lastFile, part: -1, index: 0, entry: last, record: record)
      return [.restored] + PlaceComparison(before: [wasAt], after: after).unlikeAll
    }
    let comparison = PlaceComparison(before: before, after: after)
    // A second place, or one place less, is not a change of the entry; if no place has the old
    // text, the entry was edited.
    if before.isEmpty { return [] }
    return before.count == after.count ? comparison.pairwise : comparison.unlikeAll
  }

  private mutating func remove(_ record: Int32, as last: Occurrence, on day: Day?) {
    records[Int(record)].last = last.entry
    records[Int(record)].lastFile = last.file
    records[Int(record)].removedOn = day
    noteRemovedTitle(of: record)
  }
}
