import ListLibrary
import ListModel
import ListSearch
import UserFiles

/// Values from the library for a shell to complete.
///
/// Only maps the catalog of the last sync; nothing is created, locked or fetched.
struct LibraryValues {
  /// The kind of value.
  enum Kind: String, CaseIterable {
    /// A query; its last term is completed.
    case filter
    /// A list by `owner/name`.
    case list
    /// A followed source.
    case followed
    /// A saved filter, by its name.
    case saved
  }

  /// A value and a short description.
  typealias Value = (text: String, detail: String)

  let catalog: Catalog
  let follows: [Follow]
  let filters: [SavedFilter]

  private static let most = 200

  /// Returns the values that continue what was typed, the best first.
  ///
  /// Those that begin with it; if there is none, the only one that has it elsewhere, since a
  /// shell replaces what was typed by what several values have in common.
  func values(_ kind: Kind, typed: String) -> [Value] {
    let values =
      switch kind {
      case .filter: queries(typed)
      case .saved: filters.map { (text: $0.name, detail: $0.query) }
      case .list: lists(typed)
      case .followed: follows.map { (text: $0.source, detail: "") }
      }
    let beginning = values.filter { Self.folded($0.text).hasPrefix(Self.folded(typed)) }
    if !beginning.isEmpty { return Array(beginning.prefix(Self.most)) }
    let inside = values.filter { Self.folded($0.text).contains(Self.folded(typed)) }
    return inside.count == 1 ? inside : []
  }

  private func queries(_ typed: String) -> [Value] {
    let query = Query.parse(typed, today: Day.today())
    let bytes = Array(typed.utf8)
    return query.completions(at: bytes.count, in: catalog, limit: 1_000).map { completion in
      let before = String(decoding: bytes[..<completion.range.lowerBound], as: UTF8.self)
      return (before + completion.replacement, completion.detail)
    }
  }

  private func lists(_ typed: String) -> [Value] {
    (0..<catalog.listCount).map { number in
      let list = ListIndex(number)
      return (catalog.listPaths[number], "\(catalog.presentCount(of: list)) entries")
    }
  }

  /// Returns a text without the quotes that a query may need, in lower case.
  private static func folded(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0 != "\"" }).lowercased()
  }
}
