public import ListModel

/// One way to continue a query at the cursor.
public struct Completion: Equatable, Sendable {
  /// The range of the query that it replaces, in bytes of its UTF-8.
  public let range: Range<Int>
  /// The replacement, with the colon or the quotes that it needs.
  public let replacement: String
  /// Its meaning or its number of entries, in a few words; may be empty.
  public let detail: String
}

extension Query {
  /// Returns the ways in which the term before the cursor can continue, the best first.
  ///
  /// The cursor is a byte offset into `text`. Before a colon these are names of fields, after it
  /// values of the catalog, or `tags` for a tag. Costs a pass over the entries if headings or hosts
  /// are counted.
  public func completions(
    at cursor: Int, in catalog: Catalog, tags: EntryTags = EntryTags(), limit: Int = 50
  ) -> [Completion] {
    let before = Array(text.utf8.prefix(max(0, cursor)))
    guard let token = QueryLexer.tokens(of: before).last, token.range.upperBound == before.count,
      !token.isBar
    else { return fieldCompletions(of: [], at: before.count..<before.count, limit) }
    if token.isTag { return values(of: .tag, token, in: catalog, tags, limit) }
    guard let written = token.field else {
      guard !token.isQuoted, !token.isExact, !token.isAnchoredAtStart else { return [] }
      let dash = !token.isNegated && token.raw.first == UInt8(ascii: "-") ? 1 : 0
      let range = (token.rawRange.lowerBound + dash)..<token.rawRange.upperBound
      return fieldCompletions(of: token.raw.dropFirst(dash), at: range, limit)
    }
    let name = String(decoding: written.name.map(asciiLowercased), as: UTF8.self)
    guard let field = QueryField(rawValue: name) else {
      return fieldCompletions(of: written.name[...], at: written.range, limit, colon: "")
    }
    return values(of: field, token, in: catalog, tags, limit)
  }

  private func values(
    of field: QueryField, _ token: QueryToken, in catalog: Catalog, _ tags: EntryTags, _ limit: Int
  ) -> [Completion] {
    let typed = foldedBytes(String(decoding: token.text, as: UTF8.self))
    return CompletionValues(catalog: catalog, tags: tags, typed: typed).values(of: field)
      .prefix(limit).map {
        Completion(range: token.rawRange, replacement: quoted($0.text), detail: $0.detail)
      }
  }

  private func fieldCompletions(
    of prefix: ArraySlice<UInt8>, at range: Range<Int>, _ limit: Int, colon: String = ":"
  ) -> [Completion] {
    QueryField.allCases.filter { $0.rawValue.utf8.starts(with: prefix.map(asciiLowercased)) }
      .prefix(limit)
      .map { Completion(range: range, replacement: $0.rawValue + colon, detail: $0.help) }
  }
}

/// Returns the value as spelled in a query, in quotes if it has a blank or would be an operator.
private func quoted(_ value: String) -> String {
  let bytes = value.utf8
  let isPlain =
    !bytes.contains {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\\")
    }
    && !["'", "^", "\""].contains { bytes.starts(with: $0.utf8) }
    && bytes.last != UInt8(ascii: "$")
  guard !isPlain else { return value }
  var spelled = [UInt8(ascii: "\"")]
  for byte in bytes {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      spelled.append(UInt8(ascii: "\\"))
    }
    spelled.append(byte)
  }
  spelled.append(UInt8(ascii: "\""))
  return String(decoding: spelled, as: UTF8.self)
}
