import ListModel

/// Matching of entries by their title, if their link has changed.
extension RecordTable {
  /// Matches entries whose link a commit changed but not the title.
  ///
  /// A title counts only if exactly one entry has it before the commit and exactly one after it:
  /// `[PyPI]` or `[GitHub]` identifies no entry.
  mutating func matchByTitle(_ step: inout MatchingStep, in versions: [ReadmeVersions]) {
    var vanished: [EntryKey: Int32] = [:]
    for index in step.openRemoved {
      let removed = step.removed[index]
      guard records[Int(removed.record)].places == 0, !removed.entry.title.isEmpty else { continue }
      vanished[EntryKey(title: removed.entry.title)] = removed.record
    }
    guard !vanished.isEmpty else { return }
    let candidates = titles(of: step.unsettled, step) { vanished[$0] != nil }
    guard !candidates.isEmpty else { return }
    let census = UniqueTitles(of: Set(candidates.map(\.title)), step, in: versions)
    for (index, title) in candidates {
      guard let record = vanished[title], census.isUnique(title) else { continue }
      attach(index, to: record, &step)
    }
  }

  /// Matches entries that return with another link after an absence.
  ///
  /// The title alone is not enough: lists add new things under an old name. It is the old entry
  /// only if both links are on one site, the descriptions are similar, it is back in its category
  /// within 7 days, or its title has three words or more. The thresholds were tuned on 78 cases in
  /// real lists, of which they get 40 returns right and 1 wrong.
  mutating func matchAbsent(_ step: inout MatchingStep, in versions: [ReadmeVersions]) {
    guard !removedByTitle.isEmpty else { return }
    let candidates = titles(of: step.unsettled, step) { removedByTitle[$0] != nil }
    guard !candidates.isEmpty else { return }
    let census = UniqueTitles(of: Set(candidates.map(\.title)), step, in: versions)
    for (index, title) in candidates where census.isUniqueAfter(title) {
      guard let record = absentRecord(title, step.added[index], step) else { continue }
      attach(index, to: record, &step)
    }
  }

  /// Records the title under which a removed entry may return.
  mutating func noteRemovedTitle(of record: Int32) {
    guard let title = records[Int(record)].last?.title, !title.isEmpty else { return }
    removedByTitle[EntryKey(title: title), default: []].append(record)
  }

  /// Undoes `noteRemovedTitle`.
  mutating func forgetRemovedTitle(of record: Int32) {
    guard let title = records[Int(record)].last?.title, !title.isEmpty else { return }
    let key = EntryKey(title: title)
    // Usually only one; searched from the end, because returning entries were removed recently.
    if let index = removedByTitle[key]?.lastIndex(of: record) {
      removedByTitle[key]?.remove(at: index)
    }
    if removedByTitle[key]?.isEmpty == true { removedByTitle[key] = nil }
  }
}

extension RecordTable {
  /// At most this many removed entries with one title are compared.
  private static let absentCompared = 8

  private func titles(
    of occurrences: [Int], _ step: MatchingStep, where isWanted: (EntryKey) -> Bool
  ) -> [(index: Int, title: EntryKey)] {
    occurrences.compactMap { index in
      let text = step.added[index].entry.title
      guard !text.isEmpty else { return nil }
      let title = EntryKey(title: text)
      return isWanted(title) ? (index, title) : nil
    }
  }

  private func absentRecord(
    _ title: EntryKey, _ added: Occurrence, _ step: MatchingStep
  ) -> Int32? {
    let known = removedByTitle[title] ?? []
    let compared = known.suffix(RecordTable.absentCompared).reversed()
    return compared.first { number in
      let record = records[Int(number)]
      // Skips a record that the same commit has matched already; several of one title need more.
      guard record.places == 0, let last = record.last else { return false }
      return isSameThing(last, record, as: added, step, isOnlyOne: known.count == 1)
    }
  }

  private func isSameThing(
    _ last: Entry, _ record: EntryRecord, as added: Occurrence, _ step: MatchingStep,
    isOnlyOne: Bool
  ) -> Bool {
    let now = added.entry
    if isOnlyOne {
      if hasThreeWords(now.title) { return true }
      if now.category == last.category, let removed = record.removedOn, let day = step.commit.day,
        abs(day.number - removed.number) <= 7
      {
        return true
      }
    }
    if let old = LinkSite(EntryKey(last)), let new = LinkSite(EntryKey(now)),
      old.isSameProject(as: new)
    {
      return true
    }
    return TextSimilarity.areAlike(last.description, now.description)
  }

  private func hasThreeWords(_ title: String) -> Bool {
    title.utf8.split(maxSplits: 3, whereSeparator: { $0 <= 0x20 }).count >= 3
  }
}
