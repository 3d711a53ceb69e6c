public import ListModel

/// A page that was read for a catalog: the list, and its entries in columns.
public struct PackedPage: Sendable {
  /// What sort of page it is.
  public let kind: PageKind
  /// The list that the page describes.
  public let list: AwesomeList
  /// The form in which the README's entries were read.
  public let form: ReadmeForm
  /// How many entries the page has.
  public let count: Int
  /// The entries, to be ended with the list they are of.
  public let columns: CatalogBuilder
  /// What was odd, by line.
  public let issues: [ParseIssue]
}
