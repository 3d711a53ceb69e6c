import ListModel

/// The entries that vanished in a commit and those that are new, category by category.
struct RemovedAndAdded {
  /// A removed and an added entry, by their numbers in the step.
  typealias Pair = (removed: Int, added: Int)

  private let step: MatchingStep
  private var categories: [(removed: [Int], added: [Int])] = []

  /// At most this many entries of one owner are compared with each new one.
  private static let compared = 8
  /// A description with fewer letters does not identify an entry.
  private static let lettersNeeded = 15

  /// Selects the categories in which something vanished and something is new.
  init(_ step: MatchingStep, records: [EntryRecord]) {
    self.step = step
    var numbers: [CategoryPath: Int] = [:]
    for index in step.unsettled {
      let number = numbers[step.added[index].entry.category, default: categories.count]
      if number == categories.count {
        numbers[step.added[index].entry.category] = number
        categories.append(([], []))
      }
      categories[number].added.append(index)
    }
    for index in step.openRemoved {
      let removed = step.removed[index]
      let category = step.renames.name(of: removed) ?? removed.entry.category
      guard records[Int(removed.record)].places == 0, let number = numbers[category] else {
        continue
      }
      categories[number].removed.append(index)
    }
    categories.removeAll { $0.removed.isEmpty }
  }

  var isEmpty: Bool { categories.isEmpty }
}

extension RemovedAndAdded {
  /// Pairs in which one's link is a further link of the other.
  var furtherLinks: [Pair] {
    categories.flatMap { category in
      let removed = Single(category.removed) { [key(step.removed[$0])] }
      let added = Single(category.added) { [key(step.added[$0])] }
      let removedFurther = Single(category.removed) { further(step.removed[$0]) }
      let addedFurther = Single(category.added) { further(step.added[$0]) }
      let found =
        addedFurther.all.compactMap { link, added in removed[link].map { ($0, added) } }
        + removedFurther.all.compactMap { link, removed in added[link].map { (removed, $0) } }
      return onlyOnes(found)
    }
  }

  /// Pairs repositories with one name and two owners on one host.
  ///
  /// If other entries of the list have the name (`dotfiles`), the descriptions must be similar.
  func sameRepository(in versions: [ReadmeVersions]) -> [Pair] {
    let found = categories.flatMap { category in
      let removed = Single(category.removed) { repository(of: step.removed[$0]).map { [$0] } ?? [] }
      let added = Single(category.added) { repository(of: step.added[$0]).map { [$0] } ?? [] }
      return added.all.compactMap { name, added in removed[name].map { (name, ($0, added)) } }
    }
    guard !found.isEmpty else { return [] }
    let shared = self.shared(Set(found.map(\.0)), in: versions)
    return onlyOnes(
      found.filter { name, pair in !shared.contains(name) || areAlike(pair) }.map(\.1))
  }

  /// Pairs of links of one owner with descriptions that are alike.
  var sameOwner: [Pair] {
    categories.flatMap { category in
      var removed: [[UInt8]: [Int]] = [:]
      for index in category.removed {
        if let owner = owner(of: step.removed[index]) { removed[owner, default: []].append(index) }
      }
      guard !removed.isEmpty else { return [Pair]() }
      var found: [Pair] = []
      for index in category.added {
        guard let owner = owner(of: step.added[index]), let others = removed[owner] else {
          continue
        }
        found += others.prefix(RemovedAndAdded.compared).map { ($0, index) }.filter { areAlike($0) }
      }
      return onlyOnes(found)
    }
  }
}

extension RemovedAndAdded {
  /// Keys that only one occurrence has, such as a link.
  private struct Single {
    private(set) var all: [(name: [UInt8], index: Int)] = []
    private var indices: [[UInt8]: Int] = [:]

    /// Collects the names of each occurrence; those that several have are dropped.
    init(_ occurrences: [Int], _ names: (Int) -> [[UInt8]]) {
      var shared: Set<[UInt8]> = []
      for index in occurrences {
        for name in names(index) {
          if let known = indices[name], known != index { shared.insert(name) }
          indices[name] = index
        }
      }
      for name in shared { indices[name] = nil }
      for index in occurrences {
        for name in names(index) where indices[name] == index { all.append((name, index)) }
      }
    }

    subscript(name: [UInt8]) -> Int? { indices[name] }
  }

  /// Returns the pairs whose members are in no other pair.
  private func onlyOnes(_ pairs: [Pair]) -> [Pair] {
    var comes: [Int: Set<Int>] = [:]
    var goes: [Int: Set<Int>] = [:]
    for pair in pairs {
      comes[pair.removed, default: []].insert(pair.added)
      goes[pair.added, default: []].insert(pair.removed)
    }
    return pairs.filter { comes[$0.removed]?.count == 1 && goes[$0.added]?.count == 1 }
  }

  private func key(_ occurrence: Occurrence) -> [UInt8] { EntryKey(occurrence.entry).bytes }

  private func further(_ occurrence: Occurrence) -> [[UInt8]] {
    let main = key(occurrence)
    return occurrence.entry.links.map { LinkKey($0.url).bytes }.filter { $0 != main }
  }

  /// `host/name/path` of a repository, without its owner.
  private func repository(of occurrence: Occurrence) -> [UInt8]? {
    RemovedAndAdded.repository(EntryKey(occurrence.entry))
  }

  private static func repository(_ key: EntryKey) -> [UInt8]? {
    guard let site = LinkSite(key), site.repository.count == 2 else { return nil }
    let host = site.name.prefix { $0 != UInt8(ascii: "/") }
    return Array(([Array(host), site.repository[1]] + site.rest).joined(separator: [0]))
  }

  private func owner(of occurrence: Occurrence) -> [UInt8]? {
    guard
      TextSimilarity.hasLetters(
        occurrence.entry.description, atLeast: RemovedAndAdded.lettersNeeded),
      let site = LinkSite(EntryKey(occurrence.entry))
    else { return nil }
    return site.name
  }

  private func areAlike(_ pair: Pair) -> Bool {
    TextSimilarity.areAlike(
      step.removed[pair.removed].entry.description, step.added[pair.added].entry.description)
  }

  /// Returns the names of entries that the commit did not touch.
  private func shared(_ names: Set<[UInt8]>, in versions: [ReadmeVersions]) -> Set<[UInt8]> {
    var shared: Set<[UInt8]> = []
    func note(_ entry: Entry) {
      if let name = RemovedAndAdded.repository(EntryKey(entry)), names.contains(name) {
        shared.insert(name)
      }
    }
    for part in versions.flatMap(\.parts) {
      for (entry, record) in zip(part.entries, part.records) where record >= 0 { note(entry) }
    }
    for added in step.added where added.record >= 0 { note(added.entry) }
    return shared
  }
}
