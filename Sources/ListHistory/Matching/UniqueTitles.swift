import ListModel

/// Finds titles that exactly one entry has, before a commit and after it.
struct UniqueTitles {
  /// Whose a title is.
  private enum Owner: Equatable {
    case record(Int32)
    /// A new entry, by its link.
    case link(EntryKey)
    case several
  }

  private var before: [EntryKey: Owner] = [:]
  private var after: [EntryKey: Owner] = [:]

  /// Takes a pass over the titles of all entries, most of which differ in length or in their end.
  init(of titles: Set<EntryKey>, _ step: MatchingStep, in versions: [ReadmeVersions]) {
    let shapes = Set(titles.map { UniqueTitles.shape($0.bytes) })
    func wanted(_ entry: Entry) -> EntryKey? {
      guard shapes.contains(UniqueTitles.shape(entry.title.utf8)) else { return nil }
      let title = EntryKey(title: entry.title)
      return titles.contains(title) ? title : nil
    }
    for version in versions {
      for part in version.parts {
        for (entry, record) in zip(part.entries, part.records) where record >= 0 {
          guard let title = wanted(entry) else { continue }
          UniqueTitles.add(.record(record), to: &before[title])
          UniqueTitles.add(.record(record), to: &after[title])
        }
      }
    }
    for removed in step.removed {
      if let title = wanted(removed.entry) {
        UniqueTitles.add(.record(removed.record), to: &before[title])
      }
    }
    for (index, added) in step.added.enumerated() {
      guard let title = wanted(added.entry) else { continue }
      let owner: Owner =
        added.record >= 0 ? .record(added.record) : .link(step.keys[index] ?? EntryKey(added.entry))
      UniqueTitles.add(owner, to: &after[title])
    }
  }

  /// Returns the length and the last two bytes of a title, which need no copy.
  private static func shape(_ title: some BidirectionalCollection<UInt8>) -> Int {
    title.suffix(2).reduce(title.count) { $0 << 8 | Int(asciiLowercased($1)) }
  }

  /// Returns whether one entry has a title before the commit, and one after it.
  func isUnique(_ title: EntryKey) -> Bool { isOne(before[title]) && isOne(after[title]) }

  /// Returns whether one entry has a title after the commit.
  func isUniqueAfter(_ title: EntryKey) -> Bool { isOne(after[title]) }

  private func isOne(_ owner: Owner?) -> Bool {
    switch owner {
    case .record, .link: true
    case .several, nil: false
    }
  }

  private static func add(_ owner: Owner, to known: inout Owner?) {
    if known == nil { known = owner } else if known != owner { known = .several }
  }
}
