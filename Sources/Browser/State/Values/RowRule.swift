package import ListSearch

/// The style of entries that match a query.
package struct RowRule: Equatable, Sendable {
  package var query: Query
  /// The colour of the title: `#rrggbb`, a name of the sixteen, or a number up to 255.
  package var foreground: String?
  package var background: String?
  /// `bold`, `dim`, `italic`, `underline` and `reverse`.
  package var attributes: [String]

  package init(
    query: Query, foreground: String? = nil, background: String? = nil, attributes: [String] = []
  ) {
    self.query = query
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
