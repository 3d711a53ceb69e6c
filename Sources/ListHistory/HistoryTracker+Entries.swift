import ListModel

extension HistoryTracker {
  /// The entries of the list in order, then the removed ones, oldest first.
  ///
  /// A link that occurs twice in the list is included twice, with the same changes.
  public var entries: [TrackedEntry] {
    var entries: [TrackedEntry] = []
    for (file, version) in versions.enumerated() where !version.isOrigin {
      for part in version.parts {
        for (entry, record) in zip(part.entries, part.records) {
          entries.append(tracked(entry, record: Int(record), file: file, isRemoved: false))
        }
      }
    }
    for (number, record) in table.records.enumerated() {
      guard let last = record.last, record.isListed else { continue }
      entries.append(
        tracked(last, record: number, file: Int(record.lastFile), isRemoved: true))
    }
    return entries
  }

  private func tracked(
    _ entry: Entry, record: Int, file: Int, isRemoved: Bool
  ) -> TrackedEntry {
    var entry = entry
    let changes = changes(of: record)
    entry.added = changes.first?.day
    entry.history = EntryHistory(
      changes: changes, isRemoved: isRemoved, firstLink: firstLink(of: record, now: entry))
    return TrackedEntry(entry: entry, file: files.indices.contains(file) ? files[file] : "")
  }

  private func firstLink(of number: Int, now entry: Entry) -> LinkKey? {
    guard table.records.indices.contains(number) else { return nil }
    let first = table.records[number].firstKey
    return first == EntryKey(entry) ? nil : LinkKey(canonical: first.bytes)
  }

  private func changes(of number: Int) -> [Change] {
    guard table.records.indices.contains(number) else { return [] }
    let record = table.records[number]
    return record.events.enumerated().map { index, event in
      let own = commits[Int(event.commit)]
      let note = index == 0 ? addition(of: record) ?? own : own
      return Change(
        kind: event.kind, day: note.day ?? days.today, commit: note.commit, author: note.author,
        subject: note.subject, isBulk: note.isBulk, time: note.time,
        number: Int(event.commit) + 1)
    }
  }

  /// Returns the commit with which an entry first appeared in the list, in this history or before a
  /// rewrite.
  func addition(of record: EntryRecord) -> CommitNote? {
    guard let first = record.events.first else { return nil }
    var own = commits[Int(first.commit)]
    own.day = own.day ?? days.today
    return record.links.compactMap { keptAdditions[$0.key] }.reduce(own) { $0.earlier($1) }
  }
}
