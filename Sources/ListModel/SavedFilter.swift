/// A query that the user saved under a name.
public struct SavedFilter: Equatable, Sendable {
  public var name: String
  /// The text typed after `/`.
  public var query: String
  public var added: Timestamp
  /// When the query was last saved.
  public var changed: Timestamp

  /// Creates a filter saved at some time.
  public init(name: String, query: String, added: Timestamp, changed: Timestamp) {
    self.name = name
    self.query = query
    self.added = added
    self.changed = changed
  }

  /// Returns whether both have the same name and query, byte for byte.
  func isSame(as other: SavedFilter?) -> Bool {
    guard let other else { return false }
    return name.utf8.elementsEqual(other.name.utf8) && query.utf8.elementsEqual(other.query.utf8)
  }
}

/// A change of the saved filters.
public enum SavedFilterChange: Equatable, Sendable {
  /// Saves a filter; one of the same name gets its query.
  case save(SavedFilter)
  case drop(name: String)
  /// Undo a change, unless the filter has been changed again since.
  case restore(name: String, from: SavedFilter?, to: SavedFilter?)

  /// The name of the filter that it is about.
  public var name: String {
    switch self {
    case .save(let filter): filter.name
    case .drop(let name), .restore(let name, _, _): name
    }
  }
}

/// The outcome of a change of the saved filters.
public struct SavedFilterOutcome: Equatable, Sendable {
  /// The filter of that name before and after it; nil for none.
  public let before: SavedFilter?
  public let after: SavedFilter?
  /// Whether it was applied: false if the filter has been changed again since.
  public let isDone: Bool

  /// Creates an outcome.
  public init(before: SavedFilter?, after: SavedFilter?, isDone: Bool) {
    self.before = before
    self.after = after
    self.isDone = isDone
  }
}

/// The filters that the user saved, in the order in which they were, each name once.
public struct SavedFilters: Equatable, Sendable {
  /// All of them.
  public private(set) var all: [SavedFilter] = []

  /// Creates the collection from filters; of the same name the last one counts, in place of the
  /// first.
  public init(_ filters: [SavedFilter] = []) {
    var places: [[UInt8]: Int] = [:]
    for filter in filters {
      let key = Array(filter.name.utf8)
      if let place = places[key] {
        all[place] = filter
      } else {
        places[key] = all.count
        all.append(filter)
      }
    }
  }

  /// The filter of a name; nil if there is none.
  public subscript(name: String) -> SavedFilter? {
    place(of: name).map { all[$0] }
  }

  /// Carries a change out.
  public mutating func apply(_ change: SavedFilterChange) -> SavedFilterOutcome {
    let before = self[change.name]
    var after: SavedFilter?
    switch change {
    case .save(var filter):
      if let before { filter.added = before.added }
      after = filter
    case .drop: after = nil
    case .restore(_, let from, let to):
      let isAsLeft = from.map { $0.isSame(as: before) } ?? (before == nil)
      guard isAsLeft else {
        return SavedFilterOutcome(before: before, after: before, isDone: false)
      }
      after = to
    }
    put(after, as: change.name)
    return SavedFilterOutcome(before: before, after: after, isDone: true)
  }

  private mutating func put(_ filter: SavedFilter?, as name: String) {
    let place = place(of: name)
    switch (place, filter) {
    case (let place?, let filter?): all[place] = filter
    case (let place?, nil): all.remove(at: place)
    case (nil, let filter?): all.append(filter)
    case (nil, nil): break
    }
  }

  private func place(of name: String) -> Int? {
    all.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
