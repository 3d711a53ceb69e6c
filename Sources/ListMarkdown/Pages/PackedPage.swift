public import ListModel

/// A page parsed for a catalog: the list, and its entries in columns.
public struct PackedPage: Sendable {
  /// The kind of page.
  public let kind: PageKind
  /// The list that the page describes.
  public let list: AwesomeList
  /// The form in which the README's entries were read.
  public let form: ReadmeForm
  /// How many entries the page has.
  public let count: Int
  /// The entries, to be ended with the list they are of.
  public let columns: CatalogBuilder
  /// The issues, by line.
  public let issues: [ParseIssue]
}
