import ListModel

/// The headings that a commit renamed.
///
/// A category was renamed if its old name is gone, the new name did not exist before, most of its
/// remaining entries are below the new name, and most of those below the new name had the old one.
struct CategoryRenames {
  private var names: [EntryPlace: CategoryPath] = [:]
  /// How many categories were renamed.
  var count: Int { names.count }

  init() {}

  /// Finds renamed headings among the settled entries of a commit.
  ///
  /// Takes a pass over all entries of the list if any changed its category.
  init(_ step: MatchingStep, in versions: [ReadmeVersions]) {
    var moves = Moves(step)
    guard moves.hasAny else { return }
    for (number, version) in versions.enumerated() {
      let file = version.fileNumber(number)
      for part in version.parts {
        var last: CategoryPath?
        for (entry, record) in zip(part.entries, part.records) where record >= 0 {
          if let last, last == entry.category { continue }
          last = entry.category
          moves.dismiss(EntryPlace(file: file, category: entry.category))
        }
      }
    }
    names = moves.renames
  }

  /// Returns the present name of an occurrence's category, if the commit renamed it.
  func name(of occurrence: Occurrence) -> CategoryPath? {
    names.isEmpty ? nil : names[EntryPlace(occurrence)]
  }

  /// Returns the present name of a place's category, if the commit renamed it.
  func name(of place: EntryPlace) -> CategoryPath? {
    names[place]
  }

  /// Returns an occurrence of the version before, with the present name of its category.
  func renamed(_ occurrence: Occurrence) -> Occurrence {
    guard let name = name(of: occurrence) else { return occurrence }
    var renamed = occurrence
    renamed.entry.category = name
    return renamed
  }
}

extension CategoryRenames {
  /// How many entries went from one category to another in a commit.
  private struct Moves {
    private var counts: [EntryPlace: [EntryPlace: Int]] = [:]
    /// By category, the number of its entries that exist after the commit.
    private var stays: [EntryPlace: Int] = [:]
    /// The number of entries that moved into each category.
    private var arrivals: [EntryPlace: Int] = [:]

    init(_ step: MatchingStep) {
      guard Moves.mayBe(in: step) else { return }
      var before: [Int32: EntryPlace] = [:]
      for index in step.openRemoved {
        before[step.removed[index].record] = EntryPlace(step.removed[index])
      }
      for index in step.openAdded where step.added[index].record >= 0 {
        let now = EntryPlace(step.added[index])
        guard let then = before[step.added[index].record], then.file == now.file else { continue }
        stays[then, default: 0] += 1
        guard then != now else { continue }
        counts[then, default: [:]][now, default: 0] += 1
        arrivals[now, default: 0] += 1
      }
      guard hasAny else { return }
      for occurrence in step.added { counts[EntryPlace(occurrence)] = nil }
      for occurrence in step.removed { arrivals[EntryPlace(occurrence)] = nil }
    }

    var hasAny: Bool { !counts.isEmpty }

    /// Returns whether any entry has changed its category, which most commits do not do.
    private static func mayBe(in step: MatchingStep) -> Bool {
      var before: [Int32: Int] = [:]
      for index in step.openRemoved { before[step.removed[index].record] = index }
      return step.openAdded.contains { index in
        let added = step.added[index]
        guard added.record >= 0, let removed = before[added.record].map({ step.removed[$0] }) else {
          return false
        }
        return removed.file == added.file && removed.entry.category != added.entry.category
      }
    }

    /// Records that a category exists before and after the commit.
    mutating func dismiss(_ place: EntryPlace) {
      counts[place] = nil
      arrivals[place] = nil
    }

    /// More than half on both sides, so that the mapping of names is one to one.
    var renames: [EntryPlace: CategoryPath] {
      var renames: [EntryPlace: CategoryPath] = [:]
      for (then, found) in counts {
        for (now, count) in found {
          guard let all = arrivals[now], 2 * count > all, let stay = stays[then],
            2 * count > stay
          else { continue }
          renames[then] = now.category
        }
      }
      return renames
    }
  }
}
