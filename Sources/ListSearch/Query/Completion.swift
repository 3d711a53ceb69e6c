public import ListModel

/// One way to go on with a query at the cursor.
public struct Completion: Equatable, Sendable {
  /// What of the query it takes the place of, in bytes of its UTF-8.
  public let range: Range<Int>
  /// What comes there, with the field and the quotes that it needs.
  public let replacement: String
  /// What it means or how many entries it has, in a few words; may be empty.
  public let detail: String
}

extension Query {
  /// How the word before the cursor, a byte offset, can go on: names of fields or, behind a colon,
  /// values that the catalog has, the best first. At most `limit` of them.
  public func completions(at cursor: Int, in catalog: Catalog, limit: Int = 50) -> [Completion] {
    let tokens = QueryLexer.tokens(of: Array(text.utf8.prefix(cursor)))
    guard let token = tokens.last, token.range.upperBound == cursor, token.field == nil,
      !token.isQuoted, !token.isExact
    else { return [] }
    return QueryField.allCases.filter {
      $0.rawValue.utf8.starts(with: token.text.map(asciiLowercased))
    }.map {
      Completion(range: token.rawRange, replacement: $0.rawValue + ":", detail: $0.help)
    }.prefix(limit).map(\.self)
  }
}
