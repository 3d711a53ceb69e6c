/// The menu of saved filters.
package struct FilterMenu: Equatable, Sendable {
  package internal(set) var cursor = 0
  /// The first row on the screen.
  package internal(set) var top = 0

  init() {}
}

/// The number of matches of a query in the library.
package struct MatchCount: Equatable, Sendable {
  /// All rows; nil for an invalid query.
  package let matches: Int?
  /// Those that are new; nil if that is not known.
  package let new: Int?

  package init(matches: Int?, new: Int? = nil) {
    self.matches = matches
    self.new = new
  }
}
