public import ListModel

/// A query evaluated on single entries, without an index, for the few rows of a screen.
///
/// An entry matches as in a search, except that words must occur exactly: scattered letters and
/// typos are not tried, because their use depends on the other entries.
///
/// - Complexity: for each word of the query, the length of the entry's texts.
public struct EntryTest: Sendable {
  /// The user's marks of an entry.
  public struct UserState: Sendable {
    public var isBookmarked = false
    public var isLater = false
    public var isRead = false
    public var isNew = false
    public var tags: [String] = []

    /// Creates a state without marks unless given.
    public init() {}
  }

  private let query: Query
  private let catalog: Catalog
  /// For each condition on lists which of them meet it.
  private let lists: [[UInt8]: Set<Int>]

  /// Prepares a query for a catalog.
  ///
  /// Costs a pass over the lists' paths where the query has a condition on them.
  public init(_ query: Query, of catalog: Catalog) {
    self.query = query
    self.catalog = catalog
    var lists: [[UInt8]: Set<Int>] = [:]
    for term in query.clauses.flatMap(\.terms) {
      if case .list(let name) = term.condition { lists[name] = Self.lists(named: name, catalog) }
    }
    self.lists = lists
  }

  /// Returns the list with exactly this name, else all whose path contains it.
  private static func lists(named name: [UInt8], _ catalog: Catalog) -> Set<Int> {
    let paths = catalog.listIndices.map { foldedBytes(catalog.listPaths[$0.number]) }
    let whole = paths.indices.filter { paths[$0] == name }
    return Set(whole.isEmpty ? paths.indices.filter { holds(paths[$0], name) } : whole)
  }

  /// Returns whether an entry matches.
  ///
  /// - Parameter reader: the user's marks of it; called only if needed.
  public func matches(_ entry: EntryIndex, user: () -> UserState) -> Bool {
    if let title = query.wholeTitle, foldedBytes(catalog.titles[entry.number]) == title {
      return true
    }
    return query.clauses.allSatisfy { clause in
      clause.terms.contains { meets($0.condition, entry, user) != $0.isNegated }
    }
  }

  private func meets(
    _ condition: QueryCondition, _ entry: EntryIndex, _ user: () -> UserState
  ) -> Bool {
    switch condition {
    case .text(let pattern, let field): return contains(pattern, in: field, of: entry)
    case .link(let link): return LinkKey(catalog.urls[entry.number]) == link.key
    case .list(let name):
      return lists[name]?.contains(catalog.listIndex(of: entry).number) ?? false
    case .tag(let name):
      return user().tags.contains { holds(foldedBytes($0), name) }
    case .host(let name):
      return foldedBytes(catalog.urls[entry.number]).withUnsafeBytes { url in
        name.withUnsafeBytes { host(of: url, isIn: $0) }
      }
    case .added(let days): return catalog.day(of: entry).map(days.contains) ?? false
    case .stars(let counts):
      return catalog.stars(of: entry).map { counts.contains($0.count) } ?? false
    case .state(let state): return isIn(state, entry, user)
    }
  }

  private func isIn(
    _ state: EntryState, _ entry: EntryIndex, _ user: () -> UserState
  ) -> Bool {
    switch state {
    case .paper: catalog.marks(of: entry).contains(.publication)
    case .mustRead: catalog.marks(of: entry).contains(.mustRead)
    case .struck: catalog.marks(of: entry).contains(.struck)
    case .bookmarked: user().isBookmarked
    case .later: user().isLater
    case .read: user().isRead
    case .new: user().isNew
    case .removed: catalog.isRemoved(entry)
    }
  }

  private func contains(
    _ pattern: TextPattern, in field: TextField?, of entry: EntryIndex
  ) -> Bool {
    let number = entry.number
    if field == nil || field == .title, contains(pattern, catalog.titles[number]) { return true }
    // Without a field, an anchored pattern refers to the title.
    guard field != nil || !pattern.isAnchored else { return false }
    if field == nil || field == .url, contains(pattern, catalog.urls[number]) { return true }
    if field == nil || field == .text, contains(pattern, catalog.descriptions[number]) {
      return true
    }
    guard field == nil || field == .category else { return false }
    return contains(pattern, catalog.entry(entry).category.description)
  }

  private func contains(_ pattern: TextPattern, _ text: String) -> Bool {
    let folded = foldedBytes(text, keepingCase: pattern.cased != nil)
    let needle = pattern.needle
    switch (pattern.isAnchoredAtStart, pattern.isAnchoredAtEnd) {
    case (true, true): return folded == needle
    case (true, false): return folded.starts(with: needle)
    case (false, true): return folded.reversed().starts(with: needle.reversed())
    case (false, false): return holds(folded, needle)
    }
  }
}

/// Returns whether a folded text has another in it.
private func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
  text.withUnsafeBytes { text in
    part.withUnsafeBytes { firstRange(of: $0, in: text) != nil }
  }
}
