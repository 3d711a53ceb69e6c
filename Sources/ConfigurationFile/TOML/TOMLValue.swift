/// A value of a TOML document, with the position of its key or of the value itself.
package struct TOMLValue: Sendable {
  package enum Content: Sendable {
    case flag(Bool)
    case integer(Int)
    case text(String)
    /// A fractional number, a date or a time, as written: no setting takes one.
    case other(String)
    case array([TOMLValue])
    case table(TOMLTable)
  }

  package var content: Content
  package var place: TOMLPlace

  package var text: String? { if case .text(let text) = content { text } else { nil } }
  package var flag: Bool? { if case .flag(let flag) = content { flag } else { nil } }
  package var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }
  package var array: [TOMLValue]? { if case .array(let array) = content { array } else { nil } }

  /// A text, or a list of texts; nil for anything else.
  var words: [String]? {
    if let text { return [text] }
    guard let array else { return nil }
    let words = array.compactMap(\.text)
    return words.count == array.count ? words : nil
  }
}

/// The keys of a table, in order of first occurrence.
package struct TOMLTable: Sendable {
  package private(set) var keys: [String] = []
  private var values: [String: TOMLValue] = [:]
  /// Whether it may get more keys: false for inline tables.
  var isOpen = true
  /// Whether it was created by dotted keys, so that only dotted keys may add to it.
  var isDotted = false
  /// Whether it has its own header.
  var isNamed = false

  package init() {}

  package subscript(key: String) -> TOMLValue? {
    get { values[key] }
    set {
      if values[key] == nil { keys.append(key) }
      values[key] = newValue
    }
  }
}
