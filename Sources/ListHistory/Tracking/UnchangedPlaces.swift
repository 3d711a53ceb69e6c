import ListModel

/// The place of an entry: its file and its headings.
struct EntryPlace: Hashable {
  var file: Int32
  var category: CategoryPath

  init(file: Int32, category: CategoryPath) {
    self.file = file
    self.category = category
  }

  init(_ occurrence: Occurrence) {
    self.init(file: occurrence.file, category: occurrence.entry.category)
  }
}

/// The places of some entries that a commit has not touched.
struct UnchangedPlaces {
  private var places: [Int32: [EntryPlace]] = [:]

  /// Finds the places of entries, by the numbers of their records.
  ///
  /// Takes a pass over all entries of the list, if any are wanted.
  init(of records: Set<Int32>, in versions: [ReadmeVersions], _ step: MatchingStep) {
    guard !records.isEmpty else { return }
    for (file, version) in versions.enumerated() {
      for part in version.parts {
        for (record, entry) in zip(part.records, part.entries) where records.contains(record) {
          places[record, default: []].append(
            EntryPlace(file: version.fileNumber(file), category: entry.category))
        }
      }
    }
    // Entries that were read again, unchanged.
    let open = Set(step.openAdded)
    for (index, place) in step.added.enumerated()
    where records.contains(place.record) && !open.contains(index) {
      places[place.record, default: []].append(EntryPlace(place))
    }
  }

  func of(_ record: Int32) -> [EntryPlace] { places[record] ?? [] }
}

extension EntryRecord {
  /// Returns whether the entry's other places are needed to find how a commit changed it.
  func needsOtherPlaces(before: [Occurrence], after: [Occurrence]) -> Bool {
    guard places > after.count else { return false }
    guard let home else { return before.isEmpty }
    return before.contains { EntryPlace($0) == home }
  }

  /// Updates the entry's place; returns whether it has left its first place for another.
  ///
  /// Of several places the first one counts.
  mutating func settle(
    before: [Occurrence], after: [Occurrence], others: [EntryPlace]
  ) -> Bool {
    let now = after.map { EntryPlace($0) } + others
    guard let known = home else {
      guard places > 1 else { return false }
      let first = before.first.map { EntryPlace($0) } ?? others.first ?? now.first
      home = first.flatMap { now.contains($0) ? $0 : now.first }
      return false
    }
    let hasLeft = before.contains { EntryPlace($0) == known } && !now.contains(known)
    if hasLeft { home = now.first }
    if places < 2 { home = nil }
    return hasLeft && places > 0
  }
}
