import ListModel

/// Finds titles that exactly one entry has, before a commit and after it.
struct TitleCensus {
  /// Whose a title is.
  private enum Bearer: Equatable {
    case record(Int32)
    /// A new entry, by its link.
    case link(EntryKey)
    case several
  }

  private var before: [EntryKey: Bearer] = [:]
  private var after: [EntryKey: Bearer] = [:]

  /// Takes a pass over the titles of all entries, most of which differ in length or in their end.
  init(of titles: Set<EntryKey>, _ step: MatchingStep, in versions: [ReadmeVersions]) {
    let shapes = Set(titles.map { TitleCensus.shape($0.bytes) })
    func wanted(_ entry: Entry) -> EntryKey? {
      guard shapes.contains(TitleCensus.shape(entry.title.utf8)) else { return nil }
      let title = EntryKey(title: entry.title)
      return titles.contains(title) ? title : nil
    }
    for version in versions {
      for part in version.parts {
        for (entry, record) in zip(part.entries, part.records) where record >= 0 {
          guard let title = wanted(entry) else { continue }
          TitleCensus.add(.record(record), to: &before[title])
          TitleCensus.add(.record(record), to: &after[title])
        }
      }
    }
    for gone in step.gone {
      if let title = wanted(gone.entry) {
        TitleCensus.add(.record(gone.record), to: &before[title])
      }
    }
    for (index, come) in step.come.enumerated() {
      guard let title = wanted(come.entry) else { continue }
      let bearer: Bearer =
        come.record >= 0 ? .record(come.record) : .link(step.keys[index] ?? EntryKey(come.entry))
      TitleCensus.add(bearer, to: &after[title])
    }
  }

  /// The length and the last two bytes of a title, of which no copy need be made.
  private static func shape(_ title: some BidirectionalCollection<UInt8>) -> Int {
    title.suffix(2).reduce(title.count) { $0 << 8 | Int(asciiLowercased($1)) }
  }

  /// Whether one entry has a title before the commit, and one after it.
  func isUnique(_ title: EntryKey) -> Bool { isOne(before[title]) && isOne(after[title]) }

  /// Whether one entry has a title after the commit.
  func isUniqueAfter(_ title: EntryKey) -> Bool { isOne(after[title]) }

  private func isOne(_ bearer: Bearer?) -> Bool {
    switch bearer {
    case .record, .link: true
    case .several, nil: false
    }
  }

  private static func add(_ bearer: Bearer, to known: inout Bearer?) {
    if known == nil { known = bearer } else if known != bearer { known = .several }
  }
}
